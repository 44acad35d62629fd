import { expect, it } from 'vitest';
import { parseExperiment, printQuery } from '../../engine/experimentText';
import { differsFromShared, sharedExperiment } from './sharedLink';

const of = (raw: Record<string, unknown>) => parseExperiment(raw).experiment;

it('the same numbers for everyone are those of backend=wasm, and nothing else of the experiment changes', () => {
  for (const backend of ['auto', 'wasm', 'cpu', 'webgl']) {
    expect(printQuery(sharedExperiment(of({ seed: 5, bias: 0.5, backend }), true))).toBe(printQuery(of({ seed: 5, bias: 0.5, backend: 'wasm' })));
  }
});

it('without them each computer takes what it has, unless another backend was asked for', () => {
  expect(sharedExperiment(of({ backend: 'wasm' }), false).backend).toBe('auto');
  expect(sharedExperiment(of({ backend: 'auto' }), false).backend).toBe('auto');
  expect(sharedExperiment(of({ backend: 'cpu' }), false).backend).toBe('cpu');
});

it('what is on the screen differs from them where tensors were computed elsewhere', () => {
  expect(differsFromShared({ model: 'vae' }, 'webgl')).toBe(true);
  expect(differsFromShared({ model: 'vae' }, 'cpu')).toBe(true);
  expect(differsFromShared({ model: 'gaussian-mixture' }, 'webgl')).toBe(true);
  expect(differsFromShared({ model: 'gaussian-mixture' }, 'cpu')).toBe(false);
  expect(differsFromShared({ model: 'gaussian' }, 'webgl')).toBe(false);
  for (const model of ['gaussian', 'gaussian-mixture', 'vae']) expect(differsFromShared({ model }, 'wasm')).toBe(false);
});
