import { expect, it } from 'vitest';
import { generationsOf, type Poster, printPoster, readPoster } from './posterText';

const RUN = 'bias=0.7&dataset=ring';
const POSTER: Poster = {
  last: 50,
  generations: 60,
  charts: [
    {
      score: 'recall',
      axis: { domain: [0, 1], log: false },
      curves: [
        [1, 0.5, null],
        [0, 0.25, 1],
      ],
    },
    {
      score: 'frechetDistance',
      axis: { domain: [0.001, 20], log: true },
      curves: [
        [0.1, 0.2],
        [null, 0.3],
      ],
    },
  ],
};
const text = printPoster(POSTER, RUN);

it('curves come back to a thousandth of their axis, with their gaps', () => {
  const read = readPoster(text, RUN, 2);
  expect(read).toMatchObject({ last: 50, generations: 60 });
  expect(read?.charts.map(({ score, axis }) => ({ score, axis }))).toEqual(POSTER.charts.map(({ score, axis }) => ({ score, axis })));
  const [before, after] = [POSTER, read].map((poster) => poster?.charts.flatMap(({ curves }) => curves.flat()) ?? []);
  expect(after.length).toBe(before.length);
  for (const [i, value] of before.entries()) {
    if (value === null) expect(after[i]).toBeNull();
    else expect(Math.abs((after[i] ?? Number.NaN) - value)).toBeLessThan(0.001);
  }
});

it('curves of another run are no curves of this one', () => {
  expect(readPoster(text, 'bias=0.8&dataset=ring', 2)).toBeNull();
  expect(readPoster(text, RUN, 1)).toBeNull();
  expect(readPoster(text, RUN, 3)).toBeNull();
});

it('a text that lost or changed a character on its way is read as nothing', () => {
  const mangled = [
    ...[...text].map((_, i) => text.slice(0, i) + text.slice(i + 1)),
    ...[...text].map((letter, i) => `${text.slice(0, i)}${letter === 'x' ? 'y' : 'x'}${text.slice(i + 1)}`),
    text.toUpperCase(),
    '',
    '~',
    'undefined',
  ];
  for (const other of mangled) if (other !== text) expect(readPoster(other, RUN, 2), other).toBeNull();
});

it('even with its checksum right, what is no chart is refused', () => {
  const [{ score, axis, curves }] = POSTER.charts;
  const wrong: Poster[] = [
    { ...POSTER, last: 0 },
    { ...POSTER, last: 61 },
    { ...POSTER, generations: 2001 },
    { ...POSTER, last: 1.5 },
    { ...POSTER, charts: [] },
    { ...POSTER, charts: [{ score: '<img>', axis, curves }] },
    { ...POSTER, charts: [{ score, axis: { domain: [1, 1], log: false }, curves }] },
    { ...POSTER, charts: [{ score, axis: { domain: [Number.NaN, 1], log: false }, curves }] },
    { ...POSTER, charts: [{ score, axis: { domain: [0, Number.POSITIVE_INFINITY], log: false }, curves }] },
    { ...POSTER, charts: [{ score, axis: { domain: [0, 1], log: true }, curves }] },
    { ...POSTER, charts: [{ score, axis, curves: [[], []] }] },
    { ...POSTER, charts: [{ score, axis, curves: [[1], [1, 0]] }] },
    { ...POSTER, charts: [{ score, axis, curves: [new Array(201).fill(1), new Array(201).fill(1)] }] },
  ];
  for (const poster of wrong) expect(readPoster(printPoster(poster, RUN), RUN, 2), JSON.stringify(poster).slice(0, 90)).toBeNull();
});

it('values stand evenly between the first and the last generation', () => {
  expect(generationsOf(50, 3)).toEqual([1, 26, 50]);
  expect(generationsOf(4, 4)).toEqual([1, 2, 3, 4]);
  expect(generationsOf(7, 1)).toEqual([7]);
});
