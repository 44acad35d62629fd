import { describe, expect, it } from 'vitest';
import { catalogue } from '../engine/catalogue';
import { parseQuery } from '../engine/experimentText';
import { withChange } from '../engine/settings';
import { PRESETS } from './presets';
import { toldFor, toldLine, toldScoreOf } from './told';
import { toldScore } from './toldScore';

const experimentOf = (title: string) => parseQuery(PRESETS.find((preset) => preset.title === title)?.query ?? expect.fail(title)).experiment;
const FIGURE_10 = experimentOf('A published experiment');
const linesOf = (experiment = FIGURE_10, score = 'w2Squared') => toldFor(experiment, score).map(toldLine);

describe('what is told of a preset', () => {
  it('is a line at its value, for the generations that it is told of, and says that it is a mean', () => {
    expect(linesOf()).toEqual([
      {
        value: 12.27,
        generations: [31, 40],
        long: 'told for generations 31 to 40: 12.27, a mean',
        short: 'told: 12.27',
        by: 'a simulation with other code',
      },
    ]);
    expect(linesOf(experimentOf('One Gaussian, sixty-four times'), 'traceOverDim').map(({ long }) => long)).toEqual([
      'told at generation 50: 1.00, a mean',
      'told at generation 50: 0.602, a median',
    ]);
  });

  it('says whose it is, where several loops run', () => {
    expect(linesOf(experimentOf('A detector that only deletes'), 'recall').map(({ long }) => long)).toEqual([
      'told (untreated) at generation 50: 0.79, a median',
      'told (detector) at generation 50: 0.41, a median',
    ]);
  });

  it('is in the units of the chart, where the reading is another way round', () => {
    expect(linesOf(experimentOf('Nine hundred samples worth ninety'), 'meanSquared')).toMatchObject([
      { value: expect.closeTo(20 / 189.138), short: 'told: 20/189 = 0.106' },
    ]);
  });

  it('goes with the first change of what it depends on, and stays with what it does not depend on', () => {
    expect(linesOf({ ...FIGURE_10, seed: 7, replicates: 1, backend: 'wasm', generations: 60 })).toHaveLength(1);
    for (const other of [
      { ...FIGURE_10, real: 101 },
      { ...FIGURE_10, bias: 0.99 },
      { ...FIGURE_10, dim: 99 },
      withChange(FIGURE_10, 20, { real: 50 }),
    ]) {
      expect(linesOf(other)).toEqual([]);
      expect(toldScoreOf(other)).toBeNull();
    }
  });

  it('is left out of a run that ends before', () => {
    expect(linesOf({ ...FIGURE_10, generations: 39 })).toEqual([]);
  });

  it('is told of a score that there is, and first of the one that stands first', () => {
    const known = [...catalogue.metrics, ...catalogue.truths].map(({ id }): string => id);
    for (const preset of PRESETS) {
      const told = toldScoreOf(parseQuery(preset.query).experiment);
      if (told === null) continue;
      expect(known, preset.title).toContain(told);
      expect(told).toBe(toldScore(preset));
    }
    expect(PRESETS.filter(({ query }) => toldScoreOf(parseQuery(query).experiment) !== null)).toHaveLength(26);
  });
});
