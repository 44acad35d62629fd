import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { thumbnailPoster } from '../../../scripts/thumbnailPoster';
import { runForThumbnail } from '../../../scripts/thumbnailRun';
import { thumbnailSvg } from '../../../scripts/thumbnailSvg';
import { parseQuery, VIEW_KEYS } from '../../engine/experimentText';
import { valuesIn } from '../../engine/query';
import { runKeyOf } from '../../frame/experimentKey';
import { readPoster } from '../../frame/posterText';
import { POSED } from '../../presets/posed';
import posters from '../../presets/posters.json';
import { presetId } from '../../presets/presetId';
import { PRESETS } from '../../presets/presets';
import { toldScore } from '../../presets/toldScore';
import { cardWords } from './cardWords';
import { GALLERY } from './groups';
import { planOf, thumbnailPath, thumbnailSource, thumbnailWords } from './thumbnail';

const fileOf = (preset: (typeof PRESETS)[number]) => readFileSync(new URL(`../../../public/${thumbnailPath(preset)}`, import.meta.url), 'utf8');
const curvesOf = (preset: (typeof PRESETS)[number]) => (posters as Readonly<Record<string, string>>)[presetId(preset)] ?? '';
const unescaped = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const presetNamed = (id: string) => PRESETS.find((preset) => presetId(preset) === id) ?? expect.fail(`no preset ${id}`);

describe('the gallery', () => {
  it('holds every preset once', () => {
    const shown = GALLERY.flatMap(({ presets }) => presets.map(({ title }) => title));
    expect(shown.toSorted()).toEqual(PRESETS.map(({ title }) => title).toSorted());
    for (const { name, presets } of GALLERY) expect(presets.length, name).toBeGreaterThan(0);
  });

  it('has one picture for each preset, and for the article’s own figure, and none beside', () => {
    const files = readdirSync(new URL('../../../public/presets', import.meta.url)).filter((name) => name !== 'og');
    expect(files.toSorted()).toEqual(POSED.map((preset) => `${presetId(preset)}.svg`).toSorted());
  });
});

describe.each(POSED.map((preset) => [preset.title, preset] as const))('the picture of “%s”', (_, preset) => {
  it('was drawn from the experiment that the preset is now', () => {
    expect(unescaped(/<desc>(.*)<\/desc>/.exec(fileOf(preset))?.[1] ?? '')).toBe(thumbnailSource(preset));
    expect(unescaped(/<title>(.*)<\/title>/.exec(fileOf(preset))?.[1] ?? '')).toBe(preset.title);
  });

  it('has curves beside it of the run that the preset is now (if not: npm run thumbnails)', () => {
    const { loop } = parseQuery(preset.query).experiment;
    const poster = readPoster(curvesOf(preset), runKeyOf(valuesIn(preset.query), VIEW_KEYS), loop.length);
    expect(poster?.charts.map(({ score }) => score)).toContain(toldScore(preset));
    expect(poster?.charts[0].curves.flat().some((value) => value !== null)).toBe(true);
  });

  it('is small, and needs nothing from elsewhere', () => {
    expect(fileOf(preset).length).toBeLessThan(7500);
    expect(fileOf(preset).replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script|<foreignObject/);
  });
});

it.each(['replace', 'quality-bought-with-diversity'])('the run of “%s” draws its picture and its curves anew, to the last byte', async (id) => {
  const preset = presetNamed(id);
  const run = await runForThumbnail(preset);
  expect(thumbnailSvg(preset, run)).toBe(fileOf(preset));
  expect(thumbnailPoster(preset, run)).toBe(curvesOf(preset));
});

describe('a picture shows', () => {
  it('several loops at the last generation', () => {
    expect(planOf(presetNamed('three-loops-one-ring'))).toEqual({
      kind: 'panes',
      panes: ['fully-synthetic', 'synthetic-augmentation', 'fresh-data'].map((loop) => ({ loop, generation: 50 })),
    });
  });

  it('one loop before and after what changes on the way', () => {
    expect(thumbnailWords(presetNamed('a-rescue-at-generation-20'))).toBe('fresh · generations 1, 19 and 50');
  });

  it('many dimensions or many runs as the curve that the preset is about', () => {
    expect(planOf(presetNamed('a-published-experiment'))).toEqual({ kind: 'curve', value: 'w2Squared' });
    expect(planOf(presetNamed('a-web-that-fills-up'))).toEqual({ kind: 'curve', value: 'recall' });
  });
});

describe('a card says', () => {
  it.each([
    ['three-loops-one-ring', '25 s · for class'],
    ['handwriting-that-fades-to-grey', '30 s · for class'],
    ['a-web-that-fills-up', '35 s · for class'],
    ['replace', '25 s · for a seminar'],
    ['twenty-five-modes-two-thousand-generations', '2 min · for a seminar'],
  ])('how long it takes and for whom it is: %s, %s', (id, words) => {
    expect(cardWords(presetNamed(id))).toBe(words);
  });

  it('a minute at most of all but one', () => {
    expect(PRESETS.filter((preset) => !/^([1-5]?[05] s|60 s) · /.test(cardWords(preset)))).toEqual([
      presetNamed('twenty-five-modes-two-thousand-generations'),
    ]);
  });
});
