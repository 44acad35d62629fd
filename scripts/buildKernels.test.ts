import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { binaryModule, compileKernels, KERNELS } from './buildKernels';

it.each(KERNELS)('$target is what $source compiles to, byte for byte: `npm run kernels` makes it', async ({ source, target }) => {
  expect(readFileSync(target, 'utf8')).toBe(binaryModule(source, await compileKernels(source)));
});
