import { describe, expect, it } from 'vitest';
import { type CsvPoints, readPointsCsv } from './readPointsCsv';

function read(text: string): CsvPoints {
  const reading = readPointsCsv(text);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}

const pointsOf = (text: string) => {
  const found = read(text);
  return 'values' in found ? [...found.values] : found.problem;
};
const problemOf = (text: string) => {
  const found = read(text);
  return 'problem' in found ? found.problem : `no problem: ${found.values.join()}`;
};

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
    ['a,b,c\n1,2,3', /^Line 1: 3 columns, and no two of them are named x and y\./],
    ['x,y,z\n1,2', /^Line 2: 2 values; the first line has 3\./],
    ['1;2\n1.2.3;4', /^Line 2: “1\.2\.3” is not a number\./],
    [`${'wide '.repeat(40)}`, /^Line 1: 40 columns/],
    [`1,${'9'.repeat(30)}x`, /^Line 1: “9{24}…” is not a number\./],
    ['', /^There are no points in it\. Allowed:/],
    ['x,y\n', /^There are no points in it\./],
    ['# MAD Lab\n# link: x\ngeneration,loop\n1,a', /^This is a table of results that MAD Lab saved/],
  ])('is refused with line, value and what is allowed: %j', (text, message) => {
    expect(problemOf(text)).toMatch(message);
  });
});
