import type { FormEvent } from 'react';
import { useStore } from 'zustand';
import { goToDesk, LAST_DESK } from '../store/desk';
import { experimentOnScreen } from '../store/selectors';
import { useLab } from '../store/useLab';
import { lessonDoor } from './lesson/lessonDoor';
import { deskWords } from './text/deskWords';

/** Which desk of a class this is, and its seed; nothing where the address names none. */
export function Desk({ className = '' }: { className?: string | undefined }) {
  // of a lesson all desks have the seeds that it says
  const hasLesson = useStore(lessonDoor, ({ isOpen }) => isOpen);
  const words = useLab(({ desk, ...state }) =>
    hasLesson && typeof desk === 'number' ? `Desk ${desk}` : deskWords(desk, experimentOnScreen(state).seed),
  );
  return words === null ? null : <p className={className}>{words}</p>;
}

/** Asks which desk this is; a lesson asks by itself, where its runs hang on it. */
export function DeskQuestion({ className = '' }: { className?: string | undefined }) {
  const hasLesson = useStore(lessonDoor, ({ isOpen }) => isOpen);
  const answer = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    goToDesk(Number(new FormData(event.currentTarget).get('desk')));
  };
  if (hasLesson) return null;
  return (
    <form className={className} onSubmit={answer}>
      <label>
        Which desk is this? <input name="desk" type="number" min={1} max={LAST_DESK} required />
      </label>{' '}
      <button type="submit">Go</button>
    </form>
  );
}
