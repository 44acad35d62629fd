import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Fault } from '../../lessons/fault';
import { type Draft, faultsIn } from '../../lessons/make/draft';
import { faultWords, placeWords } from '../../lessons/make/placeWords';
import buttons from '../forms/Buttons.module.css';
import { ThemeChoice } from '../header/Header';
import { CONTROL_NAMES } from '../view/controls';
import { Faults, fieldId } from './faults';
import { LessonForm } from './LessonForm';
import styles from './Make.module.css';
import { addStep, begin, dismiss, lookAt, makeStore, putBack, takeUp } from './makeStore';
import { openDraft } from './openDraft';
import { followMake, leaveMake } from './openMake';
import { Save } from './Save';
import { Start } from './Start';
import { StepForm } from './StepForm';

/** Files that are dropped anywhere. */
function useTaking(): void {
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      const [file] = event.dataTransfer?.files ?? [];
      if (!file) return;
      event.preventDefault();
      void openDraft(file);
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    addEventListener('popstate', followMake);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
      removeEventListener('popstate', followMake);
    };
  }, []);
}

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

function Steps({ draft, faults, at }: { draft: Draft; faults: readonly Fault[]; at: number | null }) {
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

/** What happened, and the way back from what was taken away. */
function News() {
  const { removed, before, news, problems } = useStore(makeStore);
  const isNews = removed !== null || before !== null || news !== null || problems.length > 0;
  const back = useRef<HTMLButtonElement>(null);
  const wasRemoved = useRef(removed);
  // what had the focus is gone: the way back has it, and after it the form
  useEffect(() => {
    if (removed) back.current?.focus({ preventScroll: true });
    else if (wasRemoved.current && document.activeElement === document.body)
      document.querySelector<HTMLElement>('main h2')?.focus({ preventScroll: true });
    wasRemoved.current = removed;
  }, [removed]);
  return (
    <div className={styles.news} role="status">
      {news !== null && <p>{news}</p>}
      {removed && (
        <p>
          {removed.what}.{' '}
          <button ref={back} type="button" className="textButton" onClick={putBack}>
            Put it back
          </button>
        </p>
      )}
      {before && (
        <p>
          “{before.title === '' ? 'The lesson before' : before.title}” is put away.{' '}
          <button type="button" className="textButton" onClick={takeUp}>
            Take it up again
          </button>
        </p>
      )}
      {problems.map((problem) => (
        <p key={problem}>{problem}</p>
      ))}
      {isNews && (
        <button type="button" className="textButton" onClick={dismiss}>
          Dismiss
        </button>
      )}
    </div>
  );
}

const WAIT_MS = 250;

/** All that is wrong with it, once nobody types. */
function useFaultsOf(draft: Draft): readonly Fault[] {
  const [faults, setFaults] = useState(() => faultsIn(draft, CONTROL_NAMES));
  useEffect(() => {
    const timer = setTimeout(() => setFaults(faultsIn(draft, CONTROL_NAMES)), WAIT_MS);
    return () => clearTimeout(timer);
  }, [draft]);
  return faults;
}

function Editor({ draft, at }: { draft: Draft; at: number | null }) {
  const faults = useFaultsOf(draft);
  const form = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus goes to the heading of each form that is opened
  useEffect(() => {
    if (!isFirst.current) form.current?.querySelector('h2')?.focus();
    isFirst.current = false;
  }, [at]);
  const step = at === null ? undefined : draft.steps[at];
  return (
    <Faults.Provider value={faults}>
      <div className={styles.body}>
        <Steps draft={draft} faults={faults} at={step ? at : null} />
        <section
          ref={form}
          key={step ? `form of ${step.id}` : 'form'}
          className={styles.panel}
          aria-label={step ? `Step ${(at ?? 0) + 1}` : 'The lesson as a whole'}
        >
          {step && at !== null ? <StepForm draft={draft} at={at} step={step} /> : <LessonForm draft={draft} />}
        </section>
        <Save draft={draft} left={faults.length} />
      </div>
    </Faults.Provider>
  );
}

/** The page on which lessons are made. What is made stays on this computer. */
export default function Make() {
  useTaking();
  const { draft, at } = useStore(makeStore);
  return (
    <div className={styles.page}>
      <header className={styles.head} data-off-paper>
        <h1>Make a lesson</h1>
        <ThemeChoice />
        {draft && (
          <button type="button" className={buttons.quiet} onClick={() => begin(null)}>
            Start another
          </button>
        )}
        <button type="button" className={buttons.quiet} onClick={leaveMake}>
          To the lab
        </button>
      </header>
      <main data-off-paper>
        <News />
        {draft ? <Editor draft={draft} at={at} /> : <Start />}
      </main>
    </div>
  );
}
