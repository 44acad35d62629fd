import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import type { ShownImages } from '../../engine/kinds/images';
import type { ShownPoints } from '../../engine/kinds/points';
import type { Preview, ShownSamples } from '../../protocol/messages';
import { aliveModes, frameOf, laneOf } from '../../store/testing/frames';
import type { Results } from '../files/results';
import { noSamples } from '../kinds/files';
import { alphaPng } from '../plot/alphaPng';
import { escapeXml } from '../plot/xml';
import { wrapLink } from './figurePage';
import { figuresOf } from './figures';

/** A strict reader of elements and texts: null where the text is not well-formed XML. */
function readXml(text: string): { names: string[]; texts: string[] } | null {
  const token =
    /<(\/?)([A-Za-z][\w:-]*)((?:\s+[A-Za-z][\w:-]*="[^"<&]*(?:&(?:amp|lt|gt|quot);[^"<&]*)*")*)\s*(\/?)>|((?:[^<&>]|&(?:amp|lt|gt|quot);)+)/y;
  const open: string[] = [];
  const names: string[] = [];
  const texts: string[] = [];
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (!match) return null;
    const [, closing, name, attributes = '', selfClosing, words] = match;
    if (words !== undefined) {
      if (words.trim() !== '' && open.length === 0) return null;
      texts.push(words);
      continue;
    }
    if (closing) {
      if (open.pop() !== name) return null;
      continue;
    }
    const keys = [...attributes.matchAll(/([\w:-]+)=/g)].map(([, key]) => key);
    if (new Set(keys).size !== keys.length) return null;
    names.push(name ?? '');
    if (!selfClosing) open.push(name ?? '');
  }
  return open.length === 0 ? { names, texts } : null;
}

const points = (values: readonly number[], dim: 1 | 2 = 2): ShownPoints => ({
  kind: 'points',
  count: values.length / dim,
  dim,
  values: Float32Array.from(values),
  components: Float32Array.of(1, 0, 0, 1, 0, 0.5),
});
const digits: ShownImages = { kind: 'images', count: 64, side: 14, values: new Uint8Array(64 * 196).fill(200) };
const preview = (real: ShownSamples, height: number): Preview => ({
  real,
  ghost: real.kind === 'images' ? null : { width: 4, height, density: Float32Array.from({ length: 4 * height }, (_, i) => i / (4 * height)) },
  extent: 2,
  reach: 1,
  weights: [],
  modes: new Float32Array(0),
});

function resultsOf(query: Record<string, unknown>, shown: ShownSamples, generations = 3): Results {
  const { experiment } = parseExperiment({ seed: 77, ...query });
  const frames = Array.from({ length: generations }, (_, i) =>
    frameOf(
      i + 1,
      experiment.loop.flatMap((loop, at) =>
        Array.from({ length: experiment.replicates }, (_, r) =>
          laneOf(loop, {
            replicate: r + 1,
            scores: { recall: 0.9 - 0.1 * i - 0.02 * at + 0.01 * r, density: null },
            undefined: { density: 'fewer than 5 < 6 & "too few"' },
            truth: { traceOverDim: 1 - 0.1 * i },
            theory: { theory: { traceOverDim: 1 }, undefined: {} },
            shares: aliveModes('110'),
            shown: r === 0 ? shown : null,
          }),
        ),
      ),
    ),
  );
  const noise = { bands: { recall: { low: 0.91, high: 0.99 } }, undefined: {} };
  return {
    experiment,
    frames,
    noise,
    backend: 'wasm',
    version: '9.8.7',
    link: 'https://lab.example/?v=1&seed=77&bias=<0.5>',
    exported: '2026-11-29',
  };
}

const cases: [string, Results, Preview][] = [
  [
    'points, three loops, a change on the way',
    resultsOf({ generations: 3, changes: '2:bias=0.5' }, points([0, 1, 1.5, -1])),
    preview(points([0, 0]), 4),
  ],
  ['many replicates in one dimension', resultsOf({ model: 'gaussian', dim: 1, replicates: 3 }, points([0, 1, 1.5], 1)), preview(points([0], 1), 1)],
  ['digits', resultsOf({ model: 'vae' }, digits), preview(digits, 1)],
  ['a long run', resultsOf({ generations: 900 }, points([0, 1]), 900), preview(points([0, 0]), 4)],
  ['nothing yet', resultsOf({}, points([0, 1]), 0), preview(points([0, 0]), 4)],
  ['samples that a table does not hold', resultsOf({}, noSamples(parseExperiment({}).experiment)), preview(points([0, 0]), 4)],
];

describe.each(cases)('figures of %s', (_, results, shownBefore) => {
  const { frames, experiment } = results;
  const figures = figuresOf(results, frames.length, shownBefore).map(({ id, draw }) => ({ id, figure: draw() }));

  it('are well-formed XML with caption, seed, version and link inside', () => {
    for (const { id, figure } of figures) {
      const xml = readXml(figure.svg);
      expect(xml, id).not.toBeNull();
      const words = (xml?.texts.join('') ?? '').replaceAll(/\s+/g, ' ');
      expect(words, id).toContain('Seed 77; MAD Lab 9.8.7, computed on wasm. Exported on 2026-11-29.');
      expect(words, id).toContain('https://lab.example/?v=1&amp;seed=77&amp;bias=&lt;0.5&gt;');
      expect(words, id).toContain(`${experiment.generations} generations`);
      expect(words.startsWith(` ${figure.title}`), id).toBe(true);
      expect(figure.svg, id).toContain('<a href="https://lab.example/?v=1&amp;seed=77&amp;bias=&lt;0.5&gt;">');
    }
  });

  it('hold numbers alone: no NaN, no undefined, no Infinity', () => {
    for (const { id, figure } of figures) expect(figure.svg, id).not.toMatch(/NaN|undefined[^ h]|Infinity/);
  });

  it('stay within their frame from left to right', () => {
    for (const { id, figure } of figures) {
      const box = /viewBox="0 0 (\d+) (\d+)"/.exec(figure.svg);
      expect([Number(box?.[1]), Number(box?.[2])], id).toEqual([figure.width, figure.height]);
      for (const [, line] of figure.svg.matchAll(/<text x="28" y="[\d.]+">([^<]*)</g)) {
        expect((line ?? '').length * 12 * 0.53, id).toBeLessThan(figure.width - 28);
      }
    }
  });
});

describe('the link in a figure', () => {
  const link = 'https://lab.example/?v=1&dataset=grid&initialReal=1000&real=100&synthetic=900&generations=2000&seed=7';

  it('breaks before its marks, and loses nothing', () => {
    const lines = wrapLink(link, 40);
    expect(lines.join('')).toBe(link);
    expect(lines).toEqual(['https://lab.example/?v=1&dataset=grid', '&initialReal=1000&real=100&synthetic=900', '&generations=2000&seed=7']);
  });

  it('is cut where no mark is near, and stays whole to a copier', () => {
    const long = `${link}&points=${'AbC0'.repeat(50)}`;
    const lines = wrapLink(long, 60);
    expect(lines.join('')).toBe(long);
    expect(Math.max(...lines.map(({ length }) => length))).toBe(60);
    const svg = figuresOf({ ...resultsOf({}, points([0, 1])), link: long }, 3, preview(points([0, 0]), 4))[0]?.draw().svg ?? '';
    const [, anchor = ''] = /<a href="[^"]*"><text>(.*)<\/text><\/a>/.exec(svg) ?? [];
    expect(anchor.replaceAll(/<[^>]*>/g, '')).toBe(escapeXml(long));
  });
});

it('all charts stand on one sheet, each under its name and within it', () => {
  const offers = figuresOf(resultsOf({ generations: 3 }, points([0, 1])), 3, null);
  const sheet = offers.find(({ id }) => id === 'sheet')?.draw();
  const charts = offers.filter(({ group }) => group !== '');
  expect(charts.length).toBeGreaterThan(4);
  for (const { name } of charts) expect(sheet?.svg).toContain(`font-weight="600">${escapeXml(name)}<`);
  const tops = [...(sheet?.svg ?? '').matchAll(/<g transform="translate\((\d+) (\d+)\)"><text/g)].map(([, , y]) => Number(y));
  expect(tops).toHaveLength(charts.length);
  expect(Math.max(...tops) + 230).toBeLessThan(sheet?.height ?? 0);
});

it('a picture of one loop is as wide as its cloud', () => {
  const one = figuresOf(resultsOf({ loop: 'fully-synthetic' }, points([0, 1])), 3, preview(points([0, 0]), 4))[0]?.draw();
  expect(one?.width).toBe(480 + 2 * 28);
});

describe('the figure of a score', () => {
  const results = resultsOf({ generations: 3 }, points([0, 1]));
  const draw = (id: string, of = results) =>
    figuresOf(of, 3, null)
      .find((offer) => offer.id === id)
      ?.draw().svg ?? '';

  it('has each loop’s line go down as its numbers do', () => {
    for (const loop of results.experiment.loop) {
      const d = new RegExp(`data-line="${loop}" d="M([^"]*)"`).exec(draw('recall'))?.[1] ?? '';
      const heights = d.split('L').map((place) => Number(place.split(' ')[1]));
      expect(heights).toHaveLength(3);
      expect(heights.toSorted((a, b) => a - b)).toEqual(heights);
      expect(new Set(heights).size).toBe(3);
    }
  });

  it('says why there is no line', () => {
    expect(draw('density')).toContain('Undefined here: fewer than 5 &lt; 6 &amp; &quot;too few&quot;');
  });

  it('draws a band for replicates, and none for one run', () => {
    expect(draw('recall', resultsOf({ generations: 3, replicates: 4 }, points([0, 1])))).toContain('data-band="fresh-data"');
    expect(draw('recall')).not.toContain('data-band');
  });
});

describe('the figure of samples', () => {
  it('has one mark for each sample of each loop, in its place', () => {
    const svg = figuresOf(resultsOf({ generations: 3 }, points([0, 0, 2, 2])), 3, preview(points([0, 0]), 4))[0]?.draw().svg ?? '';
    const clouds = [...svg.matchAll(/<path data-samples="2" d="([^"]*)"/g)].map(([, d]) => d ?? '');
    expect(clouds).toHaveLength(3);
    // the middle, and the upper right corner
    for (const d of clouds) expect(d).toMatch(/^M110 110[^M]*M220 0[^M]*$/);
  });

  it('shows the real data before generation 1', () => {
    const figure = figuresOf(resultsOf({}, points([0, 1]), 0), 0, preview(points([0, 0, 1, 1, -1, 1]), 4))[0]?.draw();
    expect(figure?.title).toBe('Real data');
    expect(figure?.svg).toContain('data-samples="3"');
  });
});

it('control characters and halves of characters in words leave XML readable', () => {
  expect(escapeXml('a\u0001<\u0000\ud800"\ufffe\n\u{1F600}')).toBe('a\ufffd&lt;\ufffd\ufffd&quot;\ufffd\n\u{1F600}');
});

it('a picture of opacities is a PNG of one colour that holds each of them', () => {
  const opacity = Uint8Array.from({ length: 6 }, (_, i) => 40 * i);
  const png = Buffer.from(alphaPng(3, 2, opacity, '#0072B2'));
  const chunk = (name: string) => {
    const at = png.indexOf(name);
    return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
  };
  expect([chunk('IHDR').readUInt32BE(0), chunk('IHDR').readUInt32BE(4)]).toEqual([3, 2]);
  expect([...chunk('PLTE').subarray(0, 3)]).toEqual([0x00, 0x72, 0xb2]);
  expect([...inflateSync(chunk('IDAT'))]).toEqual([0, 0, 40, 80, 0, 120, 160, 200]);
});
