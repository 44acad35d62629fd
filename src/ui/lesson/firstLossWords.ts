import { number } from '../../format';

/** First losses over the replicates of a run, in a sentence: not their median, which is counted off; null is a replicate that lost nothing. */
export function firstLossWords(losses: readonly (number | null)[], generations: number): string {
  const known = losses.filter((loss) => loss !== null).sort((a, b) => a - b);
  const without = losses.length - known.length;
  if (known.length === 0) return `None of the ${losses.length} runs has lost a kind by generation ${generations}.`;
  const spread = `In ${losses.length} runs the first kind was lost between generations ${known[0]} and ${known[known.length - 1]}`;
  const others = without > 0 ? `, and in ${without} of them none by ${generations}` : '';
  return `${spread}${others}.`;
}

/** Where the desk's own run lies. */
export const ownWords = (own: number | null, desk: number, generations: number): string =>
  own === null ? `Desk ${desk} lost none by generation ${generations}.` : `Desk ${desk} lost its first in generation ${number(own)}.`;

/** Of the replicates how many have each first loss, in their order; those without one last. */
export function lossCounts(losses: readonly (number | null)[]): readonly (readonly [loss: number | null, runs: number])[] {
  const all = [...new Set(losses)].sort((a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY));
  return all.map((loss) => [loss, losses.filter((other) => other === loss).length]);
}
