import type { Experiment } from '../../engine/experiment';
import { quantile } from '../../engine/math/quantile';
import { threeDigits } from '../../presets/threeDigits';
import { type Told, toldFor, toldScoreOf } from '../../presets/told';
import type { Frame } from '../../results/frame';
import { valuesOf } from '../../results/stats';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

interface Here {
  readonly value: number;
  /** over how many */
  readonly runs: number;
}

/** A reading of this very run, read as the told one was: averaged over its generations, then over the runs. */
function readHere(frames: readonly Frame[], loop: string, { value: score, generations: [first, last], over, outOf }: Told['reading']): Here | null {
  const runs = new Map<number, number[]>();
  for (const frame of frames.slice(first - 1, last)) {
    for (const [replicate, value] of valuesOf(frame, loop, score)) runs.set(replicate, [...(runs.get(replicate) ?? []), value]);
  }
  const means = [...runs.values()].map(mean).sort((a, b) => a - b);
  if (means.length === 0) return null;
  const value = over === 'mean' ? mean(means) : quantile(means, 0.5);
  return { value: outOf === undefined ? value : outOf / value, runs: means.length };
}

function words(frames: readonly Frame[], loop: string, { reading, expected: { printed, by, apart } }: Told): string[] {
  const here = readHere(frames, loop, reading);
  if (here === null) return [];
  const [first, last] = reading.generations;
  const when = first === last ? `generation ${first}` : `generations ${first} to ${last}`;
  const what = /(generations?|at) \d/.test(reading.what) ? reading.what : `${reading.what} (${when})`;
  const how = here.runs === 1 ? 'one run' : `${reading.over} of ${here.runs} runs`;
  return [`${what}: ${threeDigits(here.value)} here (${how}), ${printed} by ${by}${apart === undefined ? '' : ` (${apart})`}`];
}

/** The numbers that are told of a preset beside those of its run, as far as it has come; '' where there are none. */
export function toldWords(frames: readonly Frame[], experiment: Experiment): string {
  const score = toldScoreOf(experiment);
  const reached = score === null ? [] : toldFor(experiment, score).filter(({ reading }) => reading.generations[1] <= frames.length);
  const told = reached.flatMap((one) => words(frames, one.reading.loop ?? experiment.loop[0], one));
  return told.length === 0 ? '' : ` Against what is told: ${told.join('; ')}.`;
}
