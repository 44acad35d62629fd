import { expect, it } from 'vitest';
import { createNodeHost } from '../src/headless/nodeHost';
import { ELBO_LIMIT, published, small, trained } from './vaeTraining';

it('trains 14 px digits for 10 epochs to the held-out evidence lower bound of the same recipe in PyTorch', { timeout: 300_000 }, async () => {
  const setting = { ...small, epochs: 10, grey: 'stored' } as const;
  const [wanted] = published(setting);
  expect(Math.abs((await trained(setting, 1, createNodeHost('wasm'))) / wanted - 1)).toBeLessThanOrEqual(ELBO_LIMIT);
});
