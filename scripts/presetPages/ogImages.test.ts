import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ogHash, ogSources } from './ogSource';
import { palettePng, readPngHead } from './palettePng';
import { OG_SIZE } from './sharing';

const FOLDER = new URL('../../public/presets/og/', import.meta.url);

it('the page and every preset have one picture for other sites, and there are no others', () => {
  expect(readdirSync(FOLDER).toSorted()).toEqual(
    ogSources()
      .map(({ id }) => `${id}.png`)
      .toSorted(),
  );
});

describe.each(ogSources().map((source) => [source.id, source] as const))('the picture of %s', (id, source) => {
  it('was drawn from the words and the run that the preset has now (if not: npm run og)', () => {
    const png = readFileSync(new URL(`${id}.png`, FOLDER));
    expect(readPngHead(png)).toEqual({ ...OG_SIZE, source: ogHash(source) });
    expect(png.length).toBeLessThan(60_000);
  });
});

it('a changed run asks for a new picture', () => {
  const [source] = ogSources();
  expect(ogHash({ ...source, svg: source.svg.replace('<title>', '<title> ') })).not.toBe(ogHash(source));
  expect(readPngHead(palettePng(2, 1, Uint8Array.of(0, 0, 0, 255, 255, 255, 255, 255), 'x'))).toEqual({ width: 2, height: 1, source: 'x' });
});
