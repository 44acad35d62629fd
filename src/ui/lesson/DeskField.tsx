import { type FormEvent, useId, useState } from 'react';
import type { Lesson } from '../../lessons/lesson';
import type { Work } from '../../lessons/work';
import { LAST_DESK } from '../../store/desk';
import buttons from '../forms/Buttons.module.css';
import fields from '../forms/Fields.module.css';
import { useTheme } from '../theme';
import styles from './Lesson.module.css';
import { setDesk } from './lessonStore';
import { isDeskFixed, seedOfDesk } from './stepRuns';

/** At the projector there is no room for why. */
const BRIEFLY = `From 1 to ${LAST_DESK}, never a name.`;
const WHAT = `A whole number from 1 to ${LAST_DESK}, and never a name. It is the seed of your run, so each desk has another one; without desks, take any. It stays on this device.`;

function Ask({ desk, onGiven }: { desk: number | undefined; onGiven: () => void }) {
  const [text, setText] = useState(desk === undefined ? '' : String(desk));
  const [isRefused, setRefused] = useState(false);
  const id = useId();
  const isProjector = useTheme() === 'projector';
  const give = (event: FormEvent) => {
    event.preventDefault();
    const found = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
    setRefused(found === 0);
    if (found === 0) return;
    setDesk(found);
    onGiven();
  };
  return (
    <form className={styles.part} onSubmit={give}>
      <div className={styles.field}>
        <label htmlFor={id}>Desk number</label>
        <div className={styles.row}>
          <input
            id={id}
            className={`${fields.field} ${styles.desk}`}
            inputMode="numeric"
            autoComplete="off"
            value={text}
            aria-describedby={`${id}-what`}
            onChange={({ target }) => setText(target.value)}
          />
          <button type="submit" className={buttons.quiet}>
            Take it
          </button>
        </div>
      </div>
      <p id={`${id}-what`} className={styles.hint}>
        {isProjector ? BRIEFLY : WHAT}
      </p>
      <p className={styles.hint} role="status">
        {isRefused && `“${text.trim().slice(0, 20)}” is no desk: take a whole number from 1 to ${LAST_DESK}.`}
      </p>
    </form>
  );
}

/** Which desk this is: the runs of the step have its number for their seed. It stands fast once something was predicted of them. */
export function DeskField({ lesson, work, isOpen }: { lesson: Lesson; work: Work; isOpen: boolean }) {
  const [isChanging, setChanging] = useState(false);
  const { desk } = work;
  const isFixed = isDeskFixed(lesson, work);
  if (!isFixed && (isChanging || (desk === undefined && !isOpen))) return <Ask desk={desk} onGiven={() => setChanging(false)} />;
  return (
    <p className={styles.hint}>
      {desk === undefined
        ? `No desk number was given: the run here has seed ${seedOfDesk(lesson, work)}.`
        : `Desk ${desk}: your run has seed ${desk}.`}{' '}
      {!isFixed && (
        <button type="button" className="textButton" onClick={() => setChanging(true)}>
          {desk === undefined ? 'Give one' : 'Change it'}
        </button>
      )}
    </p>
  );
}
