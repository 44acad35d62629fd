import { datasetOf, kindOf } from '../../engine/chosen';
import type { Chosen } from '../../engine/descriptions';
import { capital, ordinal } from '../../format';

/** "3", "7", "Q" */
const modeLabel = (index: number, experiment: Chosen): string =>
  datasetOf(experiment).modeNames?.[index] ?? String(index + kindOf(experiment).firstMode);

/** "Mode 3", "Digit 7", "Q" */
export function modeName(index: number, experiment: Chosen): string {
  const { mode } = kindOf(experiment);
  const label = modeLabel(index, experiment);
  return datasetOf(experiment).modeNames ? label : `${capital(mode)} ${label}`;
}

/** All of them, in short. */
export const modeLabels = (experiment: Chosen): string[] =>
  Array.from({ length: datasetOf(experiment).modes }, (_, index) => modeLabel(index, experiment));

/** A share of the data: one decimal below 10 %, for the rare are rare. */
export function shareWords(share: number): string {
  const percent = 100 * share;
  if (percent === 0) return '0\u00a0%';
  return `${percent < 10 ? percent.toFixed(1) : Math.round(percent)}\u00a0%`;
}

/** A share of the real data, exact enough that all of them add up: "12.5 %". */
export const weightWords = (weight: number): string => `${Number((100 * weight).toFixed(1))}\u00a0%`;

/** Whether no mode is rarer than another. */
export const areEqual = (weights: readonly number[]): boolean => weights.every((weight) => weight === weights[0]);

export interface Ranked {
  readonly index: number;
  readonly weight: number;
  /** 1 = the rarest; equals share a rank */
  readonly rank: number;
}

/** Modes with the rarest first; equals in their own order. */
export function rarestFirst(weights: readonly number[]): Ranked[] {
  const sorted = weights.map((weight, index) => ({ index, weight })).sort((a, b) => a.weight - b.weight || a.index - b.index);
  return sorted.map((mode) => ({ ...mode, rank: sorted.findIndex(({ weight }) => weight === mode.weight) + 1 }));
}

/** "rarest", "5th rarest"; '' where all are equally common. */
export function rankWords({ rank }: Ranked, weights: readonly number[]): string {
  if (areEqual(weights)) return '';
  return rank === 1 ? 'rarest' : `${ordinal(rank)} rarest`;
}
