import { expect, it } from 'vitest';
import { packageFolder } from './bundledPackages';
import { headOf, licenceText, manifestOf } from './licences';

it('a module belongs to the innermost package, code that bundlers add to them, and ours to none', () => {
  const folders = [
    'src/main.tsx',
    'node_modules/react/index.js?commonjs',
    'node_modules/a/node_modules/@b/c/d.js',
    '\0rolldown/runtime.js',
    '\0catalogue',
  ].map(packageFolder);
  expect(folders).toEqual([null, 'node_modules/react', 'node_modules/a/node_modules/@b/c', 'node_modules/rolldown', null]);
});

it('every package is named with its version, its licence and who made it, those without a licence file too', () => {
  const folders = ['node_modules/react', 'node_modules/@tensorflow/tfjs-core', 'node_modules/seedrandom', 'node_modules/zustand'];
  const text = licenceText(folders);
  for (const folder of folders) expect(text.split('\n')).toContain(headOf(manifestOf(folder)));
  for (const words of [
    'Meta Platforms',
    'Google LLC',
    'David Bau',
    'Paul Henschel',
    'Apache License',
    'Permission is hereby granted',
    'MNIST',
    'Public Domain Dedication',
    'MAD Lab contributors',
  ]) {
    expect(text).toContain(words);
  }
});
