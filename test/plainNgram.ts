import type { Ngram } from '../src/engine/models/ngram/tree';

/**
 * The n-gram model by its definition, slow and plain: P(s | c) = (1 - e) T(s | c) + e P(s | c without its oldest symbol), e = mu/(N(c) + mu) and 1
 * where N(c) = 0, after the empty context 1/|alphabet|; T(s | c) = N(c, s)^(1/lambda), normalised, or the most frequent one, first of equals, for
 * lambda 0.
 */
export function plainProbabilities(model: Ngram, context: readonly number[], smoothing: number, bias: number): number[] {
  const known = context.slice(Math.max(0, context.length - model.order));
  const symbols = Array.from({ length: model.alphabet }, (_, s) => s);
  let probabilities = symbols.map(() => 1 / model.alphabet);
  for (let length = 0; length <= known.length; length++) {
    const counts = countsAfter(model, known.slice(known.length - length));
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (total === 0) continue;
    const e = smoothing / (total + smoothing);
    const chosen = biased(counts, bias);
    const shorter = probabilities;
    probabilities = symbols.map((s) => (1 - e) * chosen[s] + e * shorter[s]);
  }
  return probabilities;
}

/** N(c, s) of every s, in the circular text. */
function countsAfter({ text, weight, alphabet }: Ngram, context: readonly number[]): number[] {
  const counts: number[] = new Array(alphabet).fill(0);
  const n = text.length;
  for (let i = 0; i < n; i++) {
    // a context may go round the text more than once
    const at = (back: number) => text[(((i - back) % n) + n) % n];
    if (context.every((symbol, j) => at(context.length - j) === symbol)) counts[text[i]] += weight ? weight[i] : 1;
  }
  return counts;
}

function biased(counts: readonly number[], bias: number): number[] {
  const most = Math.max(...counts);
  if (bias === 0) return counts.map((_, s) => (s === counts.indexOf(most) ? 1 : 0));
  const powers = counts.map((count) => (count / most) ** (1 / bias));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** -mean log2 P of the symbols of a line; null where one has probability 0. */
export function plainBits(model: Ngram, line: readonly number[], smoothing: number, bias: number): number | null {
  const chances = line.map((symbol, i) => plainProbabilities(model, line.slice(Math.max(0, i - model.order), i), smoothing, bias)[symbol]);
  return chances.some((chance) => chance === 0) ? null : -chances.reduce((sum, chance) => sum + Math.log2(chance), 0) / line.length;
}
