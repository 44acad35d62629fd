import type { Part } from '../descriptions';
import { exp } from '../math/exp';

/** A chain of training texts, in symbols; D_2 holds at least one. */
export interface TextChain {
  /** what D_t is made of from t = 2 on; n_s and n_r are the same in every generation, memory `previous`, no cure */
  readonly parts: readonly Part[];
  /** how often each symbol stands in D_1, [alphabet]; at least one does */
  readonly counts: ArrayLike<number>;
  /** n_r, and how often each symbol stands in the text that fresh data come from, [alphabet]; null where none come */
  readonly fresh: { readonly real: number; readonly pool: ArrayLike<number> } | null;
  /** n_s */
  readonly synthetic: number;
}

export interface TextDrift {
  /** E[1 - sum f^2] of the symbol frequencies f of D_t */
  readonly heterozygosity: number;
  /** symbols of D_1 that still stand in D_t; null but where D_t is the n_s symbols of G_{t-1} alone */
  readonly wordsAlive: number | null;
}

/**
 * Drift of symbol frequencies given D_1, for symbols that are drawn independently: order 0, smoothing 0, lambda 1 (the Wright-Fisher process;
 * with other orders a guide, for a circular text keeps its frequencies on average). Where D_t of n symbols has the shares a of D_1, p fresh and
 * q made by G_{t-1}, the chance H_t that two places of it differ splits by where they come from:
 *
 *   H_t = a^2 H_1 + p (p - 1/n) H_0 + q (q - 1/n) H_{t-1} + 2 a p Y + 2 a q Z_{t-1} + 2 p q Y_{t-1}
 *
 * H_0: of the pool; Y_t, Z_t: that a place of D_t differs from one of the pool, and of D_1; E f_t is linear in f_{t-1}, so these are too.
 * Exact; fully synthetic it is H_1 (1 - 1/n_s)^(t-1), as in Seddik et al., arXiv 2404.05090. Words alive: each of the k (n_s/n_1) copies that a
 * word of D_1 is expected to have in D_2 starts a branching line of Poisson offspring; a limit, low by some tenths of a word for n = 200.
 * @returns a function of t = 1, 2, ...
 */
export function textDrift({ parts, counts, fresh, synthetic }: TextChain): (t: number) => TextDrift {
  const first = totalOf(counts);
  const initial = parts.includes('initial') ? first : 0;
  const real = parts.includes('fresh') && fresh ? fresh.real : 0;
  const made = parts.includes('synthetic') ? synthetic : 0;
  const n = initial + real + made;
  const [a, p, q] = [initial / n, real / n, made / n];
  // no two of the same draw: zero of them where it holds one symbol or none
  const [bothFresh, bothMade] = [(p * Math.max(0, real - 1)) / n, (q * Math.max(0, made - 1)) / n];
  const ofInitial = differing(counts, counts);
  const pool = real > 0 && fresh ? fresh.pool : counts;
  const ofPool = differing(pool, pool);
  const across = differing(counts, pool);
  const survivors = initial === 0 && real === 0 ? survival(counts, made / first) : null;

  const rows = [{ heterozygosity: ofInitial, toPool: across, toInitial: ofInitial }];
  const next = ({ heterozygosity, toPool, toInitial }: (typeof rows)[number]) => ({
    heterozygosity:
      a * a * ofInitial + bothFresh * ofPool + bothMade * heterozygosity + 2 * a * p * across + 2 * a * q * toInitial + 2 * p * q * toPool,
    toPool: a * across + p * ofPool + q * toPool,
    toInitial: a * ofInitial + p * across + q * toInitial,
  });
  return (t) => {
    while (rows.length < t) rows.push(next(rows[rows.length - 1]));
    return { heterozygosity: rows[t - 1].heterozygosity, wordsAlive: survivors ? survivors(t) : null };
  };
}

function totalOf(counts: ArrayLike<number>): number {
  let total = 0;
  for (let s = 0; s < counts.length; s++) total += counts[s];
  return total;
}

/** The chance that a place of one text and one of another hold different symbols; of one text: 1 - sum f^2. */
function differing(some: ArrayLike<number>, others: ArrayLike<number>): number {
  const [total, otherTotal] = [totalOf(some), totalOf(others)];
  let sum = 0;
  for (let s = 0; s < some.length; s++) sum += (some[s] / total) * ((otherTotal - others[s]) / otherTotal);
  return sum;
}

/** sum over symbols of 1 - exp(-k (n_s/n_1) s_{t-1}) with s_1 = 1, s_t = 1 - exp(-s_{t-1}); at t = 1 their number. */
function survival(counts: ArrayLike<number>, ratio: number): (t: number) => number {
  const symbols = new Map<number, number>();
  for (let s = 0; s < counts.length; s++) if (counts[s] > 0) symbols.set(counts[s], (symbols.get(counts[s]) ?? 0) + 1);
  const lines = [1];
  return (t) => {
    while (lines.length < t) lines.push(1 - exp(-lines[lines.length - 1]));
    let alive = 0;
    for (const [count, many] of symbols) alive += many * (t === 1 ? 1 : 1 - exp(-count * ratio * lines[t - 2]));
    return alive;
  };
}
