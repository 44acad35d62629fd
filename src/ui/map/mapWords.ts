import type { MetricDescription } from '../../engine/descriptions';
import type { Experiment } from '../../engine/experiment';
import type { Axis, SweepPlan } from '../../engine/sweepPlan';
import { number, seconds } from '../../format';
import { type MapRuns, sizeOf } from '../../store/maps';
import { betterWords } from '../charts/summary';
import { quietName } from '../text/loopNames';
import { numberSpec } from './mapChoice';
import { type CellStats, mediansOf } from './mapValues';

/** "Sampling bias λ" as it stands inside a sentence. */
const quietLabel = ({ key }: Pick<Axis, 'key'>): string => {
  const { label } = numberSpec(key);
  return label[0].toLowerCase() + label.slice(1);
};

/** "sampling bias λ 0.7, synthetic samples per generation 64". */
export const cellWords = ({ x, y }: Pick<SweepPlan, 'x' | 'y'>, at: number): string => {
  const columns = x.values.length;
  return `${quietLabel(x)} ${number(x.values[at % columns])}, ${quietLabel(y)} ${number(y.values[Math.floor(at / columns)])}`;
};

const times = (replicates: number): string => (replicates === 1 ? 'run once' : replicates === 2 ? 'run twice' : `run ${replicates} times`);

/** What is drawn, and of what. */
export function aboutWords({ experiment: { loop, generations, replicates } }: SweepPlan, name: string): string {
  const median = replicates === 1 ? '' : `, the median of its ${replicates} runs`;
  return `Each square is an experiment of its own: the ${quietName(loop[0])} loop, ${times(replicates)} to generation ${generations}. Its colour tells where that ends: ${name}${median}.`;
}

/** What all squares share: an experiment that was changed on its way is taken as it began. */
export const sharedWords = ({ changes }: Pick<Experiment, 'changes'>): string =>
  changes.length === 0
    ? 'All other settings are those on the screen.'
    : 'All other settings are those with which the run on the screen began: its changes on the way are left out.';

/** How far it is, and how long the rest will take. */
export function progressWords(runs: MapRuns): string {
  const [all, done] = [sizeOf(runs.plan), runs.cells.size];
  const bare = [...mediansOf(runs).values()].filter((median) => median === null).length;
  const without = bare === 0 ? '' : ` ${bare === 1 ? 'One has' : `${bare} have`} no value (crossed out).`;
  if (done === all) return `All ${all} squares are computed.${without}`;
  const left = runs.secondsLeft === null ? '' : `, about ${seconds(Math.max(1, Math.ceil(runs.secondsLeft)))} left`;
  return `${done} of ${all} squares${runs.isComputing ? left : ', stopped'}.${without}`;
}

/** A square's values. */
export function valueWords(stats: CellStats, replicates: number): string {
  const { median, low, high, count } = stats;
  if (replicates === 1) return number(median);
  const range = low === high ? 'all the same' : `${number(low)} to ${number(high)}`;
  return `${number(median)} (median of ${count === replicates ? count : `the ${count} of ${replicates} that have a value`}, ${range})`;
}

/** What the map shows, for those who can't see it. */
export function summaryOf(runs: MapRuns, metric: MetricDescription): string {
  const { plan } = runs;
  const known = [...mediansOf(runs)].flatMap(([at, median]) => (median === null ? [] : [{ at, median }]));
  const head = `${metric.name} at generation ${plan.experiment.generations}, by ${quietLabel(plan.x)} and ${quietLabel(plan.y)}`;
  if (known.length === 0) return `${head}: nothing computed yet.`;
  const better = betterWords(metric);
  const [lowest, highest] = [known.reduce((a, b) => (b.median < a.median ? b : a)), known.reduce((a, b) => (b.median > a.median ? b : a))];
  const ends = [
    ['Lowest', lowest],
    ['Highest', highest],
  ] as const;
  const told = ends.map(([name, { at, median }]) => `${name} ${number(median)} at ${cellWords(plan, at)}.`);
  return `${head}${better === '' ? '' : ` (${better})`}. ${told.join(' ')} ${known.length} of ${sizeOf(plan)} squares.`;
}

export const BOUNDARY_WORDS =
  'Dashed line: where theory, for many real samples, has synthetic ones begin to do harm. With fewer of them, or a λ nearer to 1, W₂² ends lower than with the real samples alone; beyond the line higher.';
