import type { KindDescription } from '../../engine/descriptions';
import { quantile } from '../../engine/math/quantile';
import { listed, thousands } from '../../format';
import { lifeWords } from './lifeWords';
import type { Life } from './lives';
import { shareWords } from './names';

type Dies = Pick<KindDescription, 'modesDie'>;

/** One run: "thinned out in generation 2, died in 3 and came back in 5". */
function fateOfOne(life: Life, kind: Dies): string {
  const words = lifeWords(kind);
  const { born, thinned, thin, died, diedLast, deaths, back, alive } = life;
  if (born === null) return 'never made';
  const parts: string[] = [];
  if (born > 1) parts.push(`first made in generation ${born}`);
  if (thinned !== null && (died === null || thinned < died)) parts.push(`thinned out in generation ${thinned}`);
  if (died !== null && diedLast !== null) {
    parts.push(`${words.died} in generation ${died}`);
    if (deaths > 1) parts.push(`came back${deaths > 2 ? ` ${deaths - 1} times` : ''}`, `${words.diedAgain} in generation ${diedLast}`);
  }
  if (died !== null && alive && back !== null) parts.push(`came back in generation ${back}`);
  else if (died === null && thinned !== null && !thin) parts.push('recovered since');
  if (parts.length === 0) return `has kept its share (${shareWords(life.share)} now)`;
  return listed(parts) + (alive && died === null && thin ? `; ${words.still} (${shareWords(life.share)})` : '');
}

const medianOf = (values: readonly number[]): string => {
  const median = quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
  return Number.isInteger(median) ? String(median) : median.toFixed(1);
};

/** Many: "thinned out in 7 of 8 replicates (median generation 5), died in 5 of 8 replicates (median generation 12); alive now in 4 of 8". */
function fateOfMany(lives: readonly Life[], kind: Dies): string {
  const words = lifeWords(kind);
  const among = (count: number) => (count === lives.length ? `all ${count}` : `${count} of ${lives.length}`);
  const told = (verb: string, of: (life: Life) => number | null) => {
    const when = lives.map(of).filter((generation) => generation !== null);
    if (when.length === 0) return [];
    return [`${verb} in ${among(when.length)} replicates (${when.length > 1 ? 'median ' : ''}generation ${medianOf(when)})`];
  };
  const never = lives.filter(({ born }) => born === null).length;
  const parts = [
    ...(never > 0 ? [`never made in ${among(never)} replicates`] : []),
    ...told('thinned out', ({ thinned }) => thinned),
    ...told(words.died, ({ died }) => died),
    ...told('came back', ({ back }) => back),
  ];
  const alive = lives.filter((life) => life.alive).length;
  return parts.length > 0 ? `${listed(parts)}; ${words.alive} now in ${among(alive)}` : `has kept its share in all ${lives.length} replicates`;
}

/** What became of a mode in a loop, with the generations in which it did. */
export const fateWords = (lives: readonly Life[], kind: Dies): string => (lives.length === 1 ? fateOfOne(lives[0], kind) : fateOfMany(lives, kind));

/** The same as it is now, in a few words. */
export function fateInShort(lives: readonly Life[], kind: Dies): string {
  const words = lifeWords(kind);
  if (lives.length > 1) {
    const alive = lives.filter((life) => life.alive).length;
    return alive === lives.length ? `${words.alive} in all` : `${words.alive} in ${alive} of ${lives.length}`;
  }
  const [{ born, alive, thin, diedLast, back }] = lives;
  if (born === null) return 'never made';
  if (!alive) return `${words.since} ${diedLast}`;
  if (back !== null) return `back since ${back}`;
  return thin ? 'thin' : words.alive;
}

/** Samples within its reach below which a mode is not alive, by contract Sect. 1.1. */
const leastAlive = (weight: number, evaluation: number) => Math.max(3, Math.ceil(0.1 * weight * evaluation));

/**
 * The chance that a set of real samples would not show the mode as alive: a Poisson probability. Modes of points only; a class has no
 * least number of samples.
 */
export function missChance(weight: number, evaluation: number): number {
  const mean = weight * evaluation;
  let term = Math.exp(-mean);
  let sum = 0;
  for (let count = 0; count < leastAlive(weight, evaluation); count++) {
    sum += term;
    term *= mean / (count + 1);
  }
  return sum;
}

/** A chance smaller than this is not worth a word. */
const WORTH_A_WORD = 0.01;

/** What is to be known of a mode that is almost too rare to be seen; '' for others. */
export function rarityWords(weight: number, evaluation: number, { modesAreRead }: Pick<KindDescription, 'modesAreRead'>): string {
  const chance = modesAreRead ? 0 : missChance(weight, evaluation);
  if (chance < WORTH_A_WORD) return '';
  const expected = Math.max(1, Math.round(weight * evaluation));
  return `Only about ${expected} of ${thousands(evaluation)} evaluation samples belong to it, so that even real samples would miss it in ${Math.round(100 * chance)}\u00a0% of generations: read its deaths with care, or raise the evaluation samples.`;
}
