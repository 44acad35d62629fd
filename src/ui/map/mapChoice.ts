import { modelOf } from '../../engine/chosen';
import { type Experiment, KEYS, type Key } from '../../engine/experiment';
import type { NumberKey } from '../../engine/keys/key';
import { allowedText, keyNamed, readNumber, specOf } from '../../engine/keyText';
import { isScore } from '../../engine/laneValue';
import { loopsOf } from '../../engine/loops/named';
import { plainName } from '../../engine/names';
import { readDecimal } from '../../engine/numberText';
import { excerpt } from '../../engine/refusal';
import { axisOf, type SweepPlan } from '../../engine/sweepPlan';
import { metricsOf, truthsOf } from '../charts/metricsOf';
import { estimateSeconds } from '../text/estimate';

/** A key, and the values that it takes on a map. */
export interface Range {
  readonly key: Key;
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** What a reader chooses of a map; all else is the experiment's. */
export interface MapChoice {
  readonly x: Range;
  readonly y: Range;
  readonly loop: string;
  readonly score: string;
  readonly replicates: number;
}

export const COUNTS = { min: 2, max: 24 } as const;
export const MOST_REPLICATES = 64;

/** How often a run is repeated and how it is scored is no place for a run to be. */
const NO_AXIS: readonly Key[] = ['seed', 'replicates', 'generations', 'evaluation', 'k'];

/** Numbers that a map can have along its sides. */
export function axisKeys(experiment: Experiment): Key[] {
  return KEYS.filter((key) => {
    const spec = specOf(key);
    return (
      (spec.type === 'integer' || spec.type === 'number') &&
      !spec.allowed &&
      spec.max > spec.min &&
      !NO_AXIS.includes(key) &&
      spec.applies(experiment)
    );
  });
}

export const numberSpec = (key: Key): NumberKey => specOf(key) as NumberKey;

/** The highest value that a key has on the page, with this model. */
export function highestOf(key: Key, { model }: Pick<Experiment, 'model'>): number {
  const { max, pageMax = max } = numberSpec(key);
  return Math.min(pageMax, modelOf({ model }).most?.[key]?.value ?? pageMax);
}

/** Rounded to one digit. */
const round = (value: number): number => Number(value.toPrecision(1));

/** About its value, and wide enough to see more than one fate. */
function rangeAbout(key: Key, experiment: Experiment): Omit<Range, 'count'> {
  const { min, type, scale, sliderMax } = numberSpec(key);
  const most = Math.min(sliderMax ?? Number.POSITIVE_INFINITY, highestOf(key, experiment));
  const value = Number(experiment[key]);
  if (scale === 'log') {
    const to = Math.min(most, Math.max(round(4 * value), 64));
    return { key, from: min === 0 ? 0 : Math.min(Math.max(min, round(value / 16)), to / 2), to };
  }
  const least = type === 'integer' ? min : Math.max(min, 0.3);
  return { key, from: least, to: type === 'integer' ? Math.min(most, Math.max(4 * value, least + 8)) : most };
}

/** Fine maps first, and what they take: the first one that is drawn soon is the one to begin with. */
const SIZES = [
  { count: 16, replicates: 8 },
  { count: 12, replicates: 4 },
  { count: 9, replicates: 2 },
  { count: 6, replicates: 1 },
] as const;
const SOON_SECONDS = 30;

/** Where there is most to see; of one Gaussian, where theory has a boundary. */
const favouritesOf = (experiment: Experiment): readonly Key[] =>
  modelOf(experiment).isOneGaussian ? ['bias', 'synthetic', 'initialReal'] : ['real', 'synthetic', 'initialReal', 'bias'];

/** The loop with the most to map: fresh data where it is among the experiment's. */
const loopOf = ({ loop }: Pick<Experiment, 'loop'>): string => loop.find((id) => id === 'fresh-data') ?? loop[0];

/** The map that an experiment begins with. @param score the one on the stage */
export function firstChoice(experiment: Experiment, score: string | undefined): MapChoice {
  const loop = loopOf(experiment);
  const keys = axisKeys({ ...experiment, loop: [loop] });
  const [x = keys[0], y = keys[1]] = favouritesOf(experiment).filter((key) => keys.includes(key));
  const choice = (count: number, replicates: number): MapChoice => ({
    x: { ...rangeAbout(x, experiment), count },
    y: { ...rangeAbout(y, experiment), count },
    loop,
    score: score ?? scoresOf(experiment)[0]?.id ?? '',
    replicates,
  });
  const choices = SIZES.map(({ count, replicates }) => choice(count, replicates));
  const isSoon = (one: MapChoice) => {
    const plan = planOf(one, experiment);
    return typeof plan !== 'string' && secondsOf(plan) < SOON_SECONDS;
  };
  return choices.find(isSoon) ?? choices[choices.length - 1];
}

/** Scores and exact values that a map can show. */
export const scoresOf = (experiment: Experiment) => [...metricsOf(experiment), ...truthsOf(experiment)];

/** The same map with another key along a side, about its value. */
export const movedTo = (range: Range, key: Key, experiment: Experiment): Range => ({ ...rangeAbout(key, experiment), count: range.count });

/** The map as the engine takes it, or why there is none. Changes on the way are left out: a cell is one setting. */
export function planOf({ x, y, loop, score, replicates }: MapChoice, experiment: Experiment): SweepPlan | string {
  const axes = [x, y].map(({ key, from, to, count }) => {
    const axis = axisOf(key, from, to, count);
    return axis ?? `${numberSpec(key).label}: from ${from} to ${to} there are no ${count} different values in rising order.`;
  });
  const wrong = axes.find((axis) => typeof axis === 'string');
  if (typeof wrong === 'string') return wrong;
  if (x.key === y.key) return `${numberSpec(x.key).label} is along both sides; a map needs two settings.`;
  const [across, up] = axes as Exclude<(typeof axes)[number], string>[];
  // several GPUs' worth of work would wait for one
  const backend = experiment.backend === 'auto' ? 'wasm' : experiment.backend;
  const scores = isScore(score) ? [score] : [];
  return { experiment: { ...experiment, loop: [loop], replicates, scores, changes: [], backend }, x: across, y: up, score };
}

/** Seconds of one core. */
export function secondsOf({ experiment, x, y }: SweepPlan): number {
  let sum = 0;
  for (const row of y.values) {
    for (const column of x.values) {
      const cell = { ...experiment, [x.key]: column, [y.key]: row };
      const { generations } = cell;
      // only the last generation is scored
      const unscored = estimateSeconds({ ...cell, scores: [] }, null, 1);
      sum += unscored + (estimateSeconds(cell, null, 1) - unscored) / generations + FIXED_SECONDS * generations * cell.replicates;
    }
  }
  return sum;
}

/** What a generation of the smallest loop takes. */
const FIXED_SECONDS = 5e-5;

// --- in links -----------------------------------------------------------------------------------------------------------------

const printRange = ({ key, from, to, count }: Range): string => `${key}:${from}..${to}/${count}`;

/** "real:0..256/16,synthetic:16..1024/16", and what else is not as the experiment has it. */
export function printChoice(choice: MapChoice, experiment: Experiment, firstScore: string | undefined): string {
  const { x, y, loop, score, replicates } = choice;
  return [
    printRange(x),
    printRange(y),
    ...(loop === loopOf(experiment) ? [] : [`loop:${loop}`]),
    ...(score === firstScore ? [] : [`score:${score}`]),
    ...(replicates === experiment.replicates ? [] : [`replicates:${replicates}`]),
  ].join(',');
}

/** The map that a link asks for. What can't be taken is left as a map begins, with a sentence each. */
export function readChoice(
  text: string,
  experiment: Experiment,
  firstScore: string | undefined,
): { readonly choice: MapChoice; readonly notes: readonly string[] } {
  const notes: string[] = [];
  const begins = firstChoice(experiment, firstScore);
  let { loop, score } = begins;
  let replicates = Math.min(MOST_REPLICATES, experiment.replicates);
  const ranges: Range[] = [];

  for (const part of text.split(',').filter((piece) => piece.trim() !== '')) {
    const [name, ...rest] = part.split(':');
    const value = rest.join(':').trim();
    if (plainName(name) === 'loop') loop = named(value, loopsOf(experiment), loop, part);
    else if (plainName(name) === 'score') score = named(value, scoresOf(experiment), score, part);
    else if (plainName(name) === 'replicates') replicates = countIn(value, 1, MOST_REPLICATES, replicates, part);
    else ranges.push(...rangeIn(name, value, part));
  }

  function named(value: string, options: readonly { readonly id: string }[], otherwise: string, part: string): string {
    const found = options.find(({ id }) => plainName(id) === plainName(value));
    if (!found) notes.push(`“${excerpt(part)}” is none of ${options.map(({ id }) => id).join(', ')}; ${otherwise} was taken.`);
    return found?.id ?? otherwise;
  }

  function countIn(value: string, min: number, max: number, otherwise: number, part: string): number {
    const number = readDecimal(value, true);
    const taken = Number.isNaN(number) ? otherwise : Math.min(max, Math.max(min, Math.round(number)));
    if (taken !== number) notes.push(`“${excerpt(part)}” has no whole number from ${min} to ${max}; ${taken} was taken.`);
    return taken;
  }

  function rangeIn(name: string, value: string, part: string): Range[] {
    const [, from = '', to = '', count = ''] = /^(.+?)\.\.(.+)\/(.+)$/.exec(value) ?? [];
    const key = keyNamed(name.trim());
    const keys = axisKeys({ ...experiment, loop: [loop] });
    if (key === undefined || !keys.includes(key)) {
      notes.push(`“${excerpt(part)}” names no number of this experiment. There are ${keys.join(', ')}.`);
      return [];
    }
    const [start, end] = [from, to].map((number) => readNumber(key, number, 'page'));
    if (!start || !end || count === '') {
      notes.push(`“${excerpt(part)}” is not of the form ${key}:from..to/count.`);
      return [];
    }
    if (!start.exact || !end.exact) notes.push(`“${excerpt(part)}”: ${key} takes ${allowedText(key)}; the nearest was taken.`);
    const most = highestOf(key, experiment);
    const counted = countIn(count, COUNTS.min, COUNTS.max, begins.x.count, part);
    return [{ key, from: Math.min(most, start.value), to: Math.min(most, end.value), count: counted }];
  }

  const [x = begins.x, y] = ranges;
  const other = [begins.y, begins.x].find(({ key }) => key !== x.key) ?? begins.y;
  const choice = { x, y: y ?? other, loop, score, replicates };
  const plan = planOf(choice, experiment);
  if (typeof plan !== 'string') return { choice, notes };
  return { choice: { ...begins, loop, score, replicates }, notes: [...notes, plan] };
}
