import { number } from '../../format';
import type { MapRuns } from '../../store/maps';
import tables from '../forms/Tables.module.css';
import styles from './Map.module.css';
import { numberSpec } from './mapChoice';
import { mediansOf } from './mapValues';

/** The picture as numbers: as it is drawn, larger values to the right and up. */
export function MapTable({ runs, name }: { runs: MapRuns; name: string }) {
  const { x, y } = runs.plan;
  const medians = mediansOf(runs);
  const rows = y.values.map((value, row) => ({ value, row })).reverse();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={styles.table} tabIndex={0} aria-label="Table of the map">
      <table className={tables.table}>
        <caption>
          {name}: {numberSpec(x.key).label} across, {numberSpec(y.key).label} down the left side
        </caption>
        <thead>
          <tr>
            <td />
            {x.values.map((value) => (
              <th key={value} scope="col">
                {number(value)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ value, row }) => (
            <tr key={value}>
              <th scope="row">{number(value)}</th>
              {x.values.map((across, column) => {
                const median = medians.get(row * x.values.length + column);
                return <td key={across}>{median === undefined ? '' : median === null ? '–' : number(median)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
