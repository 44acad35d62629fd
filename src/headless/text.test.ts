import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fixture from '../../test/fixtures/text.json';
import { Refusal } from '../engine/refusal';
import { exitCodeOf } from './command';
import { parseJsonObject } from './inputFile';
import { text } from './text';

// commands start in a second or two, on a busy machine in ten
interface ReferenceCase {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>> & { readonly task: string };
  readonly expected: Readonly<Record<string, unknown>>;
  readonly stationary?: Readonly<Record<string, number>>;
}

const cases = fixture.cases as unknown as readonly ReferenceCase[];

const command = (input: string, ...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/headless/text.ts', ...args], {
    encoding: 'utf8',
    cwd: new URL('../..', import.meta.url),
    input,
  });

/** Equal names, lists and nulls, and every number to 1e-12. */
function expectClose(mine: unknown, wanted: unknown, place: string): void {
  if (typeof wanted !== 'number') {
    if (typeof wanted !== 'object' || wanted === null) return expect(mine, place).toBe(wanted);
    expect(Array.isArray(mine), place).toBe(Array.isArray(wanted));
    expect(Object.keys(mine as object).sort(), place).toEqual(Object.keys(wanted).sort());
    for (const [key, value] of Object.entries(wanted)) expectClose((mine as Record<string, unknown>)[key], value, `${place}.${key}`);
    return;
  }
  expect(mine, place).toBeTypeOf('number');
  expect(Math.abs((mine as number) - wanted), `${place}: ${mine} ${wanted}`).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(wanted)));
}

const withoutReasons = ({ undefined: _, ...values }: Readonly<Record<string, unknown>>) => values;

describe('text', () => {
  it.each(cases)('gives the reference values: $input.task, $name', ({ input, expected, name }) => {
    const answer = text(input);
    // the references leave out what is null in every other loop
    const wanted: Record<string, unknown> = input.task === 'theory' ? { wordsAlive: null, ...expected } : expected;
    expectClose(withoutReasons(answer), wanted, name);
    const nulls = Object.keys(wanted).filter((key) => wanted[key] === null);
    expect(Object.keys((answer.undefined as object | undefined) ?? {})).toEqual(nulls);
    if (input.task !== 'theory') return;
    // relative, for it may be small
    const [mine, exact] = [answer.heterozygosity, expected.heterozygosity] as readonly (readonly number[])[];
    for (const [i, value] of exact.entries()) expect(Math.abs(mine[i] - value)).toBeLessThanOrEqual(1e-12 * value);
  });

  const stationary = cases.filter((item) => item.stationary);
  it('has references whose frequencies the fitted chain keeps', () => expect(stationary.length).toBe(3));
  it.each(stationary)('keeps the frequencies of the text: $name', ({ input, stationary: frequencies = {} }) => {
    const symbols = Object.keys(frequencies);
    const { probabilities } = text({ ...input, contexts: symbols.map((symbol) => [symbol]) }) as unknown as {
      probabilities: Record<string, number>[];
    };
    for (const symbol of symbols) {
      const sum = symbols.reduce((total, before, i) => total + frequencies[before] * probabilities[i][symbol], 0);
      expect(Math.abs(sum - frequencies[symbol])).toBeLessThan(1e-14);
    }
  });

  it('takes any text for a symbol, names of every object among them, as the file has them', () => {
    const symbols = ['__proto__', 'constructor', 'undefined', '', '1', '\ud800', '😀'];
    const fitted = text({ task: 'fit', text: symbols, order: 1, smoothing: 0.5, bias: 1, contexts: [['__proto__'], ['toString']] });
    const [behind] = JSON.parse(JSON.stringify(fitted.probabilities)) as Record<string, number>[];
    expect(Object.keys(behind).sort()).toEqual([...symbols].sort());
    expect(behind.constructor).toBeCloseTo(2 / 3 + (1 / 3) * (14 / 15 / 7 + 1 / 15 / 7), 14);
    const counts = '{"__proto__": 2, "constructor": 1}';
    const theory = text(JSON.parse(`{"task": "theory", "loop": "fully-synthetic", "counts": ${counts}, "synthetic": 3, "generations": 1}`));
    expect(theory).toEqual({ heterozygosity: [expect.closeTo(4 / 9, 14)], wordsAlive: [2] });
    expect(text({ task: 'score', tokens: ['__proto__', 'toString'], lexicon: [] })).toMatchObject({ wordsAlive: 2, realWords: 0 });
  });

  it('says why a value is null', () => {
    const base = { task: 'fit', text: ['a', 'b'], order: 1, smoothing: 0, bias: 1, contexts: [] };
    expect(text(base)).toEqual({ probabilities: [] });
    expect(text({ ...base, heldOut: [] })).toEqual({
      probabilities: [],
      heldOutBits: null,
      undefined: { heldOutBits: 'the held-out text is empty' },
    });
    expect(text({ ...base, heldOut: ['a', 'a'] }).undefined).toEqual({ heldOutBits: 'a symbol of probability 0' });
    expect(text({ ...base, heldOut: ['a', 'c'] }).undefined).toEqual({ heldOutBits: 'a symbol outside the alphabet' });
    expect(text({ ...base, heldOut: ['a', 'b'] })).toEqual({ probabilities: [], heldOutBits: 0.5 });
    expect(text({ task: 'score', text: '' })).toEqual({
      wordsAlive: 0,
      distinct2: null,
      rep4: null,
      realWords: null,
      entropy: null,
      zipfSlope: null,
      rareSurvival: null,
      undefined: {
        distinct2: 'needs at least 2 words',
        rep4: 'needs at least 4 words',
        realWords: 'no lexicon is given',
        entropy: 'there are no words',
        zipfSlope: 'needs at least 2 different words',
        rareSurvival: 'no reference is given',
      },
    });
  });

  it('prints one line of JSON from a shell, by standard input too, and help', () => {
    const { status, stdout, stderr } = command('{"task": "features", "text": "the"}', '--input', '-');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.endsWith(']}\n')).toBe(true);
    expect(JSON.parse(stdout)).toEqual({ features: Array.from({ length: 64 }, (_, i) => (i === 38 ? -1 : 0)) });
    const help = command('', '--help').stdout;
    for (const word of ['smoothing', 'rareSurvival', 'lexicon', 'pool', 'a whole number from 0 to 8', 'fresh data only'])
      expect(help).toContain(word);
  });

  it('ends with exit code 2 and one line from a shell where the input is malformed', () => {
    const { status, stdout, stderr } = command('{"task": "features", "text": "a\\n"}', '--input', '-');
    expect([status, stdout, stderr]).toEqual([2, '', 'text = "a\\n" has 2 characters; allowed are at least 3\n']);
  });

  const fit = { task: 'fit', text: ['a', 'b'], order: 1, smoothing: 0.5, bias: 1, contexts: [['a']] };
  const theory = { task: 'theory', loop: 'fully-synthetic', counts: { a: 2, b: 1 }, synthetic: 10, generations: 3 };
  const fresh = { ...theory, loop: 'fresh-data', real: 5, pool: { a: 20, b: 30 } };
  it.each<[Record<string, unknown>, string]>([
    [{}, 'task is missing; it has to be fit, score, features or theory'],
    [{ task: 'tasks' }, 'task = "tasks" is not fit, score, features or theory'],
    [{ task: 'toString' }, 'task = "toString" is not'],
    [{ task: 3 }, 'task = 3 is not'],
    [{ ...fit, lexicon: [] }, 'There is no field “lexicon”. Fields: task, text, order, smoothing, bias, contexts, alphabet, heldOut.'],
    [{ ...fit, text: [] }, 'text is an empty list; a model needs at least one symbol'],
    [{ ...fit, text: 'ab' }, 'text = "ab" is not a list'],
    [{ ...fit, text: undefined }, 'text is missing; it has to be a list'],
    [{ ...fit, text: ['a', 1] }, 'text[1] = 1 is not a text of at most 1000 characters'],
    [{ ...fit, text: ['a'.repeat(1001)] }, 'text[0] = "aaaa'],
    [{ ...fit, order: undefined }, 'order is missing; it has to be a whole number from 0 to 8'],
    [{ ...fit, order: 9 }, 'order = 9 is not a whole number from 0 to 8'],
    [{ ...fit, order: 1.5 }, 'order = 1.5'],
    [{ ...fit, order: -1 }, 'order = -1'],
    [{ ...fit, smoothing: -0.1 }, 'smoothing = -0.1 is not a number from 0 to 10'],
    [{ ...fit, smoothing: 11 }, 'smoothing = 11'],
    [{ ...fit, smoothing: '1' }, 'smoothing = "1"'],
    [{ ...fit, bias: 1.6 }, 'bias = 1.6 is not a number from 0 to 1.5'],
    [{ ...fit, bias: null }, 'bias = null'],
    [{ ...fit, contexts: undefined }, 'contexts is missing; it has to be a list'],
    [{ ...fit, contexts: ['a'] }, 'contexts[0] = "a" is not a list'],
    [{ ...fit, contexts: [['a'], ['a', null]] }, 'contexts[1][1] = null is not a text'],
    [{ ...fit, alphabet: ['a'] }, 'text[1] = "b" is not in the alphabet'],
    [{ ...fit, alphabet: ['a', 'b', 'a'] }, 'alphabet[2] = "a" stands at alphabet[0] already'],
    [{ ...fit, alphabet: 'ab' }, 'alphabet = "ab" is not a list'],
    [{ ...fit, heldOut: [0] }, 'heldOut[0] = 0 is not a text'],
    [
      { ...fit, alphabet: Array.from({ length: 65_536 }, (_, i) => (i < 2 ? 'ab'[i] : String(i))) },
      '65536 different symbols are too many; allowed are at most 65535',
    ],
    [{ ...fit, contexts: Array(1_000_001).fill([]) }, '1000001 contexts × 2 symbols of the alphabet are too many'],
    [{ ...fit, text: Array(30_000).fill('a'), contexts: Array(70_000).fill([]) }, '70000 contexts, each × 30000 symbols, are too many'],
    [{ ...fit, text: Array(30_000).fill('a'), bias: 0.5, heldOut: Array(70_000).fill('a') }, '1 contexts and 70000 held-out symbols with a bias'],
    [{ task: 'score' }, 'tokens is missing; it has to be a list of words, or text a text'],
    [{ task: 'score', tokens: ['a'], text: 'a' }, 'tokens and text are both there; only one of them may be'],
    [{ task: 'score', tokens: [1] }, 'tokens[0] = 1 is not a text'],
    [{ task: 'score', text: ['a'] }, 'text = a list is not a text'],
    [{ task: 'score', text: 'a', lexicon: 'a' }, 'lexicon = "a" is not a list'],
    [{ task: 'score', text: 'a', reference: {} }, 'reference = an object is not a list'],
    [{ task: 'score', text: 'a', bias: 1 }, 'There is no field “bias”. Fields: task, tokens, text, lexicon, reference.'],
    [{ task: 'features' }, 'text is missing'],
    [{ task: 'features', text: '😀😀' }, 'has 2 characters; allowed are at least 3'],
    [{ ...theory, loop: 'fresh' }, 'loop = "fresh" is not "fully-synthetic", "synthetic-augmentation" or "fresh-data"'],
    [{ ...theory, loop: undefined }, 'loop is missing'],
    [{ ...theory, counts: [1, 2] }, 'counts = a list is not an object'],
    [{ ...theory, counts: {} }, 'counts holds no symbol; at least one has to be there'],
    [{ ...theory, counts: { a: 0 } }, 'counts holds no symbol'],
    [{ ...theory, counts: { a: -1 } }, 'counts.a = -1 is not a whole number from 0 to 1000000000'],
    [{ ...theory, counts: { a: 1.5 } }, 'counts.a = 1.5'],
    [{ ...theory, synthetic: 0 }, 'synthetic = 0 leaves no training set from generation 2 on'],
    [{ ...theory, synthetic: -1 }, 'synthetic = -1 is not a whole number'],
    [{ ...theory, synthetic: undefined }, 'synthetic is missing'],
    [{ ...theory, generations: 0 }, 'generations = 0 is not a whole number from 1 to 10000'],
    [{ ...theory, real: 5 }, 'real is for fresh data only; the loop is fully-synthetic'],
    [{ ...theory, loop: 'synthetic-augmentation', pool: { a: 1 } }, 'pool is for fresh data only; the loop is synthetic-augmentation'],
    [{ ...fresh, real: undefined }, 'real is missing; it has to be a whole number'],
    [{ ...fresh, pool: undefined }, 'pool is missing; it has to be an object'],
    [{ ...fresh, pool: { a: 0 } }, 'pool holds no symbol'],
    [{ ...fresh, real: 0, synthetic: 0 }, 'synthetic = 0 and real = 0 leave no training set'],
  ])('refuses what it can’t take and says where it is wrong and what is allowed (%#)', (input, words) => {
    expect(() => text(input)).toThrow(words);
    expect(() => text(input)).toThrow(Refusal);
  });

  it('gives numbers, nulls with a reason or one line, whatever the file holds', () => {
    const symbols = fc.array(fc.constantFrom('a', 'b', '__proto__', ' '), { maxLength: 12 });
    const counts = fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), fc.integer({ min: 0, max: 5 }));
    const few = fc.integer({ min: 0, max: 4 });
    const sound = fc.oneof(
      fc.record({
        task: fc.constant('fit'),
        text: symbols,
        order: few,
        smoothing: fc.double({ min: 0, max: 10, noNaN: true }),
        bias: fc.double({ min: 0, max: 1.5, noNaN: true }),
        contexts: fc.array(symbols, { maxLength: 3 }),
        heldOut: symbols,
      }),
      fc.record({ task: fc.constant('score'), tokens: symbols, lexicon: symbols, reference: symbols }, { requiredKeys: ['task', 'tokens'] }),
      fc.record({ task: fc.constant('features'), text: fc.string({ unit: 'binary', maxLength: 9 }) }),
      fc.record(
        {
          task: fc.constant('theory'),
          loop: fc.constantFrom('fully-synthetic', 'synthetic-augmentation', 'fresh-data'),
          counts,
          synthetic: few,
          generations: few,
          real: few,
          pool: counts,
        },
        { requiredKeys: ['task', 'loop', 'counts', 'synthetic', 'generations'] },
      ),
    );
    const strange = fc
      .tuple(sound, fc.constantFrom('task', 'text', 'order', 'contexts', 'counts', 'loop', 'x'), fc.jsonValue())
      .map(([input, name, value]) => ({ ...input, [name]: value }));
    const numbersIn = (value: unknown): number[] =>
      typeof value === 'number' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
    fc.assert(
      fc.property(fc.oneof({ weight: 3, arbitrary: sound }, { weight: 1, arbitrary: strange }), (input) => {
        try {
          const { undefined: reasons = {}, ...values } = text(parseJsonObject('x.json', Buffer.from(JSON.stringify(input))));
          expect(numbersIn(values).every(Number.isFinite)).toBe(true);
          expect(Object.keys(reasons as object)).toEqual(Object.keys(values).filter((key) => values[key] === null));
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          expect(exitCodeOf(error)).toBe(2);
        }
      }),
    );
  });
});
