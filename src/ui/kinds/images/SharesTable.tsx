import type { Loop } from '../../../engine/descriptions';
import { percent } from '../../../format';
import tables from '../../forms/Tables.module.css';
import styles from './Digits.module.css';
import { sharesOf } from './shares';
import { useFilmFrames } from './useFilmFrames';

const MOST_ROWS = 40;
const DIGITS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The strips as tables, one for each loop; of long runs evenly spread generations. */
export function SharesTable({ loops }: { loops: readonly Loop[] }) {
  const { frames, every } = useFilmFrames(MOST_ROWS);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={styles.tables} tabIndex={0} aria-label="Table of digits made">
      {!every && <p>{frames.length} generations, evenly spread.</p>}
      {loops.map(({ id, name }) => (
        <table key={id} className={tables.table}>
          <caption>{name}</caption>
          <thead>
            <tr>
              <th scope="col">Generation</th>
              {DIGITS.map((digit) => (
                <th key={digit} scope="col">
                  {digit}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {frames.map((frame) => (
              <tr key={frame.generation}>
                <th scope="row">{frame.generation}</th>
                {DIGITS.map((digit) => (
                  <td key={digit}>{percent(sharesOf(frame, id)?.share[digit] ?? 0)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}
