import { expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import type { ShownImages } from '../../engine/kinds/images';
import type { ShownPoints } from '../../engine/kinds/points';
import { createRng } from '../../engine/rng';
import { aliveModes, frameOf, laneOf } from '../../store/testing/frames';
import { readPointsCsv } from '../draw/readPointsCsv';
import { textOf } from '../table/textOf';
import { finish } from '../testing/finish';
import { toCsv } from './csv';
import { toJson } from './json';
import { openFile } from './openFile';
import type { Results } from './results';

const LARGEST = 1e300;
const LONGEST_SENTENCE = 300;
/** Where in the file, or of what all of it lacks. */
const PLACE =
  /Line \d|Generation \d|experiment|noise ?floor|version|backend|computed on|^This (is not JSON:|JSON file|file|table) |^Its lists|^It holds|^There are no points/i;

function saved(images: boolean): Results {
  const { experiment } = parseExperiment({
    ...(images ? { dataset: 'digits' } : {}),
    loop: 'fully-synthetic,fresh-data',
    generations: 4,
    changes: '2:bias=0.5',
  });
  const lane = (loop: string, generation: number) =>
    laneOf(loop, {
      scores: { recall: 1 / generation, frechetDistance: 1e-9 * generation, density: null },
      undefined: { density: 'too few, “really”' },
      truth: { logDet: -2 / 3 },
      theory: { theory: { meanSquared: 0.1 }, undefined: { w2Squared: 'no closed form' } },
      shares: aliveModes(images ? '1110111111' : '11011111'),
      shown: images
        ? ({ kind: 'images', count: 2, side: 14, values: new Uint8Array(392).fill(40 * generation) } as ShownImages)
        : ({
            kind: 'points',
            count: 3,
            dim: 2,
            values: Float32Array.of(1, 2, 3, 4, 5, generation),
            components: Float32Array.of(1, 0, 0, 1, 0, 1),
          } as ShownPoints),
    });
  const frames = [1, 2, 3].map((generation) =>
    frameOf(
      generation,
      experiment.loop.map((loop) => lane(loop, generation)),
    ),
  );
  const noise = { bands: { recall: { low: 0.9, high: 1 } }, undefined: { density: 'too few' } };
  return { experiment, frames, noise, backend: 'wasm', version: '0.1.0', link: 'https://lab.example/?v=1', exported: '2026-11-29' };
}

const TABLES = ['id;x;y\n"a\nb";1,5;2\n"c";−3;1.000,5\n', '# remark\nx,y\n1,2\n-3.5,4e1\n5,6\n', 'x\ty\n1,234\t5\n980\t6\n'];
const SOURCES = [toJson(saved(false)), toJson(saved(true)), toCsv(saved(false)), toCsv(saved(true)), ...TABLES];
const VALUES = [
  '1e999',
  '-1e999',
  '1e308',
  '-1',
  '0.5',
  'NaN',
  'null',
  '""',
  '{}',
  '[]',
  '[[[[]]]]',
  '{"toString":1}',
  '1e9',
  '"\\ud800"',
  '=1+1',
  '\u0000',
  '\u200b1',
  '"'.repeat(9),
  ','.repeat(99),
  'x'.repeat(2000),
  '['.repeat(5000),
  'constructor',
  '__proto__',
];

/** One way of spoiling a text, by the numbers that `below` draws. */
function spoil(text: string, below: (count: number) => number): string {
  const at = below(text.length);
  const lines = text.split('\n');
  const line = below(lines.length);
  const value = VALUES[below(VALUES.length)];
  const ways = [
    () => text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << below(8))) + text.slice(at + 1),
    () => text.slice(0, at),
    () => text.slice(0, at) + text.slice(at + 1 + below(40)),
    () => text.slice(0, at) + value + text.slice(at),
    () => text.replace(/-?\d+(\.\d+)?/g, (number, _, offset: number) => (offset >= at && offset < at + 60 ? value : number)),
    () => text.replace(/"[^"\n]*"/g, (word, offset: number) => (offset >= at && offset < at + 60 ? value : word)),
    () => lines.flatMap((each, i) => (i === line ? Array.from({ length: 1 + below(30) }, () => each) : [each])).join('\n'),
    () => lines.filter((_, i) => i !== line).join('\n'),
    () => lines.map((each, i) => (i === line ? (lines[below(lines.length)] ?? each) : each)).join('\n'),
    () => text.replaceAll('\n', ['\r', '\r\n', '\n\n', ';'][below(4)]),
  ];
  return ways[below(ways.length)]();
}

/** Numbers out of bounds anywhere within a value. */
function strayNumbers(value: unknown): number[] {
  if (typeof value === 'number') return Number.isFinite(value) && Math.abs(value) <= LARGEST ? [] : [value];
  if (ArrayBuffer.isView(value)) return [...(value as Float32Array)].filter((entry) => !Number.isFinite(entry));
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strayNumbers) : [];
}

it('1,000 spoilt files are opened with finite numbers or refused with one short sentence that says where', () => {
  const rng = createRng(11);
  const counts = { opened: 0, refused: 0 };
  for (let n = 0; n < 1000; n++) {
    const stream = rng.fork('file', n);
    const below = (count: number) => stream.integer(Math.max(1, count));
    let text = SOURCES[n % SOURCES.length];
    for (let times = 1 + below(2); times > 0; times--) text = spoil(text, below);
    const bytes = new TextEncoder().encode(text);
    if (below(4) === 0) bytes[below(bytes.length)] ^= 1 << below(8);
    const read = textOf(bytes);
    const isTable = SOURCES[n % SOURCES.length].length < 200;
    const result = isTable ? finish(readPointsCsv(read)) : finish(openFile(read));
    const about = `file ${n}: ${JSON.stringify(result).slice(0, 400)}`;
    if ('problem' in result) {
      counts.refused++;
      expect(result.problem.length, about).toBeLessThanOrEqual(LONGEST_SENTENCE);
      expect(result.problem, about).toMatch(/^[^\n]{15,}\.$/);
      expect(result.problem, about).toMatch(PLACE);
      expect(result.problem.replaceAll(/["“][^"”]*["”]|=\S+ is not/g, ''), about).not.toMatch(/NaN|Infinity|undefined/);
    } else {
      counts.opened++;
      expect(strayNumbers(result), about).toEqual([]);
    }
  }
  expect(counts.opened).toBeGreaterThan(100);
  expect(counts.refused).toBeGreaterThan(300);
});
