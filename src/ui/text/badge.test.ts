import { expect, it } from 'vitest';
import { badgeDetails, badgeWords } from './badge';

const badge = { renderer: 'A card', reason: 'as asked', tfjsBackend: null, tensors: null };

it('says where it computes in words for readers, and how for those who ask', () => {
  expect(badgeWords({ ...badge, rung: 'wasm' }, 'gaussian')).toBe('computed in this tab, in double precision');
  expect(badgeWords({ ...badge, rung: 'webgl' }, 'vae')).toBe('computed in this tab, on the graphics card');
  expect(badgeWords({ ...badge, rung: 'wasm' }, 'vae')).toBe('computed in this tab, on the processor');
  expect(badgeDetails({ ...badge, rung: 'webgl' }, 'vae')).toBe('TensorFlow.js on the GPU (webgl) · A card · as asked');
  expect(badgeDetails({ ...badge, rung: 'wasm' }, 'gaussian')).toBe('float64 on the CPU · as asked');
});
