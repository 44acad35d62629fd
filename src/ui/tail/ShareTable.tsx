import { memo } from 'react';
import type { KindDescription } from '../../engine/descriptions';
import type { Frame } from '../../results/frame';
import tables from '../forms/Tables.module.css';
import { usePages } from '../Pager';
import { quietName } from '../text/loopNames';
import { lifeWords } from './lifeWords';
import { sharesOf } from './lines';
import { shareWords } from './names';
import styles from './Tail.module.css';

const PAGE = 100;

/** "0.2 %, not alive"; with replicates in how many it is alive. */
function cellWords(frame: Frame, loop: string, mode: number, kind: KindDescription): string {
  const words = lifeWords(kind);
  const share = sharesOf(frame, loop)[mode];
  if (share === undefined) return '–';
  const lanes = frame.lanes.filter((lane) => lane.loop === loop && lane.shares);
  const alive = lanes.filter((lane) => lane.shares?.alive[mode]).length;
  if (lanes.length > 1) return `${shareWords(share)}, ${words.alive} in ${alive} of ${lanes.length}`;
  return `${shareWords(share)}${alive === 0 ? `, ${words.not}` : ''}`;
}

const Row = memo(function Row({ frame, loops, mode, kind }: { frame: Frame; loops: readonly string[]; mode: number; kind: KindDescription }) {
  return (
    <tr>
      <th scope="row">{frame.generation}</th>
      {loops.map((loop) => (
        <td key={loop}>{cellWords(frame, loop, mode, kind)}</td>
      ))}
    </tr>
  );
});

/** A mode's share of the samples, one row for each generation; long runs in pages, the present one first shown. */
export function ShareTable({
  name,
  kind,
  mode,
  frames,
  shown,
  loops,
}: {
  name: string;
  kind: KindDescription;
  mode: number;
  frames: readonly Frame[];
  shown: number;
  loops: readonly string[];
}) {
  const { from, to, pager } = usePages(shown, PAGE);
  return (
    <>
      {pager}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className={styles.box} tabIndex={0} aria-label={`Table of ${name}`}>
        <table className={`${tables.table} ${styles.shares}`}>
          <caption>{name}: share of the samples</caption>
          <thead>
            <tr>
              <th scope="col">Generation</th>
              {loops.map((loop) => (
                <th key={loop} scope="col">
                  {quietName(loop)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {frames.slice(from, to).map((frame) => (
              <Row key={frame.generation} frame={frame} loops={loops} mode={mode} kind={kind} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
