import { number, percent, thousands } from '../../format';
import charts from '../charts/Charts.module.css';
import tables from '../forms/Tables.module.css';
import { lineName } from './draw';
import type { Line, Measure } from './measures';

const valueText = (value: number): string => (value >= 1000 ? thousands(Math.round(value)) : number(value));

/** The chart as a table: what was measured, and below it the ratio that is drawn. */
export function BesideTable({ measure: { name, drawn }, lines }: { measure: Measure; lines: readonly Line[] }) {
  const generations = Math.max(...lines.flatMap(({ points }) => points.map(({ generation }) => generation)));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={charts.tableBox} tabIndex={0} aria-label={`Table of ${name}`}>
      <table className={tables.table}>
        <caption>
          {name}
          <span className={charts.about}>
            Columns say whose it is, and how much of each training set is fresh real text. Generation 1 is GPT-2’s round 0.
          </span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Generation</th>
            {lines.map((line) => (
              <th key={lineName(line)} scope="col">
                {lineName(line)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: generations }, (_, i) => i + 1).map((generation) => (
            <tr key={generation}>
              <th scope="row">{generation}</th>
              {lines.map((line) => {
                const point = line.points.find((candidate) => candidate.generation === generation);
                return (
                  <td key={lineName(line)}>
                    {point ? valueText(point.value) : '–'}
                    {point && drawn === 'ratio' && <span className={charts.range}>{percent(point.drawn)}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
