import { describe, expect, it } from 'vitest';
import { cases } from '../../../test/fixtures/pointTexts.json';
import { textOf } from '../table/textOf';
import { finish } from '../testing/finish';
import { readPoints, readPointsCsv, readPointsTable } from './readPointsCsv';

const read = (text: string) => finish(readPointsCsv(text));
const pointsOf = (text: string) => {
  const found = read(text);
  return 'values' in found ? [...found.values] : found.problem;
};
const toldOf = (text: string) => {
  const found = read(text);
  return 'told' in found ? found.told.join(' ') : found.problem;
};
const problemOf = (text: string) => {
  const found = read(text);
  return 'problem' in found ? found.problem : `no problem: ${found.values.join()}`;
};

describe('texts that people have are read right or refused by line', () => {
  it.each(cases)('$kind: $name', ({ text, want }) => {
    const found = read(text);
    if ('problem' in found) {
      expect(want.refuse, found.problem).toBe(true);
      expect(found.problem).toMatch(new RegExp(want.says ?? '.'));
      expect(found.problem.length).toBeLessThanOrEqual(300);
    } else {
      expect([...found.values]).toEqual(want.points);
    }
  });

  it('6,000 labels of two lines in quotation marks', () => {
    const rows = Array.from({ length: 6000 }, (_, i) => `"a\nb","${i}",${-i}\n`);
    const points = pointsOf(`"label","x","y"\n${rows.join('')}`);
    expect(points).toHaveLength(12_000);
    expect(points.slice(-2)).toEqual([5999, -5999]);
  });

  it.each([
    [
      'a title, names in quotation marks and a column of labels',
      'Eruptions\n"";"eruptions";"waiting"\n"1";3,6;79\n"2";1,8;54\n"3";3,333;74\n',
      [3.6, 79, 1.8, 54, 3.333, 74],
    ],
    ['R, which gives row names no name', '"eruptions" "waiting" "z"\n"1" 3.6 79 1\n"2" 1.8 54 2\n"3" 3.3 74 3\n', [3.6, 79, 1.8, 54, 3.3, 74]],
    ['the first two columns of numbers', 'species,island,bill,depth,sex\nA,T,39.1,18.7,m\nA,T,NA,NA,\nB,D,40.3,18,f\n', [39.1, 18.7, 40.3, 18]],
    ['rows that are empty but for their end', 'PosX,PosY,Height,Heading\n1,2,3,4\n,,,0\n5,6,7,8\n', [1, 2, 5, 6]],
    ['latitude before longitude', 'lat,lon\n52,13\n48,11\n', [13, 52, 11, 48]],
    ['latitude and longitude among others', 'name,Latitude,Longitude\nA,52,13\n', [13, 52]],
    ['spaces and apostrophes between thousands', "x;y\n1 234,5;1'000\n2,5;12\n", [1234.5, 1000, 2.5, 12]],
    ['thin and no-break spaces between thousands', 'x;y\n1\u202f234;1\u00a0000\n5;6', [1234, 1000, 5, 6]],
    ['the exponents of Fortran', '1.0D+02 2\n3 4d-1\n', [100, 2, 3, 0.4]],
    ['commas between thousands in quotation marks', 'x,y\n"1,234.5",2\n3,"4,000"\n', [1234.5, 2, 3, 4000]],
    ['a column that follows its neighbour', 'x;y\n1,234;0,5\n7;1,25\n', [1.234, 0.5, 7, 1.25]],
  ])('%s', (_, text, points) => {
    expect(pointsOf(text)).toEqual(points);
  });

  it.each([
    ['x;y\n540,000;12\n980;13\n', '“540,000” was read as 540000.'],
    ['x;y\n1.000;2\n500;7\n', '“1.000” was read as 1.'],
    ['x;y\n1,5;2\n3;4\n', '“1,5” was read as 1.5.'],
    ['# a\n# b\nx,y\n1,2\n', 'Lines on top that begin with #, passed over: 2. Line 3 was read as names.'],
    ['My data\nx,y\n1,2\n3,4\n', 'Line 1, “My data”, was taken for a title. Line 2 was read as names.'],
    ['a,b,c\n1,2,3\n4,5,6', 'x is “a”, y is “b”.'],
    ['lat,lon\n52,13\n', 'x is “lon”, y is “lat”.'],
    ['x,y\n1,2\nNA,NA\n', 'Line 3 has no value in either column and was left out.'],
  ])('the report tells how %j was read', (text, words) => {
    expect(toldOf(text)).toContain(words);
  });

  it('other columns can be chosen, and are refused by their own faults alone', () => {
    const table = finish(readPointsTable('id,x,y,z\na,1,2,3\nb,4,5,\nc,7,8,9\n'));
    if ('problem' in table) return expect.fail(table.problem);
    const chosen = (x: number, y: number) => finish(readPoints(table, { x, y }));
    expect(chosen(2, 1)).toHaveProperty('values', Float64Array.of(2, 1, 5, 4, 8, 7));
    expect(chosen(1, 3)).toHaveProperty('problem', expect.stringMatching(/^Line 3: a value is missing\./));
    expect(chosen(0, 1)).toHaveProperty('problem', expect.stringMatching(/^Line 2: “a” is not a number\./));
    expect(chosen(1, 1)).toHaveProperty('problem', expect.stringMatching(/the same column/));
  });

  it('UTF-16 comes with a mark or without, Latin-1 without a word', () => {
    const utf16 = (text: string, littleEndian = true) => {
      const view = new DataView(new ArrayBuffer(2 * text.length));
      for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), littleEndian);
      return new Uint8Array(view.buffer);
    };
    const table = 'x\ty\r\n1,5\t2,5\r\n3\t4\r\n';
    for (const bytes of [utf16(`\ufeff${table}`), utf16(`\ufeff${table}`, false), utf16(table), utf16(table, false)]) {
      expect(pointsOf(textOf(bytes))).toEqual([1.5, 2.5, 3, 4]);
    }
    expect(textOf(Uint8Array.of(0x4c, 0xe4, 0x6e, 0x67, 0x65))).toBe('Länge');
    expect(textOf(new TextEncoder().encode('\ufeffLänge'))).toBe('Länge');
    expect(textOf(new Uint8Array())).toBe('');
  });
});

describe('a text of points', () => {
  it.each([
    ['commas', '1,2\n-3,4.5\n'],
    ['a first line of names', 'length,width\r\n1,2\r\n-3,4.5'],
    ['semicolons and decimal commas', 'x;y\n1,0;2\n-3;4,5'],
    ['tabs', '1\t2\n-3\t4.5'],
    ['spaces, however many', '  1   2\n -3 4.5  \n'],
    ['quotation marks', '"x","y"\n"1","2"\n"-3","4.5"'],
    ['empty lines, remarks and empty last columns', '# from a lecture\n\nx,y,\n1,2,\n\n-3,4.5,,\n'],
    ['columns named x and y among others', 'id,y,X\na,2,1\nb,4.5,-3'],
    ['a byte order mark and exponents', '\uFEFF1e0,2E+0\n-30e-1,4.5'],
  ])('may have %s', (_, text) => {
    expect(pointsOf(text)).toEqual([1, 2, -3, 4.5]);
  });

  it('holds 20,000 points and no more', () => {
    const line = (i: number) => `${i},${-i}\n`;
    const most = Array.from({ length: 20_000 }, (_, i) => line(i)).join('');
    expect(pointsOf(`x,y\n${most}`)).toHaveLength(40_000);
    expect(pointsOf(`x,y\n\n${most}`).slice(-2)).toEqual([19_999, -19_999]);
    expect(problemOf(`x,y\n${most}1,1\n`)).toMatch(/^Line 20,002: this would be point 20,001\. Allowed: .*20,000/);
  });

  it.each([
    ['x,y\n1,2\n3,abc', /^Line 3: “abc” is not a number\. Allowed: two numbers a line, x and y/],
    ['1,2\n\n3', /^Line 3: one value, “3”; a point has two\./],
    ['1,2\n3,4,5', /^Line 2: 3 values; a point has two\./],
    ['x,y\n,2', /^Line 2: a value is missing\./],
    ['1,2\n0x10,3', /^Line 2: “0x10” is not a number\./],
    ['1,2\nInfinity,3', /^Line 2: “Infinity” is not a number\./],
    ['1,2\n1e300,3', /^Line 2: “1e300” is too large/],
    ['a,b,c\n1,y,z\n2,x,z', /^Line 2: no two of its 3 columns hold numbers\./],
    ['x,y,z\n1,2', /^Line 2: 2 values; the first line has 3\./],
    ['1;2\n1.2.3;4', /^Line 2: “1\.2\.3” is not a number\./],
    [`${'wide '.repeat(40)}`, /^There are no points in it\./],
    ['hello', /^There are no points in it\./],
    ['5\n6', /^Line 1: one value, “5”; a point has two\./],
    [`1,${'9'.repeat(30)}x`, /^Line 1: “9{24}…” is not a number: write it without its unit\./],
    ['1.5 cm,2 cm\n3,4', /^Line 1: “1\.5 cm” is not a number: write it without its unit\./],
    ['t,x\n2020-01-31,5', /^Line 2: “2020-01-31” is not a number but a date\./],
    ['(1,2)\n3,4', /^Line 1: “\(1” is not a number, and no name begins like one\./],
    ['x;y\n1.5;2\n3;4\n2,5;1', /^Line 4: “2,5” has another decimal mark than “1\.5” in line 2\./],
    ['x,y\n1,"2\n', /^Line 2: a quotation mark opens a cell, and none closes it\./],
    ['x,y\n1,2\n# end', /^Line 3: one value, “# end”; a point has two\./],
    ['x,y\n1,\u202e2', /^Line 2: “\[U\+202E\]2” is not a number: it holds the invisible character U\+202E\./],
    ['', /^There are no points in it\. Allowed:/],
    ['x,y\n', /^There are no points in it\./],
    ['# MAD Lab\n# link: x\ngeneration,loop\n1,a', /^This is a table of results that MAD Lab saved/],
  ])('is refused with line, value and what is allowed: %j', (text, message) => {
    expect(problemOf(text)).toMatch(message);
  });

  it.each([
    ['an endless cell', `x,y\n1,"${'2'.repeat(20_000)}"`, /^Line 2: a cell has more than 10,000 characters/],
    ['an endless line', '1,'.repeat(5000), /^Line 1: it has more than 1,000 cells/],
    ['an endless text', '1,2\n'.repeat(2e6), /^The text has 8,000,000 characters; at most 4,000,000 are read/],
  ])('is refused in the same way: %s', (_, text, message) => {
    expect(problemOf(text)).toMatch(message);
  });
});
