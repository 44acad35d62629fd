import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEYS } from '../engine/experiment';
import { parseExperiment, printJson } from '../engine/experimentText';
import { METRICS } from '../engine/metrics/about';
import { Refusal } from '../engine/refusal';
import { readExperiment, readFlags, readInputFlag } from './arguments';

describe('flags', () => {
  it('are pairs of a name and a value, joined or apart, negative numbers and empty texts too', () => {
    expect(readFlags(['--bias', '-0.5', '--seed=3', '--scores=', '--changes', '3:bias=.5'])).toEqual({
      bias: '-0.5',
      seed: '3',
      scores: '',
      changes: '3:bias=.5',
    });
    expect(readFlags(['—seed', '3', '––bias=0,5'])).toEqual({ seed: '3', bias: '0,5' });
    expect(readFlags(['-h'])).toHaveProperty('help');
  });

  it.each([
    [['5'], '“5” is not a flag'],
    [['-x', '5'], '“-x” is not a flag'],
    [['--'], '“--” is not a flag'],
    [['--=5'], 'is not a flag'],
    [['--bias'], '--bias has no value'],
    [['--seed', '1', '--seed=1'], '--seed is given twice'],
  ])('%j are refused', (args, words) => {
    expect(() => readFlags(args)).toThrow(words);
  });

  it('named like what every object has are names like others', () => {
    expect(Object.keys(readFlags(['--constructor', '1', '--__proto__', '2']))).toEqual(['constructor', '__proto__']);
  });

  it.each([
    [[], 'needs --input'],
    [['--input'], '--input has no value'],
    [['--input', 'a.json', '--k', '3'], 'no flag --k'],
    [['--input=a', '--input=b'], 'given twice'],
  ])('%j are no input of score', (args, words) => {
    expect(() => readInputFlag('score', args)).toThrow(words);
  });
});

function catchError(act: () => unknown): Error {
  try {
    act();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was refused');
}

describe('an experiment from a shell', () => {
  it('takes flags over the file, whatever the spelling of either', () => {
    const experiment = readExperiment({ initialReal: 30, bias: 0.5 }, { 'initial-real': '40', SEED: '9' });
    expect(experiment).toMatchObject({ initialReal: 40, bias: 0.5, seed: 9 });
  });

  it('reads back what a start line holds, and changes in either form', () => {
    const { experiment } = parseExperiment({ changes: '3:bias=0.5,real=0', loop: 'fresh-data' }, 'headless');
    expect(readExperiment(printJson(experiment))).toEqual(experiment);
    expect(readExperiment({ loop: ['fresh-data'], changes: [{ generation: 3, settings: { bias: 0.5, real: 0 } }] })).toEqual(experiment);
  });

  it('takes points as the page writes them, as a list, and as pairs', () => {
    const points = 'AAAAEAAgAPA';
    for (const given of [
      points,
      '0,1,2,-1',
      [
        [0, 1],
        [2, -1],
      ],
    ])
      expect(readExperiment({ dataset: 'drawn', points: given }).points).toBe(points);
    expect(() => readExperiment({ dataset: 'drawn', points: [[0, 1, 2]] })).toThrow('points = a list is not 1 to 20000 points');
    expect(() => readExperiment({ dataset: 'drawn', points: 'nonsense!' })).toThrow('points=nonsense! is not 1 to 20000 points');
  });

  it.each([
    ['5e1', 50],
    ['+50', 50],
    [' 50 ', 50],
    ['50.0', 50],
    [50, 50],
  ])('reads %j as 50', (text, value) => {
    expect(readExperiment({ synthetic: text }).synthetic).toBe(value);
  });

  it.each([
    [
      { bias: '0,8', dataset: 'long_tail', initial_real: '1,000' },
      { bias: 0.8, dataset: 'long-tail', initialReal: 1000 },
    ],
    [
      { dataset: 'long‑tail', loop: 'Fully–Synthetic, fresh data' },
      { dataset: 'long-tail', loop: ['fully-synthetic', 'fresh-data'] },
    ],
    [{ changes: '3:bias=0,5,real=10' }, { changes: [{ generation: 3, settings: { bias: 0.5, real: 10 } }] }],
  ])('takes %j as it is meant', (raw, meant) => {
    expect(readExperiment(raw)).toMatchObject(meant);
  });

  it('refuses what only links suffer, in one short line', () => {
    for (const raw of [
      { seed: '7)' },
      { loop: 'fresh%252Ddata' },
      { 'amp;seed': '7' },
      { utm_source: 'news' },
      { dataset: 'drawn', points: 'AAAAAAAQABAAIP_' },
    ])
      expect(() => readExperiment(raw)).toThrow(Refusal);
    const { message } = catchError(() => readExperiment({ scores: 'x'.repeat(14_000) }));
    expect(message).not.toContain('\n');
    expect(message).toContain(`${METRICS.at(-1)?.id}, or all, or none`);
    expect(message.length).toBeLessThan(560);
    expect(catchError(() => readExperiment({ ['x'.repeat(14_000)]: 1 })).message.length).toBeLessThan(520);
    expect(catchError(() => readExperiment({ changes: `x${'y'.repeat(14_000)}` })).message.length).toBeLessThan(200);
  });

  it('takes minus zero for zero', () => {
    expect(readExperiment({ bias: '-0', seed: '-0' })).toMatchObject({ bias: 0, seed: 0 });
  });

  it.each<[Record<string, unknown>, string]>([
    [{ synthetic: '0x32' }, 'synthetic=0x32 is not a whole number from 10 to 20000'],
    [{ synthetic: '5_0' }, 'synthetic=5_0'],
    [{ synthetic: '50.5' }, 'synthetic=50.5'],
    [{ synthetic: '' }, 'synthetic= is not'],
    [{ synthetic: 'NaN' }, 'synthetic=NaN'],
    [{ synthetic: Number.NaN }, 'synthetic=NaN'],
    [{ bias: 'Infinity' }, 'bias=Infinity'],
    [{ seed: '4294967296' }, 'from 0 to 4294967295'],
    [{ seed: '1e400' }, 'seed=1e400'],
    [{ synthetic: true }, 'synthetic = true is not'],
    [{ synthetic: null }, 'synthetic = null is not'],
    [{ synthetic: [50] }, 'synthetic = a list is not'],
    [{ synthetic: { n: 5 } }, 'synthetic = an object is not'],
    [{ loop: [['fresh-data']] }, 'loop = a list is not'],
    [{ loop: [] }, 'loop'],
    [{ scores: 'fid' }, 'fid'],
    [{ changes: null }, 'changes = null is not'],
    [{ changes: [{ generation: 3, settings: null }] }, 'changes = a list is not'],
    [{ changes: [{ generation: 3 }] }, 'changes = a list is not'],
    [{ changes: [3] }, 'changes = a list is not'],
    [{ changes: '0x3:bias=.5' }, '0x3:bias=.5'],
    [{ changes: '3:' }, 'changes'],
    [{ changes: '3:bias=2' }, '0 to 1.5'],
    [{ changes: '2001:bias=1' }, '1 to 2000'],
    [{ dataset: 'digits', model: 'gaussian' }, 'digits'],
    [{ colour: 'red' }, 'There is no key “colour”. Keys: v, model'],
    [JSON.parse('{"__proto__": 1}') as Record<string, unknown>, 'no key “__proto__”'],
    [{ initialReal: 30, 'initial-real': 30 }, 'initialReal is given twice, as initialReal and as initial-real'],
    [{ v: 2 }, 'v=2'],
  ])('refuses %j and says what is allowed', (raw, words) => {
    expect(() => readExperiment(raw)).toThrow(words);
    expect(() => readExperiment(raw)).toThrow(Refusal);
  });

  it('is read or refused, whatever the file holds', () => {
    const value = fc.oneof(fc.jsonValue(), fc.double(), fc.integer(), fc.string(), fc.constantFrom('all', 'none', '3:bias=.5', '1e3', -0));
    const raw = fc.dictionary(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...KEYS) }, { weight: 1, arbitrary: fc.string() }), value, {
      maxKeys: 4,
    });
    let read = 0;
    fc.assert(
      fc.property(raw, (source) => {
        try {
          readExperiment(source);
          read++;
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
      { numRuns: 500, seed: 1 },
    );
    expect(read).toBeGreaterThan(20);
  });
});
