import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainBits, plainProbabilities } from '../../../../test/plainNgram';
import { meanBits, nextProbabilities } from './probabilities';
import type { Ngram } from './tree';

const weighted = (length: number) =>
  fc.array(fc.double({ min: 0.01, max: 3, noNaN: true }), { minLength: length, maxLength: length }).map((weights) => {
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / length;
    return Float64Array.from(weights, (weight) => weight / mean);
  });

const models: fc.Arbitrary<Ngram> = fc
  .record({ alphabet: fc.integer({ min: 3, max: 5 }), order: fc.integer({ min: 0, max: 4 }), length: fc.integer({ min: 1, max: 40 }) })
  .chain(({ alphabet, order, length }) =>
    fc.record({
      text: fc.array(fc.integer({ min: 0, max: alphabet - 1 }), { minLength: length, maxLength: length }).map((text) => Uint16Array.from(text)),
      weight: fc.oneof(fc.constant(null), weighted(length)),
      order: fc.constant(order),
      alphabet: fc.constant(alphabet),
    }),
  );
const smoothings = fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 3, noNaN: true }));
const biases = fc.constantFrom(0, 0.5, 1, 1.3);
/** some of them outside the alphabet */
const contexts = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 6 });

describe('the n-gram model', () => {
  it('gives the probabilities of its definition', () => {
    fc.assert(
      fc.property(models, contexts, smoothings, biases, (model, drawn, smoothing, bias) => {
        const context = drawn.map((symbol) => Math.min(symbol, model.alphabet));
        const mine = nextProbabilities(model, context, smoothing, bias);
        const plain = plainProbabilities(model, context, smoothing, bias);
        expect([...mine]).toEqual(plain.map((probability) => expect.closeTo(probability, 12)));
        expect(mine.reduce((sum, probability) => sum + probability, 0)).toBeCloseTo(1, 12);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives a line the bits of its definition, or none', () => {
    fc.assert(
      fc.property(models, contexts, smoothings, biases, (model, drawn, smoothing, bias) => {
        const line = drawn.map((symbol) => symbol % model.alphabet);
        if (line.length === 0) return;
        const plain = plainBits(model, line, smoothing, bias);
        const mine = meanBits(model, line, smoothing, bias);
        if (plain === null) expect(mine).toBeNull();
        else expect(Math.abs((mine as number) - plain)).toBeLessThanOrEqual(1e-12 * Math.max(1, plain));
      }),
      { numRuns: 1000 },
    );
  });
});
