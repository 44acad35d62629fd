import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createNodeHost } from '../headless/nodeHost';
import { datasets } from './datasets';
import { digits } from './datasets/images';
import { parseExperiment } from './experimentText';
import { byId } from './registry';
import { createRng } from './rng';
import { previewReal } from './view';

const previewOf = (dataset: string) => {
  const { experiment } = parseExperiment({ dataset });
  const entry = byId(datasets, experiment.dataset);
  return previewReal(experiment, entry, entry.open(experiment, createRng(1), createNodeHost('cpu')));
};

describe('the preview', () => {
  it('has the exact weight of each mode, and how far it reaches', async () => {
    const { weights, modes, reach } = await previewOf('long-tail');
    expect(weights).toHaveLength(8);
    weights.forEach((weight, m) => {
      expect(weight).toBeCloseTo((1 << (7 - m)) / 255, 12);
    });
    expect(modes).toHaveLength(16);
    expect(reach).toBeCloseTo(0.6, 12);
  });

  it.each(datasets.filter(({ kind }) => kind === 'points').map(({ id, modes }) => [id, modes] as const))(
    'of %s has %i weights',
    async (id, count) => {
      const { weights } = await previewOf(id);
      expect(weights).toHaveLength(count);
      if (count > 0) expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    },
  );

  it('of digits has the share of each digit among the held-out ones', async () => {
    const packed = await readFile('src/engine/datasets/fixtures/testLabels.bin');
    const counts = new Array<number>(10).fill(0);
    for (const byte of packed) for (const label of [byte >> 4, byte & 15]) counts[label] = (counts[label] ?? 0) + 1;
    expect(digits.classShares).toEqual(counts.map((count) => count / 10_000));
  });
});
