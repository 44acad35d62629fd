import { describe, expect, it } from 'vitest';
import { catalogue } from '../../engine/catalogue';
import { parseExperiment } from '../../engine/experimentText';
import type { LaneResult } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { scoreOf } from '../../results/stats';
import { theoryOf } from '../../results/theory';
import { frameOf, laneOf } from '../../store/testing/frames';
import { extentOfChart } from './layer';
import { layersOf } from './layers';
import { metricsOf, truthsOf } from './metricsOf';
import { floorRemark, missingRemark, noiseNote, theoryNotes, varianceRemark } from './notes';
import { seriesOf, theoryKey } from './series';
import { summaryOf } from './summary';

const LOOP = 'fully-synthetic';
const frame = (generation: number, theory: LaneResult['theory']['theory'], parts: Partial<LaneResult> = {}) =>
  frameOf(generation, [laneOf(LOOP, { theory: { theory, undefined: { kl: 'no exact form is known' } }, ...parts })]);

function truth(id: string) {
  const found = catalogue.truths.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

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
    expect(idsOf({ dataset: 'ring', components: 1 })).not.toContain('heterozygosity');
    expect(idsOf({ model: 'gaussian-mixture', dataset: 'gaussian' })).toEqual(idsOf({ model: 'gaussian' }));
    expect(idsOf({ model: 'vae' })).toEqual([]);
    expect(metricsOf(parseExperiment({ model: 'vae' }).experiment).length).toBeGreaterThan(5);
  });
});

it('what is alive has the name of the kind, and is the same object each time', () => {
  const aliveOf = (model: string) => metricsOf(parseExperiment({ model }).experiment).find(({ id }) => id === 'modesAlive');
  expect([aliveOf('vae')?.name, aliveOf('gaussian-mixture')?.name]).toEqual(['Digits alive', 'Modes alive']);
  expect(aliveOf('vae')).toBe(aliveOf('vae'));
});

describe('theory beside a curve', () => {
  it('of runs that each have a law of their own is its mean, a guide where it is never more, and stands under no score of its name', () => {
    const runs = frameOf(
      2,
      [30, 40].map((wordsAlive, at) => laneOf(LOOP, { replicate: at + 1, theory: { theory: { wordsAlive }, undefined: {} } })),
    );
    expect(theoryOf(runs, LOOP, 'symbolsAlive')).toEqual({ mean: 35, kind: 'guide', typical: null });
    expect(theoryOf(runs, LOOP, 'wordsAlive').mean).toBeNull();
  });

  const linesOf = (theory: LaneResult['theory']['theory'], id: string) =>
    seriesOf([frame(1, theory), frame(2, theory)], [LOOP], id).theory.map(({ kind }) => kind);

  it('is the exact mean over runs where it is known, else an approximation, and the typical run', () => {
    expect(linesOf({ w2Squared: 1, w2SquaredApproximate: 2 }, 'w2Squared')).toEqual(['exact']);
    expect(linesOf({ w2Squared: null, w2SquaredApproximate: 2 }, 'w2Squared')).toEqual(['approximate']);
    expect(linesOf({ traceOverDim: 1, traceOverDimGeometric: 0.5 }, 'traceOverDim')).toEqual(['exact', 'typical']);
    expect(linesOf({}, 'recall')).toEqual([]);
  });

  it('is told from an exact law where it holds for very many samples alone', () => {
    const limit = (generation: number) =>
      frameOf(generation, [laneOf(LOOP, { theory: { theory: { traceOverDim: 1 / generation }, kind: 'limit', undefined: {} } })]);
    expect(seriesOf([limit(1), limit(2)], [LOOP], 'traceOverDim').theory).toEqual([{ loop: LOOP, kind: 'limit' }]);
    const measured = { ...limit(2), lanes: limit(2).lanes.map((lane) => ({ ...lane, truth: { traceOverDim: 0.4 } })) };
    expect(summaryOf(truth('traceOverDim'), [limit(1), measured], [LOOP], null)).toContain(
      'by theory about 0.50 in the mean over runs of very many samples',
    );
  });

  it('is approximate in one loop while it is exact in another, and as soon as one of its values is', () => {
    const law = (w2Squared: number | null) => ({ theory: { w2Squared, w2SquaredApproximate: w2Squared ?? 2 }, undefined: {} });
    const frames = [1, 2].map((t) => frameOf(t, [laneOf(LOOP, { theory: law(1) }), laneOf('fresh-data', { theory: law(t === 1 ? 1.5 : null) })]));
    const { theory, rows } = seriesOf(frames, [LOOP, 'fresh-data'], 'w2Squared');
    expect(theory).toEqual([
      { loop: LOOP, kind: 'exact' },
      { loop: 'fresh-data', kind: 'approximate' },
    ]);
    expect(rows.map((row) => theory.map((line) => row[theoryKey(line)]))).toEqual([
      [1, 1.5],
      [1, 2],
    ]);
  });

  it('is no line where it has a single value', () => {
    expect(seriesOf([frame(1, { kl: 3 }), frame(2, { kl: null })], [LOOP], 'kl').theory).toEqual([]);
  });

  it('lies on the axis with the curve, and has gaps where it is not known', () => {
    const frames = [3, null, 2].map((kl, i) => frame(i + 1, { kl }, { truth: { kl: 1 } }));
    const { rows, extent } = seriesOf(frames, [LOOP], 'kl');
    expect(rows.map((row) => row[theoryKey({ loop: LOOP, kind: 'exact' })])).toEqual([3, null, 2]);
    expect(extent).toEqual([1, 3]);
  });

  it('is told in the summary, and its absence with the reason', () => {
    const known = frame(2, { traceOverDim: 1, traceOverDimSteady: 1.25 }, { truth: { traceOverDim: 0.9 } });
    expect(summaryOf(truth('traceOverDim'), [known], [LOOP], null)).toContain('Fully synthetic 0.90, by theory 1 in the mean over runs');
    const about = frame(2, { w2SquaredApproximate: 0.25 }, { truth: { w2Squared: 0.5 } });
    expect(summaryOf(truth('w2Squared'), [about], [LOOP], null)).toContain('Fully synthetic 0.50, by theory about 0.25 in the mean over runs');
    expect(theoryNotes(known, [LOOP], 'traceOverDim')).toEqual(['In the fully synthetic loop theory sees the mean over runs settle at 1.25.']);
    expect(theoryNotes(known, [LOOP], 'kl')).toEqual(['No theory line: no exact form is known.']);
    expect(theoryNotes(known, [LOOP], 'recall')).toEqual([]);
  });

  it('has one sentence for loops of which the same is to be said', () => {
    const [known, unknown] = [
      { theory: { kl: 1 }, undefined: {} },
      { theory: { kl: null }, undefined: { kl: 'too hard' } },
    ];
    const lanes = [laneOf(LOOP, { theory: known }), laneOf('synthetic-augmentation', { theory: unknown }), laneOf('fresh-data', { theory: unknown })];
    expect(theoryNotes(frameOf(1, lanes), [LOOP, 'synthetic-augmentation', 'fresh-data'], 'kl')).toEqual([
      'In the synthetic augmentation and fresh data loops no theory line: too hard.',
    ]);
  });
});

describe('remarks under the chart of the variance', () => {
  const gaussian = parseExperiment({ model: 'gaussian', replicates: 16 }).experiment;

  it('explain why median and mean part', () => {
    expect(varianceRemark(gaussian, true)).toContain('the median of 16 runs. Dashed: the mean over infinitely many');
    expect(varianceRemark({ ...gaussian, replicates: 1 }, true)).toContain('one run. Dashed: the mean over infinitely many');
    expect(varianceRemark(gaussian, false)).not.toContain('Dashed');
  });

  it('are not made where runs do not collapse, or not in that way', () => {
    expect(varianceRemark({ ...gaussian, loop: ['fresh-data'] }, true)).toBeNull();
    expect(varianceRemark({ ...gaussian, memory: 'all' }, true)).toBeNull();
    expect(varianceRemark({ ...gaussian, bias: 1.2 }, true)).toBeNull();
    expect(varianceRemark({ ...gaussian, changes: [{ generation: 9, settings: { memory: 'all' } }] }, true)).toBeNull();
    expect(varianceRemark(parseExperiment({}).experiment, true)).toBeNull();
  });

  it('say in which loops the covariance floor ends the collapse, and in how many runs', () => {
    const at = (replicate: number, floorReached: boolean) =>
      laneOf(LOOP, { replicate, fit: { iterations: 1, objective: 0, converged: true, floorReached } });
    expect(floorRemark(frameOf(1, [at(1, true)]), [LOOP, 'fresh-data'], 1)).toContain('Covariance floor reached (fully synthetic)');
    expect(floorRemark(frameOf(1, [at(1, false), at(2, true)]), [LOOP], 2)).toContain('(fully synthetic, 1 of 2 runs)');
    expect(floorRemark(frameOf(1, [at(1, false)]), [LOOP], 1)).toBeNull();
    expect(floorRemark(undefined, [LOOP], 1)).toBeNull();
  });
});

describe('the noise floor', () => {
  const noise = { bands: { recall: { low: 0.9, high: 0.98 } }, undefined: { vendi: 'too many samples' } };
  const scored = frame(1, {}, { scores: { recall: 0.5 } });

  it('lies on the axis of a chart that has curves, and draws none alone', () => {
    const { experiment } = parseExperiment({ loop: LOOP });
    const extentAround = (frames: readonly Frame[]) => {
      const series = seriesOf(frames, [LOOP], 'recall');
      return extentOfChart(series, layersOf({ experiment, series, noise: noise.bands.recall, behind: [], told: [] })).extent;
    };
    expect(extentAround([scored])).toEqual([0.5, 0.98]);
    expect(extentAround([])).toBeNull();
  });

  it('is explained with its numbers, or missed with its reason', () => {
    expect(noiseNote(noise, 'recall', true)).toContain(', 0.90 to 0.98 (');
    expect(noiseNote(noise, 'vendi', true)).toBe('No noise floor: too many samples.');
    expect(noiseNote(null, 'recall', true)).toContain('is measured along with the first generations');
    expect(noiseNote(null, 'recall', false)).toBeNull();
    expect(noiseNote(null, 'kl', true)).toBeNull();
  });

  it('is told in the summary', () => {
    const recall = catalogue.metrics.find(({ id }) => id === 'recall');
    expect(recall && summaryOf(recall, [scored], [LOOP], noise.bands.recall)).toContain('Noise floor: 0.90 to 0.98.');
  });

  it('say of how many runs a line does not tell, and why', () => {
    const at = (replicate: number, logDet: number | null) =>
      laneOf(LOOP, { replicate, truth: { logDet }, undefined: logDet === null ? { logDet: 'the covariance is singular' } : {} });
    const some = frameOf(7, [at(1, -30), at(2, null), at(3, null)]);
    expect(missingRemark(some, [LOOP, 'fresh-data'], 'logDet')).toBe(
      'Left out in generation 7 (fully synthetic, 2 of 3 runs: the covariance is singular): line and band are of the other runs, not of all.',
    );
    for (const all of [[at(1, -30)], [at(1, null), at(2, null)]]) expect(missingRemark(frameOf(7, all), [LOOP], 'logDet')).toBeNull();
    expect(missingRemark(undefined, [LOOP], 'logDet')).toBeNull();
  });
});
