import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { binaryModule, compileKernels, TARGET } from './buildKernels';

it('the committed kernels are what their source compiles to, byte for byte: `npm run kernels` makes them', async () => {
  expect(readFileSync(TARGET, 'utf8')).toBe(binaryModule(await compileKernels()));
});
