import type { Samples, TrainingSet } from './contracts';
import type { Part } from './descriptions';
import { pool, take } from './samples';

/** Where a sample of a training set comes from: a part of the loop, or the archive. */
export type Origin = Part | 'archive';

/** Origins by the number that stands for them in a training set. */
export const ORIGINS = ['initial', 'fresh', 'synthetic', 'archive'] as const satisfies readonly Origin[];

const SYNTHETIC = ORIGINS.indexOf('synthetic');

/** Whether a model made the sample in a row. */
export const isMade = ({ part }: Pick<TrainingSet, 'part'>, row: number): boolean => part[row] === SYNTHETIC;

/** How many samples models made. */
export function countMade({ part }: Pick<TrainingSet, 'part'>): number {
  let made = 0;
  for (let row = 0; row < part.length; row++) if (part[row] === SYNTHETIC) made++;
  return made;
}

/** Samples that are alike: of one part, born in one generation. What says so is shared with other sets like it, and never written to. */
export function trainingSetOf(samples: Samples, part: Origin, born: number): TrainingSet {
  const { count } = samples;
  if (alike.part.length !== count || alike.of !== part) alike.part = new Uint8Array(count).fill(ORIGINS.indexOf(part));
  if (alike.born.length !== count || alike.at !== born) alike.born = new Uint16Array(count).fill(born);
  alike.of = part;
  alike.at = born;
  return { samples, part: alike.part, born: alike.born, weight: null };
}

/** The last of them: the replicates of a loop ask for the same ones in turn. */
const alike: { of: Origin | null; part: Uint8Array; at: number; born: Uint16Array } = {
  of: null,
  part: new Uint8Array(),
  at: -1,
  born: new Uint16Array(),
};

/** All samples of all sets, in order; none of the sets has weights. What says so of two sets is shared, too. */
export function union(...sets: readonly TrainingSet[]): TrainingSet {
  if (sets.length === 1) return sets[0];
  const samples = pool(...sets.map((set) => set.samples));
  if (sets.length > 2) return { samples, ...joined(sets), weight: null };
  if (sets.some(({ part, born }, at) => pair.of[at]?.part !== part || pair.of[at].born !== born)) {
    pair = { of: sets.map(({ part, born }) => ({ part, born })), ...joined(sets) };
  }
  return { samples, part: pair.part, born: pair.born, weight: null };
}

type Origins = Pick<TrainingSet, 'part' | 'born'>;

/** The last two that were joined, as in `alike`. */
let pair: Origins & { readonly of: readonly Origins[] } = { of: [], part: new Uint8Array(), born: new Uint16Array() };

function joined(sets: readonly Origins[]): Origins {
  const count = sets.reduce((sum, { part }) => sum + part.length, 0);
  const all = { part: new Uint8Array(count), born: new Uint16Array(count) };
  let offset = 0;
  for (const { part, born } of sets) {
    all.part.set(part, offset);
    all.born.set(born, offset);
    offset += part.length;
  }
  return all;
}

/** The samples at `rows`, in that order; their weights again sum to 1. */
export function rowsOf({ samples, part, born, weight }: TrainingSet, rows: readonly number[] | Uint32Array): TrainingSet {
  const pick = <Values extends Uint8Array | Uint16Array | Float64Array>(from: Values, into: Values): Values => {
    for (let i = 0; i < rows.length; i++) into[i] = from[rows[i]];
    return into;
  };
  const kept = weight && pick(weight, new Float64Array(rows.length));
  const sum = kept?.reduce((total, value) => total + value, 0) ?? 1;
  return {
    samples: take(samples, rows),
    part: pick(part, new Uint8Array(rows.length)),
    born: pick(born, new Uint16Array(rows.length)),
    weight: kept?.map((value) => value / sum) ?? null,
  };
}

/** The rows for which `chosen` holds. */
export function rowsWhere(set: TrainingSet, chosen: (part: Origin, born: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < set.samples.count; row++) if (chosen(ORIGINS[set.part[row]], set.born[row])) rows.push(row);
  return rows;
}
