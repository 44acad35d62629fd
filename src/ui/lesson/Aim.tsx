import type { Step } from '../../lessons/lesson';
import { useLab } from '../../store/useLab';
import styles from './Lesson.module.css';
import { isAimReached } from './lessonStore';

const WORDS: Readonly<Record<string, string>> = {
  true: 'Reached in this run.',
  false: 'Not reached in this run.',
  null: 'Of this run it can’t be told.',
};

/** Free play has an aim, and the page says whether the run on the stage reaches it. */
export function Aim({ step, goal }: { step: Step; goal: string }) {
  const words = useLab((state) =>
    state.run.status === 'idle' ? '' : state.run.status === 'ended' ? WORDS[String(isAimReached(step))] : 'It is judged when the run has ended.',
  );
  return (
    <div className={styles.aim}>
      <p>{goal}</p>
      <p role="status">{step.play?.check ? words : ''}</p>
    </div>
  );
}
