import type { CSSProperties } from 'react';
import type { Step } from '../../lessons/lesson';
import type { RunSeen } from '../../lessons/runSeen';
import { MODE_ALIVE } from '../../lessons/scoreBehind';
import { numberOf } from '../../lessons/values';
import { useLab } from '../../store/useLab';
import tables from '../forms/Tables.module.css';
import { realShares } from '../kinds/classes/realShares';
import { lookOf } from '../palette';
import { areEqual, modeLabels } from '../tail/names';
import { loopName } from '../text/loopNames';
import styles from './Lesson.module.css';

/** "1 in 255"; shares are halves of halves, which floating point has a hair below. */
const sizeWords = (share: number): string => `1 in ${Math.round(1 / share + 1e-6)}`;

/** The generations that a step asks about, or else each third of the run; and the last one. */
function generationsIn({ observe = [] }: Step, { experiment: { generations: last } }: RunSeen): readonly number[] {
  const asked = observe.flatMap(({ is: { score, at } }) => (score.startsWith(`${MODE_ALIVE}.`) && typeof at === 'number' && at <= last ? [at] : []));
  const all = asked.length > 0 ? [...asked, last] : [last / 3, (2 * last) / 3, last].map(Math.ceil);
  return [...new Set(all)].sort((a, b) => a - b);
}

interface TableProps {
  readonly run: RunSeen;
  readonly loop: string;
  readonly groups: readonly string[];
  readonly generations: readonly number[];
}

/** In how many replicates of a loop each group is alive. The bar behind a number says the same, and nothing more. */
function Table({ run, loop, groups, generations }: TableProps) {
  const { loop: loops, replicates } = run.experiment;
  const countOf = (group: number, at: number) => numberOf({ score: `${MODE_ALIVE}.${group + 1}`, loop, at, stat: 'count' }, run).value;
  return (
    <table className={`${tables.table} ${styles.runs} ${styles.groups}`} style={{ '--bar': lookOf(loop).colour } as CSSProperties}>
      <caption>
        Groups alive: in how many of {replicates === 1 ? 'one run' : `${replicates} runs`}
        {loops.length > 1 && `, ${loopName(loop)}`}
      </caption>
      <thead>
        <tr>
          <th scope="col">Group</th>
          {generations.map((at) => (
            <th key={at} scope="col">
              at {at}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map((name, group) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {generations.map((at) => {
              const count = countOf(group, at);
              return (
                <td key={at} style={{ '--part': (count ?? 0) / replicates } as CSSProperties}>
                  {count ?? '–'}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who is still there: a row for each group, with its size where they differ, over the replicates of a run. */
export function GroupsAlive({ step, run }: { step: Step; run: RunSeen }) {
  const shares = useLab(realShares);
  const labels = modeLabels(run.experiment);
  const hasSizes = shares.length === labels.length && !areEqual(shares);
  const groups = labels.map((label, group) => (hasSizes ? `${label} (${sizeWords(shares[group])})` : label));
  const generations = generationsIn(step, run);
  return (
    <div className={styles.part}>
      {run.experiment.loop.map((loop) => (
        <Table key={loop} run={run} loop={loop} groups={groups} generations={generations} />
      ))}
    </div>
  );
}
