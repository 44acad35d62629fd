import type { Loop } from '../../../engine/descriptions';
import { percent } from '../../../format';
import tables from '../../forms/Tables.module.css';
import { useFilmFrames } from '../useFilmFrames';
import styles from './Classes.module.css';
import { sharesOf } from './shares';

const MOST_ROWS = 40;

/** The strips as tables, one for each loop; of long runs evenly spread generations. */
export function SharesTable({ loops, labels, name: ofWhat }: { loops: readonly Loop[]; labels: readonly string[]; name: string }) {
  const { frames, every } = useFilmFrames(MOST_ROWS);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={styles.tables} tabIndex={0} aria-label={`Table of ${ofWhat}`}>
      {!every && <p>{frames.length} generations, evenly spread.</p>}
      {loops.map(({ id, name }) => (
        <table key={id} className={tables.table}>
          <caption>{name}</caption>
          <thead>
            <tr>
              <th scope="col">Generation</th>
              {labels.map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {frames.map((frame) => (
              <tr key={frame.generation}>
                <th scope="row">{frame.generation}</th>
                {labels.map((label, at) => (
                  <td key={label}>{percent(sharesOf(frame, id)?.share[at] ?? 0)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}
