/** What a search has found for a card. Made by `npm run cards:par`, committed beside the cards. */
import type { Experiment } from '../../engine/experiment';
import type { Card } from './card';
import { experimentWith } from './cardRuns';
import { isAsGood, type Judged } from './judge';

export interface Par {
  readonly card: string;
  /** a solution, as pairs of a link behind the card's own */
  readonly query: string;
  readonly cost: number;
  /** what the unchanged card comes to; null where it can't be told */
  readonly base: { readonly goal: boolean | null; readonly cost: number | null };
  /** in how many of the seeds that a guess is asked of the goal is reached; null without a guess */
  readonly counted: number | null;
}

/** What a search tries, the lowest numbers first. */
export const triesOf = ({ search }: Card): readonly string[] =>
  search.flatMap(({ query, from, to, step }) =>
    Array.from({ length: Math.floor((to - from) / step + 1e-9) + 1 }, (_, i) => query.replaceAll('$n', String(round(from + i * step)))),
  );

/** 0.1 + 0.2 is 0.3 here. */
const round = (value: number): number => Number(value.toFixed(6));

export const experimentOfPar = (card: Card, par: Par): Experiment => experimentWith(card, par.query);

/** A card whose unchanged settings are as good as par is no challenge; null where all is well. */
export function tooEasy(card: Card, { cost, base }: Par): string | null {
  const isReached = base.goal === true && base.cost !== null && isAsGood(card, base.cost, cost);
  return isReached ? `${card.id}: its unchanged base reaches the goal at ${base.cost}, and par is ${cost}` : null;
}

export const baseOf = ({ goal, cost }: Judged): Par['base'] => ({ goal: goal.value, cost: cost.value });
