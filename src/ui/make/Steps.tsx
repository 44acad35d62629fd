import type { Fault } from '../../lessons/fault';
import type { Draft } from '../../lessons/make/draft';
import { faultWords, placeWords } from '../../lessons/make/placeWords';
import buttons from '../forms/Buttons.module.css';
import { fieldId } from './faults';
import styles from './Make.module.css';
import { addStep, lookAt } from './makeStore';

const stepOf = ({ path: [first, at] }: Fault): number | null => (first === 'steps' && typeof at === 'number' ? at : null);

/** Opens the form that a fault is in, and goes to its field, if it has one. */
function goTo(fault: Fault): void {
  lookAt(stepOf(fault));
  setTimeout(() => {
    const field = document.getElementById(fieldId(fault.path));
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  });
}

/** All that is left to do before it is a lesson. */
function ToDo({ faults }: { faults: readonly Fault[] }) {
  if (faults.length === 0) return null;
  return (
    <details className={styles.todo}>
      <summary>Left to do ({faults.length})</summary>
      <ul>
        {faults.map((fault) => {
          const words = `${placeWords(fault.path)}: ${faultWords(fault.message)}`;
          return (
            <li key={words}>
              <button type="button" className="textButton" onClick={() => goTo(fault)}>
                {words}
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** The lesson and its steps, each with what is left to do in it. */
export function Steps({ draft, faults, at }: { draft: Draft; faults: readonly Fault[]; at: number | null }) {
  const left = (step: number | null) => faults.filter((fault) => stepOf(fault) === step).length;
  const entries = [
    { key: 'lesson', title: 'The lesson', minutes: draft.minutes, at: null as number | null },
    ...draft.steps.map(({ id, title, minutes }, step) => ({
      key: `step ${id}`,
      title: `${step + 1} ${title === '' ? '(no title yet)' : title}`,
      minutes,
      at: step,
    })),
  ];
  return (
    <nav className={styles.steps} aria-label="Parts of the lesson">
      <ol>
        {entries.map((entry) => (
          <li key={entry.key}>
            <button type="button" aria-current={entry.at === at ? 'step' : undefined} onClick={() => lookAt(entry.at)}>
              <span>{entry.title}</span>
              <span className={styles.left}>
                {entry.minutes} min{left(entry.at) > 0 && ` · ${left(entry.at)} to do`}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <button type="button" className={buttons.quiet} onClick={addStep}>
        Add a step
      </button>
      <ToDo faults={faults} />
    </nav>
  );
}
