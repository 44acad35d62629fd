/** Numbers of runs, as lessons ask for them. */
import { isScore, laneValue } from '../engine/laneValue';
import { loopNamed } from '../engine/loops/named';
import { recipesOf } from '../engine/recipe';
import type { LaneResult } from '../engine/results';
import { truths } from '../engine/truths';
import { GONE_FOR, type Loss, lossesOf } from '../results/losses';
import { aliveOf, meanOver, reasonOf } from '../results/stats';
import type { Reading } from './lesson';
import type { RunSeen } from './runSeen';
import { isOfWholeRun } from './scoreBehind';
import { frameAt, generationsOf } from './stretch';
import { never, type Told, told, untold } from './told';

/** What a reading has in each replicate; null where a replicate has none. */
interface OfReplicates {
  readonly values: readonly (number | null)[];
  /** why there is none, where one is missing */
  readonly why: string;
}

/** A mode that is not lost yet may be lost later: behind every generation. */
const NEVER = Number.POSITIVE_INFINITY;

/** Whether replicates are counted. */
const isCounted = (stat: Reading['stat']): stat is 'share' | 'count' => stat === 'share' || stat === 'count';

/** Whether a number that is read may be one that never comes: so can its answer. */
export const mayBeNever = ({ score, stat }: Reading): boolean => isOfWholeRun(score) && !isCounted(stat) && stat !== 'mean';

/** What a number is read off: `modeAlive.3` is mode 3 of `modeAlive`. */
function named(score: string): { readonly what: string; readonly mode: number } {
  const [, what = score, mode = 0] = /^(modeAlive|modeLost)\.([1-9]\d{0,3})$/.exec(score) ?? [];
  return { what, mode: Number(mode) };
}

/** The loop of a reading: the only one of the run where none is named. */
function loopOf({ loop }: Pick<Reading, 'loop'>, { experiment }: RunSeen): Told<string> {
  const { loop: loops } = experiment;
  if (loop === undefined) return loops.length === 1 ? told(loops[0]) : untold(`the run has ${loops.length} loops, and none of them is named`);
  return loops.includes(loop) ? told(loop) : untold(`the run has no loop “${loop}”`);
}

/**
 * The number that a reading has in a run, or why there is none. A stretch gives the mean of each replicate over it, before anything is made of the
 * replicates. Median, mean, min and max are, as on the page's charts, of the replicates that have a value.
 */
export function numberOf(reading: Reading, run: RunSeen): Told<number> {
  const loop = loopOf(reading, run);
  if (loop.value === null) return loop;
  const { what, mode } = named(reading.score);
  if (what === 'realUsed') return realUsed(reading, loop.value, run);
  if (what === 'firstLoss') return lossIn(reading, 'no mode is lost', firstLossesOf(loop.value, run), run);
  if (what === 'modeLost' && mode > 0) return lossIn(reading, `mode ${mode} is not lost`, lossesOfMode(mode, loop.value, run), run);
  if (what !== 'modeAlive' && !isScore(what) && !truths.some(({ id }) => id === what)) return untold(`there is no score “${reading.score}”`);
  if (isCounted(reading.stat) && reading.above === undefined && what !== 'modeAlive')
    return untold(`a ${reading.stat} of replicates is of modeAlive or firstLoss, or above a value that is not named here`);
  const generations = generationsOf(reading.at, run);
  if (generations.value === null) return generations;
  const found = overStretch(generations.value, run, loop.value, what, mode);
  if (found.value === null) return found;
  return over(found.value, reading.stat, reading.above);
}

function overStretch(generations: readonly number[], run: RunSeen, loop: string, what: string, mode: number): Told<OfReplicates> {
  const sums = new Array<number | null>(run.experiment.replicates).fill(0);
  let why = 'not computed';
  for (const t of generations) {
    const frame = frameAt(run, t);
    if (frame.value === null) return frame;
    const lanes = new Map(frame.value.lanes.filter((lane) => lane.loop === loop).map((lane) => [lane.replicate, lane]));
    for (const [at, sum] of sums.entries()) {
      const lane = lanes.get(at + 1);
      const value = lane === undefined ? null : inLane(lane, what, mode);
      if (value === null) why = reasonIn(lane, reasonOf(frame.value, loop, what), what, mode);
      sums[at] = sum === null || value === null ? null : sum + value;
    }
  }
  return told({ values: sums.map((sum) => (sum === null ? null : sum / generations.length)), why });
}

function inLane(lane: LaneResult, what: string, mode: number): number | null {
  if (what === 'modeAlive') {
    const alive = lane.shares?.alive[mode - 1];
    return alive === undefined ? null : Number(alive);
  }
  const value = laneValue(lane, what) ?? null;
  // a run may have been computed for its shares alone
  return value === null && what === 'modesAlive' && lane.shares ? lane.shares.alive.filter(Boolean).length : value;
}

function reasonIn(lane: LaneResult | undefined, ofScore: string, what: string, mode: number): string {
  if (what !== 'modeAlive') return ofScore;
  const count = lane?.shares?.alive.length;
  return count === undefined ? 'not computed, or these data have no modes' : `mode ${mode} is none of the ${count} that there are`;
}

/** One number of those of the replicates. */
function over({ values, why }: OfReplicates, stat: Reading['stat'] = 'value', above = 0): Told<number> {
  if (stat === 'value') return values[0] === null ? untold(why) : finite(values[0], why);
  if (isCounted(stat)) {
    const count = values.filter((value) => value !== null && value > above).length;
    return values.includes(null) ? untold(why) : told(stat === 'count' ? count : count / values.length);
  }
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (sorted.length === 0) return untold(why);
  const found = { min: sorted[0], max: sorted[sorted.length - 1], median: middleOf(sorted), mean: meanOver(sorted) };
  return finite(found[stat], why);
}

/** The median, as the page's charts have it; it is told where the later half comes behind every generation, too. */
function middleOf(sorted: readonly number[]): number {
  const [below, above] = [Math.floor, Math.ceil].map((round) => sorted[round((sorted.length - 1) / 2)]);
  return below === above ? below : below + (above - below) * 0.5;
}

/** No number of a lesson is infinite. */
const finite = (value: number, why: string): Told<number> => (Number.isFinite(value) ? told(value) : untold(why));

/** Different real samples that a loop is given up to a generation, the first ones among them: what `recipe.ts` counts. */
function realUsed({ at = 'last', stat = 'value' }: Reading, loop: string, run: RunSeen): Told<number> {
  if (isCounted(stat)) return untold(`a ${stat} of replicates is of modeAlive or firstLoss, not of realUsed`);
  const known = loopNamed(loop);
  const generations = generationsOf(at, run);
  if (generations.value === null) return generations;
  if (!known) return untold(`there is no loop “${loop}”`);
  const recipeAt = recipesOf(known, run.experiment);
  return told(meanOver(generations.value.map((t) => recipeAt(t).realSeen)));
}

/** A generation of loss of each replicate, in their order; null where one has none. */
type Losses = Told<readonly (number | null)[]>;

/** The first loss of each replicate. */
export const firstLossesOf = (loop: string, run: RunSeen): Losses => ofEach(loop, run, ([first]) => first?.generation ?? null);

/** From when on each replicate is without a mode; one that has never had it is so from the beginning. */
const lossesOfMode = (mode: number, loop: string, run: RunSeen): Losses =>
  ofEach(loop, run, (losses, replicate) => {
    const hasIt = run.frames.some((frame) => aliveOf(frame, loop, replicate)?.alive[mode - 1]);
    return hasIt ? (losses.find(({ modes }) => modes.includes(mode - 1))?.generation ?? null) : 1;
  });

/** What is read off the losses of each replicate, once the run has ended. */
function ofEach(loop: string, run: RunSeen, read: (losses: readonly Loss[], replicate: number) => number | null): Losses {
  const { experiment, frames, noise } = run;
  const end = frameAt(run, experiment.generations);
  if (end.value === null) return end;
  if (!end.value.lanes.some((lane) => lane.loop === loop && lane.shares)) return untold('not computed, or these data have no modes');
  if (noise?.bands.modesAlive === undefined) return untold(noise?.undefined.modesAlive ?? 'the noise floor of the modes alive is not known');
  return told(Array.from({ length: experiment.replicates }, (_, i) => read(lossesOf(frames, loop, noise, i + 1), i + 1)));
}

/**
 * The generation from which on a mode is lost, by the page's rule, once the run has ended. A replicate that lost none comes behind all that did:
 * their median may be told, their mean not. `share` and `count`: of the replicates that lost one.
 */
function lossIn({ at, score, stat = 'value' }: Reading, none: string, all: Losses, { experiment }: RunSeen): Told<number> {
  if (at !== undefined) return untold('a loss is of the whole run, and of no generation');
  if (all.value === null) return all;
  const values = all.value.map((generation) => generation ?? NEVER);
  if (isCounted(stat)) {
    const count = values.filter((value) => value < NEVER).length;
    return told(stat === 'count' ? count : count / values.length);
  }
  const isTooShort = experiment.generations < 1 + GONE_FOR;
  const why = `${none} by generation ${experiment.generations}${isTooShort ? `, nor can be within fewer than ${1 + GONE_FOR}` : ''}`;
  const found = over({ values, why }, stat);
  return found.value === null && mayBeNever({ score, stat }) && !isTooShort ? never(why) : found;
}
