import { number } from '../../format';
import type { SeedRuns } from '../../store/seedRuns';
import tables from '../forms/Tables.module.css';
import { loopName } from '../text/loopNames';
import styles from './Seeds.module.css';

/** The picture as numbers: a row for each seed. */
export function SeedTable({ runs: { experiment, ends }, name }: { runs: SeedRuns; name: string }) {
  const rows = [...ends].sort(([one], [other]) => one - other);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={styles.table} tabIndex={0} aria-label="Table of the seeds">
      <table className={tables.table}>
        <caption>
          {name} at generation {experiment.generations}
        </caption>
        <thead>
          <tr>
            <th scope="col">Seed</th>
            {experiment.loop.map((loop) => (
              <th key={loop} scope="col">
                {loopName(loop)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([seed, of]) => (
            <tr key={seed}>
              <th scope="row">{seed === experiment.seed ? `${seed} (yours)` : seed}</th>
              {experiment.loop.map((loop) => {
                const value = of.get(loop) ?? null;
                return <td key={loop}>{value === null ? '–' : number(value)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
