import { expect, it } from 'vitest';
import type { Experiment } from '../engine/experiment';
import { parseQuery } from '../engine/experimentText';
import { presetOf } from './presetOf';
import { PRESETS } from './presets';

it('knows every preset by its experiment', () => {
  for (const { query, title } of PRESETS) expect(presetOf(parseQuery(query).experiment)?.title).toBe(title);
});

it('knows it still with another seed or backend, with more generations, and with more or fewer replicates', () => {
  for (const { query, title } of PRESETS) {
    const { experiment } = parseQuery(query);
    const changed: Experiment = { ...experiment, seed: 7, backend: 'wasm', generations: experiment.generations + 10, replicates: 3 };
    expect(presetOf(changed)?.title).toBe(title);
  }
});

it('knows it no longer where a run ends before what its words tell of', () => {
  for (const { query, title } of PRESETS) {
    const { experiment } = parseQuery(query);
    expect(presetOf({ ...experiment, generations: experiment.generations - 1 }), title).toBeNull();
  }
});

it('knows it no longer once a slider has moved, before the run or in it', () => {
  for (const { query, title } of PRESETS) {
    const { experiment } = parseQuery(query);
    expect(presetOf({ ...experiment, synthetic: experiment.synthetic + 1 }), title).toBeNull();
    const changes = [...experiment.changes, { generation: 1000, settings: { bias: 0.5 } }];
    expect(presetOf({ ...experiment, changes }), title).toBeNull();
  }
});
