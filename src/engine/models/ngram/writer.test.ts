import { expect, it } from 'vitest';
import { createRng } from '../../rng';
import { meanBits, nextProbabilities } from './probabilities';
import type { Ngram } from './tree';
import { Writer } from './writer';

const TEXT = 'the cat sat on the mat. the rat ate the cat';
const ALPHABET = [...new Set(TEXT)].sort();

/** Squared deviations of how often symbols follow contexts, in units of what chance makes of them: about 1 if all is well. */
function deviation(model: Ngram, smoothing: number, bias: number): number {
  const writer = new Writer(model, smoothing, bias, createRng(3));
  const written = Array.from({ length: 60_000 }, () => writer.write());
  const followers = new Map<string, Float64Array>();
  for (let i = model.order; i < written.length; i++) {
    const context = written.slice(i - model.order, i).join();
    const counts = followers.get(context) ?? new Float64Array(model.alphabet);
    followers.set(context, counts);
    counts[written[i]]++;
  }
  let squares = 0;
  let terms = 0;
  for (const [context, counts] of followers) {
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (total < 200) continue;
    const chances = nextProbabilities(model, context === '' ? [] : context.split(',').map(Number), smoothing, bias);
    for (const [symbol, chance] of chances.entries()) {
      if (chance === 0) expect(counts[symbol]).toBe(0);
      const expected = chance * total;
      if (expected < 5) continue;
      squares += (counts[symbol] - expected) ** 2 / expected;
      terms++;
    }
  }
  return squares / terms;
}

it.each([
  { order: 0, smoothing: 2, bias: 1, isWeighted: false },
  { order: 1, smoothing: 0, bias: 1.3, isWeighted: true },
  { order: 2, smoothing: 0.5, bias: 1, isWeighted: false },
  { order: 2, smoothing: 0.5, bias: 0.7, isWeighted: false },
  { order: 3, smoothing: 1, bias: 1, isWeighted: true },
  { order: 4, smoothing: 2, bias: 1, isWeighted: false },
])('writes as its probabilities say: %o', ({ order, smoothing, bias, isWeighted }) => {
  const model: Ngram = {
    text: Uint16Array.from(TEXT, (letter) => ALPHABET.indexOf(letter)),
    weight: isWeighted ? Float64Array.from(TEXT, (_, i) => 0.5 + (i % 3) / 2) : null,
    order,
    alphabet: ALPHABET.length,
  };
  // chi squared over its degrees of freedom, 12 to 200 of them
  expect(deviation(model, smoothing, bias)).toBeLessThan(1.5);
});

it('bits of what is next to impossible are many, and finite', () => {
  const model: Ngram = { text: Uint16Array.of(1, 0), weight: null, order: 0, alphabet: 2 };
  for (const smoothing of [4e-200, 1e-300, 1e-307]) {
    // at λ = 0 the first of equals follows, the other one by the uniform level alone
    expect(meanBits(model, [1, 1, 1], smoothing, 0)).toBeCloseTo(-Math.log2(smoothing / 4), 6);
  }
});
