import { useId } from 'react';
import { excerpt } from '../../engine/refusal';
import buttons from '../forms/Buttons.module.css';
import type { Table } from '../table/readTable';
import styles from './Draw.module.css';
import { type Axes, columnName } from './pointColumns';
import { chooseAxes, useSketch } from './sketchStore';

const ROWS = 4;
const COLUMNS = 6;
const LONGEST = 16;

/** The first columns, and those that are taken. */
function shownColumns({ width }: Table, { x, y }: Axes): number[] {
  const first = Array.from({ length: Math.min(width, COLUMNS) }, (_, column) => column);
  return [...new Set([...first, x, y])].filter((column) => column >= 0).sort((a, b) => a - b);
}

function Preview({ table, axes }: { table: Table; axes: Axes }) {
  const columns = shownColumns(table, axes);
  const axisOf = (column: number) => (column === axes.x ? ' = x' : column === axes.y ? ' = y' : '');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a phone, it scrolls, by keyboard too
    <section className={styles.preview} tabIndex={0} aria-label="The first rows">
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" data-taken={axisOf(column) !== ''}>
                {`${columnName(table, column)}${axisOf(column)}`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.first.slice(0, ROWS).map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a text have no other name
            <tr key={at}>
              {columns.map((column) => (
                <td key={column} data-taken={axisOf(column) !== ''}>
                  {excerpt(row[column] ?? '', LONGEST)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ColumnSelect({ axis, table, axes }: { axis: 'x' | 'y'; table: Table; axes: Axes }) {
  const id = useId();
  return (
    <span>
      <label htmlFor={id}>{axis}</label>
      <select id={id} value={axes[axis]} onChange={(event) => void chooseAxes({ ...axes, [axis]: Number(event.target.value) })}>
        {axes[axis] < 0 && <option value={-1}>choose</option>}
        {Array.from({ length: table.width }, (_, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place
          <option key={column} value={column}>
            {columnName(table, column)}
          </option>
        ))}
      </select>
    </span>
  );
}

/** Which two columns of the text become x and y, where it has more than two, with its first rows. */
export function ColumnChoice() {
  const source = useSketch((state) => state.source);
  if (!source || source.table.width <= 2) return null;
  const { table } = source;
  const axes = source.axes ?? { x: -1, y: -1 };
  return (
    <fieldset className={styles.columns}>
      <legend>Choose two columns</legend>
      <div className={buttons.buttons}>
        <ColumnSelect axis="x" table={table} axes={axes} />
        <ColumnSelect axis="y" table={table} axes={axes} />
      </div>
      <Preview table={table} axes={axes} />
    </fieldset>
  );
}
