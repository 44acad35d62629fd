import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTensors } from '../src/backend/node';
import type { TensorBackend } from '../src/engine/contracts';
import { collapse, collapseDeviation, collapseSettings, GENERATIONS, LEAST_SHARE, LOGARITHM, LOGARITHM_BELOW } from './collapse';

let backend: TensorBackend;
let tensorsBefore = 0;
beforeAll(async () => {
  backend = await openTensors('wasm');
  tensorsBefore = backend.tf.memory().numTensors;
});
afterAll(() => {
  expect(backend.tf.memory().numTensors).toBe(tensorsBefore);
});

test.each(collapseSettings)(
  'float32 follows float64 through the collapse: $name',
  async (setting) => {
    const deviation = await collapseDeviation(collapse(setting), backend);
    expect(deviation.lowestShare).toBeLessThan(LEAST_SHARE);
    expect(deviation.worst).toBeLessThanOrEqual(LOGARITHM);
    expect(deviation.worstBelow).toBeLessThanOrEqual(LOGARITHM_BELOW);
    expect(deviation.compared).toBeGreaterThanOrEqual((GENERATIONS * setting.dim * setting.components) / 4);
    expect(deviation.compared + deviation.comparedBelow).toBe(GENERATIONS * setting.dim * setting.components);
  },
  60_000,
);
