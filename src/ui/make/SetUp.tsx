import { useState } from 'react';
import { useStore } from 'zustand';
import buttons from '../forms/Buttons.module.css';
import styles from '../lesson/Lesson.module.css';
import { capture } from './capture';
import { makeStore } from './makeStore';
import { openMake } from './openMake';

/** Beside the page, while it is set up for a step of a lesson that is being made. */
export default function SetUp() {
  const { draft, at } = useStore(makeStore);
  const step = at === null ? undefined : draft?.steps[at];
  const count = Array.isArray(step?.run) ? step.run.length : 1;
  const [nth, setNth] = useState(0);
  const take = () => {
    if (at !== null && step) capture(at, step.run === undefined ? null : nth);
    openMake();
  };
  return (
    <section className={styles.lesson} aria-label="Make a lesson" data-off-paper>
      <p className={styles.where}>Make a lesson</p>
      <h2 className={styles.title}>{step ? `For step ${(at ?? 0) + 1}: ${step.title}` : 'A lesson of your own'}</h2>
      <p>Set the page up as pupils shall find it: data, loops, numbers of samples, generations. Run it, if you like.</p>
      {count > 1 && (
        <label className={styles.field}>
          In the place of
          <select value={nth} onChange={({ target }) => setNth(Number(target.value))}>
            {Array.isArray(step?.run) &&
              step.run.map(({ id, title }, one) => (
                <option key={id} value={one}>
                  {title}
                </option>
              ))}
          </select>
        </label>
      )}
      <div className={`${buttons.buttons} ${styles.ways}`}>
        {step && (
          <button type="button" className={buttons.primary} onClick={take}>
            Use what is on the screen now
          </button>
        )}
        <button type="button" onClick={openMake}>
          Back to the lesson
        </button>
      </div>
    </section>
  );
}
