import { useStore } from 'zustand';
import { theoryAt } from '../../lessons/checks';
import type { Reading, Step } from '../../lessons/lesson';
import type { RunSeen } from '../../lessons/runSeen';
import { type Told, told, untold } from '../../lessons/told';
import { numberOf } from '../../lessons/values';
import { meanOver, valuesOf } from '../../results/stats';
import { theoryOf } from '../../results/theory';
import { experimentOnScreen, frameShown } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import tables from '../forms/Tables.module.css';
import { loopName } from '../text/loopNames';
import styles from './Lesson.module.css';
import { lessonDoor } from './lessonDoor';
import { precise } from './precise';

const NAMES = { value: 'run 1', median: 'median', mean: 'mean', min: 'smallest', max: 'largest', share: 'share above', count: 'runs above' } as const;
/** So many of the largest are left out, to see who carries a mean. */
const FEW = 5;

const nameOf = ({ stat = 'value', at, above }: Reading): string =>
  [NAMES[stat], above === undefined ? '' : ` ${precise(above)}`, Array.isArray(at) ? `, generations ${at[0]} to ${at[1]}` : ''].join('');

/** What the step asks of the replicates of a curve, of each kind once. */
function askedFor({ observe = [] }: Step, score: string | undefined): readonly Reading[] {
  const readings = observe.map(({ is }) => is).filter(({ score: of, stat = 'value' }) => of === score && stat !== 'value');
  return [...new Map(readings.map((reading) => [nameOf(reading), reading])).values()];
}

/** The mean over runs that theory knows, or its typical run. */
function theoryBeside({ stat, ...reading }: Reading, run: RunSeen, loop: string): Told<number> {
  if (stat === 'mean') return theoryAt({ ...reading, loop }, run);
  const frame = run.frames.find(({ generation }) => generation === reading.at);
  const typical = stat === 'median' && frame ? theoryOf(frame, loop, reading.score).typical : null;
  return typical === null ? untold('no law is known') : told(typical);
}

/** A chart shows the median of many runs and a band: here is what else a step asks of them, at the generation shown, and what theory says of it. */
export function OverRuns({ step }: { step: Step }) {
  const score = useStore(lessonDoor, ({ curve }) => curve);
  const frame = useLab(frameShown);
  const frames = useLab(({ run }) => (run.status === 'idle' ? null : run.frames));
  const experiment = useLab(experimentOnScreen);
  const readings = askedFor(step, score);
  if (readings.length === 0 || !frame || !frames || score === undefined) return null;
  const run: RunSeen = { experiment, frames, noise: null };
  const { loop: loops, replicates } = experiment;
  const rows = readings.map((reading) => {
    const now = { ...reading, at: Array.isArray(reading.at) ? reading.at : frame.generation };
    return {
      name: nameOf(reading),
      values: loops.flatMap((loop) => [numberOf({ ...now, loop }, run), theoryBeside(now, run, loop)]),
    };
  });
  const sorted = (loop: string) => [...valuesOf(frame, loop, score).values()].sort((a, b) => a - b);
  const trimmed = {
    name: `mean without the ${FEW} largest`,
    values: loops.flatMap((loop) => {
      const left = sorted(loop).slice(0, -FEW);
      return [left.length > 0 ? told(meanOver(left)) : untold('too few runs'), untold('no law is known')];
    }),
  };
  const hasTypical = rows.some(({ name, values }) => name === NAMES.median && values.some(({ value }, at) => at % 2 === 1 && value !== null));
  const all = readings.some(({ stat }) => stat === 'max') ? [...rows, trimmed] : rows;
  const hasTheory = all.some(({ values }) => values.some(({ value }, at) => at % 2 === 1 && value !== null));
  return (
    <table className={`${tables.table} ${styles.runs}`}>
      <caption>
        {replicates} runs, generation {frame.generation}
        {hasTypical && '; beside the median stands the law of the typical run, its geometric mean'}
      </caption>
      <thead>
        <tr>
          <td />
          {loops.flatMap((loop) => [
            <th key={loop} scope="col">
              {loops.length > 1 ? loopName(loop) : 'runs'}
            </th>,
            hasTheory && (
              <th key={`${loop} theory`} scope="col">
                theory
              </th>
            ),
          ])}
        </tr>
      </thead>
      <tbody>
        {all.map(({ name, values }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {values.map(({ value }, at) =>
              hasTheory || at % 2 === 0 ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                <td key={at}>{value === null ? '–' : precise(value)}</td>
              ) : null,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
