/** A number that may come out, and how probable it is. */
export interface Outcome {
  readonly count: number;
  readonly probability: number;
}

/** Outcomes this much rarer than the likeliest one are left out. */
const NEGLIGIBLE = 1e-18;

/** The outcomes of Bin(n, p) that matter, from the fewest on; their probabilities sum to 1. By the ratio of neighbours, from the likeliest one. */
export function binomial(n: number, p: number): readonly Outcome[] {
  if (p <= 0) return [{ count: 0, probability: 1 }];
  if (p >= 1) return [{ count: n, probability: 1 }];
  const odds = p / (1 - p);
  const likeliest = Math.min(n, Math.floor((n + 1) * p));
  const below: number[] = [];
  for (let k = likeliest, weight = 1; k > 0; k--) {
    weight *= k / ((n - k + 1) * odds);
    if (weight < NEGLIGIBLE) break;
    below.push(weight);
  }
  const above: number[] = [];
  for (let k = likeliest, weight = 1; k < n; k++) {
    weight *= ((n - k) * odds) / (k + 1);
    if (weight < NEGLIGIBLE) break;
    above.push(weight);
  }
  const weights = [...below.reverse(), 1, ...above];
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight, at) => ({ count: likeliest - below.length + at, probability: weight / sum }));
}
