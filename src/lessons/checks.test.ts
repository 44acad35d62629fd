import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../engine/experimentText';
import { frameOf, laneOf } from '../store/testing/frames';
import { readingOf, type Seen, verdictOn } from './checks';
import type { Check, Comparison } from './lesson';
import type { RunSeen } from './runSeen';

const LOOP = 'fully-synthetic';

/** Recall .9, .5 and none; theory of the model's variance 1, .8 and none. */
const run: RunSeen = {
  experiment: parseExperiment({ generations: 3, loop: LOOP }).experiment,
  frames: [
    frameOf(1, [laneOf(LOOP, { scores: { recall: 0.9 }, truth: { traceOverDim: 1.25 }, theory: { theory: { traceOverDim: 1 }, undefined: {} } })]),
    frameOf(2, [laneOf(LOOP, { scores: { recall: 0.5 }, truth: { traceOverDim: 0.5 }, theory: { theory: { traceOverDim: 0.8 }, undefined: {} } })]),
    frameOf(3, [laneOf(LOOP, { scores: { recall: null }, undefined: { recall: 'too few samples' }, truth: { traceOverDim: 0.25 } })]),
  ],
  noise: { bands: { recall: { low: 0.8, high: 0.95 } }, undefined: { density: 'no band' } },
};
const seen: Seen = {
  run: (name) => (name === undefined || name === 'a' ? run : null),
  predicted: (id, at) => (id === 'guess' && at !== 3 ? 0.6 : null),
};

const recall = (more: Omit<Comparison, 'score'>): Comparison => ({ score: 'recall', ...more });
const YES: Check = recall({ at: 1, op: '>', value: 0.5 });
const NO: Check = recall({ at: 2, op: '>', value: 0.5 });
const OPEN: Check = recall({ at: 3, op: '>', value: 0.5 });
const is = (check: Check) => verdictOn(check, seen).value;

describe('a comparison', () => {
  it('is with a number', () => {
    expect([YES, NO, OPEN].map(is)).toEqual([true, false, null]);
    expect(verdictOn(OPEN, seen)).toEqual({ value: null, why: 'too few samples' });
    const [less, more] = [is(recall({ at: 2, op: '<=', value: 0.5 })), is(recall({ at: 2, op: '<', value: 0.5 }))];
    expect([less, more]).toEqual([true, false]);
    expect(is(recall({ at: 2, within: 0.125, value: 0.625 }))).toBe(true);
    expect(is(recall({ at: 2, within: 0.1, value: 0.625 }))).toBe(false);
    expect(is(recall({ at: 2, value: 0.5 }))).toBeNull();
    expect(is(recall({ at: 2, op: '<' }))).toBeNull();
  });

  it('is with another number, of the same generation unless it names one', () => {
    expect(is(recall({ at: 1, op: '<', ref: { score: 'traceOverDim' } }))).toBe(true);
    expect(is(recall({ at: 1, op: '<', ref: { score: 'traceOverDim', at: 2 } }))).toBe(false);
    expect(is(recall({ at: 1, op: '<', ref: { score: 'traceOverDim', run: 'b' } }))).toBeNull();
    expect(verdictOn(recall({ at: 1, run: 'b', op: '<', value: 1 }), seen)).toEqual({ value: null, why: 'the run “b” is not known' });
  });

  it('is with the noise floor of its score', () => {
    expect(is(recall({ at: 1, op: '<', ref: 'noiseFloor.high' }))).toBe(true);
    expect(is(recall({ at: 2, op: '<', ref: 'noiseFloor.low' }))).toBe(true);
    expect(is({ score: 'traceOverDim', at: 1, op: '<', ref: 'noiseFloor.low' })).toBeNull();
  });

  it('is with what theory expects', () => {
    const variance = (at: Comparison['at']): Check => ({ score: 'traceOverDim', ...(at && { at }), op: '<', ref: 'theory' });
    expect([variance(1), variance(2), variance(3), variance([1, 2])].map(is)).toEqual([false, true, null, true]);
  });

  it('is with what was predicted', () => {
    expect(is(recall({ at: 1, op: '>', ref: 'prediction.guess' }))).toBe(true);
    expect(is(recall({ at: 1, op: '>', ref: 'prediction.other' }))).toBeNull();
    expect(is(recall({ at: 1, op: '>', ref: 'rumour' }))).toBeNull();
  });

  it('holds at every generation of a stretch, or fails at one', () => {
    expect(is(recall({ every: [1, 2], op: '>=', value: 0.5 }))).toBe(true);
    expect(is(recall({ every: [1, 3], op: '>=', value: 0.5 }))).toBeNull();
    expect(is(recall({ every: [1, 3], op: '>=', value: 0.6 }))).toBe(false);
    expect(is({ score: 'traceOverDim', every: [1, 2], op: '<', ref: 'theory' })).toBe(false);
  });

  it('is of a run that is known', () => {
    expect(readingOf({ score: 'recall', at: 1 }, { run: () => null })).toEqual({ value: null, why: 'no run is named' });
  });
});

describe('statements of statements', () => {
  const { check: checks } = fc.letrec<{ check: Check }>((tie) => ({
    check: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.constantFrom(YES, NO, OPEN),
      fc.record({ all: fc.array(tie('check'), { minLength: 1, maxLength: 4 }) }),
      fc.record({ any: fc.array(tie('check'), { minLength: 1, maxLength: 4 }) }),
      fc.record({ not: tie('check') }),
    ),
  }));
  const some = fc.array(checks, { minLength: 1, maxLength: 4 });

  /** A check in which what is open is decided, each time anew. */
  function decided(check: Check, decide: () => Check): Check {
    if ('all' in check) return { all: check.all.map((part) => decided(part, decide)) };
    if ('any' in check) return { any: check.any.map((part) => decided(part, decide)) };
    if ('not' in check) return { not: decided(check.not, decide) };
    return check === OPEN ? decide() : check;
  }

  it('are all, any and not of what they hold', () => {
    fc.assert(
      fc.property(some, (parts) => {
        const found = parts.map(is);
        expect(is({ all: parts })).toBe(found.includes(false) ? false : found.includes(null) ? null : true);
        expect(is({ any: parts })).toBe(found.includes(true) ? true : found.includes(null) ? null : false);
        expect(is({ not: parts[0] })).toBe(found[0] === null ? null : !found[0]);
        expect(is({ not: { all: parts } })).toBe(is({ any: parts.map((not) => ({ not })) }));
      }),
    );
  });

  it('say nothing that would change once all is known', () => {
    fc.assert(
      fc.property(checks, fc.infiniteStream(fc.boolean()), (check, coins) => {
        const verdict = is(check);
        const known = is(decided(check, () => (coins.next().value ? YES : NO)));
        expect(known).not.toBeNull();
        if (verdict !== null) expect(known).toBe(verdict);
      }),
    );
  });

  it('give a reason for all that can’t be told', () => {
    fc.assert(
      fc.property(checks, (check) => {
        const verdict = verdictOn(check, seen);
        if (verdict.value === null) expect(verdict.why).toBe('too few samples');
      }),
    );
  });
});
