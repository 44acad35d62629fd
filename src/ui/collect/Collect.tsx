import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import { askedIn } from '../../lessons/collect/asked';
import buttons from '../forms/Buttons.module.css';
import whole from '../forms/WholePage.module.css';
import { ThemeChoice } from '../header/Header';
import { lessonDoor } from '../lesson/lessonDoor';
import { Brought } from './Brought';
import styles from './Collect.module.css';
import { type ClassHere, useClass } from './classHere';
import { collectStore, compute, endRuns, lookAtQuestion, takeFiles, takeText } from './collectStore';
import { Keep } from './Keep';
import { followClass, leaveClass } from './openClass';
import { Question } from './Question';
import { Table } from './Table';

/** Files and texts that are dropped or pasted anywhere. */
function useTaking(): void {
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault();
    const give = (event: Event, data: DataTransfer | null) => {
      const [files, text] = [[...(data?.files ?? [])], data?.getData('text/plain') ?? ''];
      if (files.length === 0 && text === '') return;
      event.preventDefault();
      void (files.length > 0 ? takeFiles(files) : takeText(text));
    };
    const drop = (event: DragEvent) => give(event, event.dataTransfer);
    const paste = (event: ClipboardEvent) => {
      if (!(event.target instanceof HTMLTextAreaElement)) give(event, event.clipboardData);
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    addEventListener('paste', paste);
    addEventListener('popstate', followClass);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
      removeEventListener('paste', paste);
      removeEventListener('popstate', followClass);
    };
  }, []);
}

/** On paper all questions stand, on the screen one. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const [begin, end] = [true, false].map((is) => () => flushSync(() => setPrinting(is)));
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}

function Questions({ here }: { here: ClassHere }) {
  const { place, shown } = useStore(collectStore);
  const isPrinting = usePrinting();
  const all = askedIn(here.lesson);
  const at = Math.max(
    0,
    all.findIndex((asked) => asked.place === place),
  );
  const looked = isPrinting ? all : all.slice(at, at + 1);
  return (
    <>
      <nav className={styles.which} aria-label="Questions" data-off-paper>
        <button type="button" className={buttons.quiet} disabled={at === 0} onClick={() => lookAtQuestion(all[at - 1].place)}>
          Back
        </button>
        <select aria-label="Question" value={all[at].place} onChange={({ target }) => lookAtQuestion(target.value)}>
          {all.map((asked, i) => (
            <option key={asked.place} value={asked.place}>
              {i + 1} of {all.length}: {asked.part.ask}
            </option>
          ))}
        </select>
        <button type="button" className={buttons.quiet} disabled={at === all.length - 1} onClick={() => lookAtQuestion(all[at + 1].place)}>
          Next
        </button>
      </nav>
      {looked.map((asked) => (
        <Question key={asked.place} here={here} asked={asked} isShown={shown.has(asked.place)} isPrinting={isPrinting} />
      ))}
    </>
  );
}

/** The work of a class, brought together on this computer alone. */
export default function Collect() {
  useTaking();
  const here = useClass();
  const behind = useStore(lessonDoor, ({ isOpen, part = 'lesson' }) => (isOpen ? part : 'lab'));
  useEffect(() => {
    compute();
    return endRuns;
  }, []);
  return (
    <div className={whole.page}>
      <header className={whole.head} data-off-paper>
        <h1>Collect a class’s work</h1>
        <ThemeChoice />
        <button type="button" className={buttons.quiet} onClick={leaveClass}>
          {behind === 'lab' ? 'To the lab' : `Back to the ${behind}`}
        </button>
      </header>
      <main className={styles.body}>
        <Brought here={here} />
        {here && (
          <>
            <Questions key={here.lesson.id} here={here} />
            <Table here={here} />
            <Keep here={here} />
          </>
        )}
      </main>
    </div>
  );
}
