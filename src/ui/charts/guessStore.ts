import { createStore } from 'zustand/vanilla';
import type { MetricDescription } from '../../engine/descriptions';

/** What somebody expects of a curve, point by point; drawn over the chart of its score. */
export interface GuessLine {
  readonly metric: string;
  readonly points: readonly { readonly generation: number; readonly value: number | null }[];
  /** the values that can be expected */
  readonly range: readonly [number, number];
  /** the axis on which it is asked for, whatever the score's own one is */
  readonly scale: MetricDescription['scale'];
}

/** Whatever asks for an expectation writes it here; null: nobody does. */
export const guessStore = createStore<{ readonly guess: GuessLine | null }>(() => ({ guess: null }));
