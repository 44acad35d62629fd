import { readFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createNodeHost } from '../../headless/nodeHost';
import type { Host } from '../contracts';
import { byId } from '../registry';
import { DATASETS } from './about';
import { type BookId, bakedBook, bakedNames, NAMES, TOKENS, textPath } from './texts';

/** A host that serves public/, as `change` leaves each file, and keeps count of what was fetched. */
function hostOf(change: (bytes: Buffer) => Uint8Array = (bytes) => bytes) {
  const fetched: string[] = [];
  const host: Host = {
    rung: 'cpu',
    tensors: () => Promise.reject(new Error('texts need no tensors')),
    async load(path) {
      fetched.push(path);
      return change(await readFile(`public/${path}`));
    },
  };
  return { host, fetched };
}

/** A host whose files hold something else. */
const edited = (edit: (text: string) => string) =>
  hostOf((bytes) => gzipSync(Buffer.from(edit(gunzipSync(bytes).toString('latin1')), 'latin1'))).host;

const bytesOf = async (id: 'names' | BookId) => (await readFile(`public/${textPath(id)}`)).length;
const charactersOf = (words: readonly string[]) => [...new Set(words.join(''))].sort().join('');
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

describe('names', () => {
  it('are sorted, distinct, of letters alone, and none that is held out is there to train on', async () => {
    const { train, heldOut } = await bakedNames(hostOf().host);
    expect([train.length, heldOut.length]).toEqual([NAMES.train, NAMES.heldOut]);
    for (const part of [train, heldOut]) expect(part).toEqual([...part].sort());
    expect(new Set([...train, ...heldOut]).size).toBe(NAMES.train + NAMES.heldOut);
    expect(charactersOf(train)).toBe(LETTERS);
    expect(charactersOf(heldOut)).toBe(LETTERS);
  });

  it('held out are of every first letter', async () => {
    const { heldOut } = await bakedNames(hostOf().host);
    expect(new Set(heldOut.map((name) => name[0])).size).toBeGreaterThan(23);
  });

  it('are at most 30 kB', async () => {
    expect(await bytesOf('names')).toBeLessThan(30_000);
  });
});

describe.each<[BookId, string, string]>([
  ['moby-dick', 'call me ishmael . some years ago', 'only found another orphan .'],
  ['addresses', 'mr . speaker , mr . vice president , members of congress', 'thank you for your patience .'],
])('%s', (id, first, last) => {
  it('is words and marks, from where it begins to where it ends', async () => {
    const { train, heldOut } = await bakedBook(hostOf().host, id);
    expect([train.length, heldOut.length]).toEqual([TOKENS.train, TOKENS.heldOut]);
    expect([...train, ...heldOut].filter((token) => !/^([a-z]+('[a-z]+)*|[.,;:!?])$/.test(token))).toEqual([]);
    expect(train.slice(0, 20).join(' ').startsWith(first)).toBe(true);
    expect(heldOut.join(' ').endsWith(last)).toBe(true);
    expect(charactersOf(train)).toBe(`!',.:;?${LETTERS}`);
    expect(charactersOf(heldOut)).toBe(`!',.:;?${LETTERS}`);
  });

  it('holds nothing out that is there to train on', async () => {
    const { train, heldOut } = await bakedBook(hostOf().host, id);
    const passages = (tokens: readonly string[]) => tokens.slice(25).map((_, i) => tokens.slice(i, i + 25).join(' '));
    const known = new Set(passages(train));
    expect(passages(heldOut).filter((passage) => known.has(passage))).toEqual([]);
  });

  it('is at most 140 kB', async () => {
    expect(await bytesOf(id)).toBeLessThan(140_000);
  });
});

describe('a file', () => {
  it('is fetched once', async () => {
    const { host, fetched } = hostOf();
    const [one, other] = await Promise.all([bakedNames(host), bakedNames(host)]);
    expect(other).toBe(one);
    await bakedBook(host, 'addresses');
    expect(fetched).toEqual(['texts/names.bin', 'texts/addresses.bin']);
  });

  it('may have been decompressed by a server', async () => {
    const plain = await bakedBook(hostOf((bytes) => gunzipSync(bytes)).host, 'moby-dick');
    expect(plain).toEqual(await bakedBook(hostOf().host, 'moby-dick'));
  });

  it('that is damaged is named, and loaded again at the next call', async () => {
    let broken = true;
    const { host } = hostOf((bytes) => (broken ? bytes.subarray(0, 1000) : bytes));
    await expect(bakedNames(host)).rejects.toMatchObject({
      code: 'asset-missing',
      message: expect.stringMatching(/^texts\/names\.bin is damaged: it does not decompress .* Reload the page\.$/),
    });
    broken = false;
    expect((await bakedNames(host)).train).toHaveLength(NAMES.train);
  });

  it.each<[string, (text: string) => string, string]>([
    ['with a word too few', (text) => text.replace('\n', ' '), '72000 words instead of 60000 + 12000'],
    ['with another mark', (text) => text.replace('ishmael', 'ishmael-'), 'it holds other characters than it should'],
    ['with other letters', (text) => text.replace('ishmael', 'ishmaël'), 'it holds other characters than it should'],
  ])('%s is damaged', async (_, edit, found) => {
    await expect(bakedBook(edited(edit), 'moby-dick')).rejects.toMatchObject({
      code: 'asset-missing',
      message: `texts/moby-dick.bin is damaged: ${found}. Reload the page.`,
    });
  });
});

it.each(['moby-dick', 'addresses'] as const)('the words that are followed in %s are as common as it is said', async (id) => {
  const { heldOut } = await bakedBook(createNodeHost('cpu'), id);
  const words = heldOut.filter((token) => /^[a-z]/.test(token));
  const { modeNames = [], classShares } = byId(DATASETS, id);
  expect(classShares).toEqual(modeNames.map((followed) => words.filter((word) => word === followed).length / words.length));
});

it('first letters of held-out names are as common as it is said', async () => {
  const { heldOut } = await bakedNames(createNodeHost('cpu'));
  const { modeNames = [], classShares } = byId(DATASETS, 'names');
  expect(classShares).toEqual(modeNames.map((letter) => heldOut.filter((name) => name.startsWith(letter.toLowerCase())).length / heldOut.length));
});
