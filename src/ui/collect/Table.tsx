import { useState } from 'react';
import { useStore } from 'zustand';
import { number } from '../../format';
import { askedIn } from '../../lessons/collect/asked';
import { type ClassRow, classRows } from '../../lessons/collect/classTable';
import { textOf } from '../../lessons/gap';
import tables from '../forms/Tables.module.css';
import styles from './Collect.module.css';
import { type ClassHere, seenOf } from './classHere';
import { classRuns } from './collectStore';

const cell = (value: string | number | null): string => (value === null ? '–' : typeof value === 'number' ? number(value) : value);

/** Options and items by their words. */
function wordsOf(here: ClassHere): (row: ClassRow, value: ClassRow['answer']) => string {
  const byPlace = new Map(askedIn(here.lesson).map((asked) => [asked.place, asked]));
  return (row, value) => {
    const part = byPlace.get(`${row.step}.${row.question}`)?.part;
    const named = part && ('options' in part ? part.options : 'items' in part ? part.items : undefined);
    if (row.type === 'sketch' && typeof value === 'string')
      return value.replaceAll(/(\d+)=(\S+)/g, (_, at, height) => `${number(Number(height))} at ${at},`).replace(/,$/, '');
    if (!named || typeof value !== 'string') return cell(value);
    return value
      .split(' ')
      .map((id) => textOf(named, id))
      .join('; ');
  };
}

/** All answers of the class; what the runs give is added when it is asked for. */
export function Table({ here }: { here: ClassHere }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.fold} data-off-paper onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>All answers as a table</summary>
      {isOpen && <Rows here={here} />}
    </details>
  );
}

function Rows({ here }: { here: ClassHere }) {
  const [hasRun, setHasRun] = useState(false);
  useStore(classRuns);
  const rows = classRows(here.lesson, here.edition, here.seats, seenOf(here.lesson));
  const said = wordsOf(here);
  return (
    <>
      <label className={styles.tick}>
        <input type="checkbox" checked={hasRun} onChange={({ target }) => setHasRun(target.checked)} />
        <span>with what the runs give</span>
      </label>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label="Answers of the class">
        <table className={tables.table}>
          <thead>
            <tr>
              {['Desk', 'Group', 'Counts', 'Step', 'Question', 'Answer', 'Why', 'Sure', ...(hasRun ? ['Run', 'Gap'] : [])].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.work} ${row.step} ${row.question}`}>
                <th scope="row">{cell(row.desk)}</th>
                <td className={styles.short}>{cell(row.group)}</td>
                <td>{row.counts}</td>
                <td className={styles.short}>{row.step}</td>
                <td className={styles.short}>{row.question}</td>
                <td>
                  {said(row, row.answer)}
                  {row.shown === 'yes' && ' (told)'}
                </td>
                <td>{cell(row.reason)}</td>
                <td>{cell(row.confidence)}</td>
                {hasRun && <td>{said(row, row.measured)}</td>}
                {hasRun && <td>{cell(row.gap)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
