import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Fault } from '../../lessons/fault';
import { type Draft, faultsIn } from '../../lessons/make/draft';
import buttons from '../forms/Buttons.module.css';
import whole from '../forms/WholePage.module.css';
import { ThemeChoice } from '../header/Header';
import { CONTROL_NAMES } from '../view/controls';
import { Faults } from './faults';
import { LessonForm } from './LessonForm';
import styles from './Make.module.css';
import { begin, makeStore } from './makeStore';
import { News } from './News';
import { openDraft } from './openDraft';
import { followMake, leaveMake } from './openMake';
import { Save } from './Save';
import { Start } from './Start';
import { StepForm } from './StepForm';
import { Steps } from './Steps';

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
    <div className={`${whole.page} ${styles.roomy}`}>
      <header className={whole.head} data-off-paper>
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
