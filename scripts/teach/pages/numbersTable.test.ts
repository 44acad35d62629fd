import { expect, it } from 'vitest';
import { span } from '../../../src/format';
import type { Expected } from '../../../src/lessons/expected';
import { readPacks } from '../packs';
import { numbersTable } from './numbersTable';

const [pack] = readPacks().filter(({ lesson }) => lesson.id === 'one-run');
const { expected } = pack;
const rowsOf = (numbers: Expected['numbers']) =>
  [...numbersTable({ ...pack, expected: { ...expected, numbers } }).matchAll(/<tr><th scope="row">(.*?)<\/tr>/g)].map(([, row]) => row);

it('says in one row where a score lies over many generations, and each other number in its own', () => {
  const rows = rowsOf(expected.numbers);
  const few = rows.filter((row) => /^Frechet distance at generations 5 to 25, lowest to highest/i.test(row));
  expect(few).toHaveLength(2);
  const values = Object.entries(expected.numbers).flatMap(([name, found]) => (/^frechetDistance \d+ of floor\.few$/.test(name) ? [found] : []));
  const all = values.map(({ value }) => value as number);
  expect(all).toHaveLength(21);
  expect(few.some((row) => row.includes(span(Math.min(...all), Math.max(...all))))).toBe(true);
  expect(rows).toHaveLength(Object.keys(expected.numbers).length - 2 * 20);
});

it('puts no row together with a gap in it, nor where a number is missing', () => {
  const names = Object.keys(expected.numbers).filter((name) => !/ 15 of floor\.few$/.test(name));
  const without = Object.fromEntries(names.map((name) => [name, expected.numbers[name]]));
  expect(rowsOf(without).filter((row) => /generations 5 to|generations 16 to/i.test(row))).toHaveLength(3);
  const untold = {
    ...expected.numbers,
    'frechetDistance 5 of floor.few': { ...expected.numbers['frechetDistance 5 of floor.few'], value: null, why: 'no' },
  };
  expect(rowsOf(untold).filter((row) => /generations 5 to/i.test(row))).toHaveLength(1);
});
