import { expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import { curesWords } from './curesWords';

const words = (keys: Record<string, unknown>) => curesWords(parseExperiment(keys).experiment);

it('says that none is on, or which, in the order in which they act', () => {
  expect(words({})).toBe('none on');
  expect(words({ detector: 0.8, loop: 'fresh-data', refill: 'true' })).toBe('detector 0.8 · refill');
  expect(words({ monitor: 'recall', realWeight: 'optimal', archive: 264, curation: 'density', web: '.98,20,4', loop: 'fresh-data' })).toBe(
    'web 98\u00a0% (20, 4) · curation by density · archive 264 · weight optimal · monitor watches recall',
  );
});

it('names what models bring where it means something, and nothing that only waits', () => {
  expect(words({ model: 'gaussian', dataset: 'gaussian', neon: 1.25 })).toBe('Neon 1.25');
  expect(words({ model: 'vae', warmStart: 'true' })).toBe('warm start');
  expect(words({ falseAlarms: 0.2, refill: 'true', loop: 'fresh-data' })).toBe('none on');
});
