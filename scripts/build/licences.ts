import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { notedPackages } from './bundledPackages';
import { bundleWorker } from './offline';

/** Packages that come without a file of their licence: who made them, as the heads of their sources say, and whose file has the same text. */
const WITHOUT_FILE: readonly { readonly names: RegExp; readonly copyright: string; readonly text: string }[] = [
  { names: /^@tensorflow\/tfjs/, copyright: 'Copyright Google LLC. All Rights Reserved.', text: 'node_modules/long/LICENSE' },
  { names: /^seedrandom$/, copyright: 'Copyright 2019 David Bau.', text: 'node_modules/react/LICENSE' },
];

/** Arithmetic of ours that follows others' line by line: src/engine/math/exp.ts and ln.ts, and the same in kernels/. */
const FOLLOWED = `Exponential and natural logarithm, after e_exp.c and e_log.c of FreeBSD

Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved. Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved.`;

/** Vite's file goes on with what Vite itself bundles: of that nothing is in our page. */
const TOOLS_OWN = /^# Licenses of bundled dependencies[\s\S]*/m;

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

export const headOf = ({ name, version, license }: Manifest): string => `${name} ${version} (${license ?? 'no licence named'})`;

export const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** The words of a package's own licence and notices. */
function wordsOf(folder: string, name: string): string {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  if (files.length > 0) return files.map((file) => readFileSync(join(folder, file), 'utf8').replace(TOOLS_OWN, '').trim()).join('\n\n');
  const known = WITHOUT_FILE.find(({ names }) => names.test(name));
  if (!known || !existsSync(known.text)) throw new Error(`${folder} has no licence file: look it up, and add it to scripts/build/licences.ts`);
  const text = readFileSync(known.text, 'utf8')
    .replace(/^Copyright .*$/m, '')
    .trim();
  return `${known.copyright}\n\n${text}`;
}

/** All notices; packages of the same words share them. */
export function licenceText(folders: readonly string[]): string {
  const byWords = new Map<string, string[]>();
  for (const folder of folders) {
    const manifest = manifestOf(folder);
    const words = wordsOf(folder, manifest.name);
    byWords.set(words, [...new Set([...(byWords.get(words) ?? []), headOf(manifest)])]);
  }
  const rule = `\n\n${'-'.repeat(80)}\n\n`;
  const ours = `MAD Lab\n\n${readFileSync('LICENSE', 'utf8').trim()}\n\n${readFileSync('LICENSE-TEXT.md', 'utf8').trim()}`;
  const data = ['digits', 'speech', 'texts'].map((folder) =>
    readFileSync(`public/${folder}/README.md`, 'utf8').split('\n\n').slice(0, 2).join('\n\n'),
  );
  return [ours, ...data, FOLLOWED, ...[...byWords].map(([words, heads]) => `${heads.join('\n')}\n\n${words}`)].join(rule).concat('\n');
}

/** dist/licences.txt: the licence of everything in dist, from what the bundles hold. */
export async function licences(): Promise<void> {
  // the step that writes it comes last
  await bundleWorker([]);
  const folders = [...new Set([...notedPackages().values()].flat())].toSorted();
  const text = licenceText(folders);
  writeFileSync('dist/licences.txt', text);
  process.stdout.write(`licences.txt: ${folders.length} packages, ${text.length} characters\n`);
}
