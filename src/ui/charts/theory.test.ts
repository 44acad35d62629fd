import { describe, expect, it } from 'vitest';
import { catalogue } from '#catalogue';
import { parseExperiment } from '../../engine/experimentText';
import type { LaneResult } from '../../protocol/messages';
import { frameOf, laneOf } from '../testing/frames';
import { scoreOf } from '../text/stats';
import { metricsOf, truthsOf } from './metricsOf';
import { noiseNote, theoryNotes, varianceRemark } from './notes';
import { seriesOf, theoryKey } from './series';
import { summaryOf } from './summary';
import { kindsOf } from './theory';

const LOOP = 'fully-synthetic';
const frame = (generation: number, theory: LaneResult['theory']['theory'], parts: Partial<LaneResult> = {}) =>
  frameOf(generation, [laneOf(LOOP, { theory: { theory, undefined: { kl: 'no exact form is known' } }, ...parts })]);

describe('truth values', () => {
  it('have ids of their own, so that a chart finds scores and truth by one name', () => {
    const ids = [...catalogue.metrics, ...catalogue.truths].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(scoreOf(frame(1, {}, { truth: { kl: 0.25 } }), LOOP, 'kl')?.median).toBe(0.25);
  });

  it('are those that the model and the data have', () => {
    const idsOf = (keys: Record<string, unknown>) => truthsOf(parseExperiment(keys).experiment).map(({ id }) => id);
    expect(idsOf({ model: 'gaussian' })).toEqual(expect.arrayContaining(['traceOverDim', 'w2Squared', 'kl']));
    expect(idsOf({ model: 'gaussian' })).not.toContain('momentFrechet');
    expect(idsOf({})[0]).toBe('heterozygosity');
    expect(idsOf({ dataset: 'moons' })).not.toContain('heterozygosity');
    expect(idsOf({ model: 'vae' })).toEqual([]);
    expect(metricsOf(parseExperiment({ model: 'vae' }).experiment).length).toBeGreaterThan(5);
  });
});

describe('theory beside a curve', () => {
  it('is the exact mean over runs where it is known, else an approximation, and the typical run', () => {
    expect(kindsOf([frame(1, { w2Squared: 1, w2SquaredApproximate: 2 })], [LOOP], 'w2Squared')).toEqual(['exact']);
    expect(kindsOf([frame(1, { w2Squared: null, w2SquaredApproximate: 2 })], [LOOP], 'w2Squared')).toEqual(['approximate']);
    expect(kindsOf([frame(1, { traceOverDim: 1, traceOverDimGeometric: 0.5 })], [LOOP], 'traceOverDim')).toEqual(['exact', 'typical']);
    expect(kindsOf([frame(1, {})], [LOOP], 'recall')).toEqual([]);
  });

  it('lies on the axis with the curve, and has gaps where it is not known', () => {
    const { rows, extent } = seriesOf([frame(1, { kl: 3 }, { truth: { kl: 1 } }), frame(2, { kl: null }, { truth: { kl: 1 } })], [LOOP], 'kl');
    expect(rows.map((row) => row[theoryKey(LOOP, 'exact')])).toEqual([3, null]);
    expect(extent).toEqual([1, 3]);
  });

  it('is told in the summary, and its absence with the reason', () => {
    const metric = catalogue.truths.find(({ id }) => id === 'traceOverDim');
    if (!metric) throw new Error('no traceOverDim');
    const known = frame(2, { traceOverDim: 1, traceOverDimSteady: 1.25 }, { truth: { traceOverDim: 0.9 } });
    expect(summaryOf(metric, [known], [LOOP], null)).toContain('Fully synthetic 0.90, by theory 1 in the mean over runs');
    expect(theoryNotes(known, [LOOP], 'traceOverDim')).toEqual(['Fully synthetic: by theory the mean over runs settles at 1.25.']);
    expect(theoryNotes(known, [LOOP], 'kl')).toEqual(['Fully synthetic: no theory, no exact form is known.']);
    expect(theoryNotes(known, [LOOP], 'recall')).toEqual([]);
  });

  it('explains why median and mean of the variance part, only where they do', () => {
    const gaussian = parseExperiment({ model: 'gaussian', replicates: 16 }).experiment;
    expect(varianceRemark(gaussian, true)).toContain('median of 16 runs');
    expect(varianceRemark({ ...gaussian, replicates: 1 }, true)).toContain('raise Replicates');
    expect(varianceRemark({ ...gaussian, loop: ['fresh-data'] }, true)).toBeNull();
    expect(varianceRemark(parseExperiment({}).experiment, true)).toBeNull();
  });
});

describe('the noise floor', () => {
  const noise = { bands: { recall: { low: 0.9, high: 0.98 } }, undefined: { vendi: 'too many samples' } };
  const scored = frame(1, {}, { scores: { recall: 0.5 } });

  it('lies on the axis of a chart that has curves, and draws none alone', () => {
    expect(seriesOf([scored], [LOOP], 'recall', noise.bands.recall).extent).toEqual([0.5, 0.98]);
    expect(seriesOf([], [LOOP], 'recall', noise.bands.recall).extent).toBeNull();
  });

  it('is explained with its numbers, or missed with its reason', () => {
    expect(noiseNote(noise, 'recall')).toContain('from 0.90 to 0.98');
    expect(noiseNote(noise, 'vendi')).toBe('No noise floor: too many samples.');
    expect(noiseNote(null, 'recall')).toBeNull();
  });
});
