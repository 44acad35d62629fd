/** What runs say of a statement. */
import type { NoiseFloor } from '../engine/results';
import { theoryOf } from '../results/theory';
import type { Check, Comparison, OPERATORS, Reading } from './lesson';
import type { RunSeen } from './runSeen';
import { isOfWholeRun } from './scoreBehind';
import { frameAt, generationsOf, stretchOf } from './stretch';
import { type Told, told, untold } from './told';
import { numberOf } from './values';

/** It holds, it does not, or it can't be told, and why. */
export type Verdict = Told<boolean>;

/** All that statements are about. */
export interface Seen {
  /** the run of this name, or the one that is meant where none is named; null where there is none, or nothing is known of it yet */
  readonly run: (name: string | undefined) => RunSeen | null;
  /** what was predicted, of a sketch for a generation; null where nothing was */
  readonly predicted: (id: string, at: Reading['at']) => number | null;
}

/** The number of a reading among all runs. */
export function readingOf(reading: Reading, { run }: Pick<Seen, 'run'>): Told<number> {
  const found = run(reading.run);
  return found ? numberOf(reading, found) : untold(reading.run === undefined ? 'no run is named' : `the run “${reading.run}” is not known`);
}

/** Whether a statement holds. One that can't be told leaves a whole open only where the rest does not decide it. */
export function verdictOn(check: Check, seen: Seen): Verdict {
  if ('all' in check) return allOf(check.all, (part) => verdictOn(part, seen));
  if ('any' in check) return not(allOf(check.any, (part) => not(verdictOn(part, seen))));
  if ('not' in check) return not(verdictOn(check.not, seen));
  const { every, ...one } = check;
  if (every === undefined) return compared(one, seen);
  return allOf(stretchOf(every), (at) => compared({ ...one, at }, seen));
}

function allOf<Part>(parts: readonly Part[], verdict: (part: Part) => Verdict): Verdict {
  let open: Verdict | null = null;
  for (const part of parts) {
    const found = verdict(part);
    if (found.value === false) return found;
    if (found.value === null) open ??= found;
  }
  return open ?? told(true);
}

const not = (verdict: Verdict): Verdict => (verdict.value === null ? verdict : told(!verdict.value));

const HOLDS: Record<(typeof OPERATORS)[number], (left: number, right: number) => boolean> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

function compared(comparison: Comparison, seen: Seen): Verdict {
  const { op, within } = comparison;
  const left = readingOf(comparison, seen);
  if (left.value === null) return left;
  const right = otherSide(comparison, seen);
  if (right.value === null) return right;
  if (op !== undefined) return told(HOLDS[op](left.value, right.value));
  return within === undefined ? untold('it is not said how the two are compared') : told(Math.abs(left.value - right.value) <= within);
}

/** What a number is compared with. Another reading is of the same generation unless it names one, or is of none. */
function otherSide(comparison: Comparison, seen: Seen): Told<number> {
  const { value, ref, at } = comparison;
  if (ref === undefined) return value === undefined ? untold('there is nothing to compare it with') : told(value);
  if (typeof ref !== 'string') return readingOf(at === undefined || isOfWholeRun(ref.score) ? ref : { at, ...ref }, seen);
  const [, id] = /^prediction\.(.+)$/.exec(ref) ?? [];
  if (id !== undefined) {
    const predicted = seen.predicted(id, at);
    return predicted === null ? untold(`nothing is predicted under “${id}”`) : told(predicted);
  }
  const run = seen.run(comparison.run);
  if (!run) return untold('no run is named');
  if (ref === 'theory') return theoryAt(comparison, run);
  if (ref === 'noiseFloor.low' || ref === 'noiseFloor.high')
    return endOfFloor(comparison.score, ref === 'noiseFloor.low' ? 'low' : 'high', run.noise);
  return untold(`“${ref}” is nothing to compare it with`);
}

function endOfFloor(score: string, end: 'low' | 'high', noise: NoiseFloor | null): Told<number> {
  const band = noise?.bands[score];
  return band ? told(band[end]) : untold(noise?.undefined[score] ?? `the noise floor of ${score} is not known`);
}

/** The mean over runs that theory expects, over a stretch the mean of these. */
export function theoryAt({ score, loop, at }: Reading, run: RunSeen): Told<number> {
  const generations = generationsOf(at, run);
  if (generations.value === null) return generations;
  let sum = 0;
  for (const t of generations.value) {
    const frame = frameAt(run, t);
    if (frame.value === null) return frame;
    const { mean } = theoryOf(frame.value, loop ?? run.experiment.loop[0], score);
    if (mean === null) return untold(`no theory of ${score} is known at generation ${t}`);
    sum += mean;
  }
  return told(sum / generations.value.length);
}
