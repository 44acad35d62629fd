import { useStore } from 'zustand';
import type { Prediction } from '../../../lessons/lesson';
import styles from '../Lesson.module.css';
import { draft, lessonStore } from '../lessonStore';

type OrderAll = Extract<Prediction, { type: 'order' }>;

/** A list that is put in order by its buttons; as it stands it is none yet. */
export function Order({ part }: { part: OrderAll }) {
  const guess = useStore(lessonStore, ({ drafts }) => drafts[part.id]?.guess) as readonly string[] | undefined;
  const order = guess ?? part.items.map(({ id }) => id);
  function move(at: number, by: -1 | 1): void {
    const next = [...order];
    [next[at], next[at + by]] = [next[at + by], next[at]];
    draft(part, { guess: next });
  }
  return (
    <fieldset className={styles.options}>
      <legend>{part.ask}</legend>
      <ol className={styles.order}>
        {order.map((id, at) => {
          const text = part.items.find((item) => item.id === id)?.text ?? id;
          return (
            <li key={id}>
              <span>{text}</span>
              <button type="button" className="textButton" disabled={at === 0} aria-label={`${text}: up`} onClick={() => move(at, -1)}>
                Up
              </button>
              <button
                type="button"
                className="textButton"
                disabled={at === order.length - 1}
                aria-label={`${text}: down`}
                onClick={() => move(at, 1)}
              >
                Down
              </button>
            </li>
          );
        })}
      </ol>
      {guess === undefined && (
        <button type="button" className="textButton" onClick={() => draft(part, { guess: [...order] })}>
          Keep this order
        </button>
      )}
    </fieldset>
  );
}
