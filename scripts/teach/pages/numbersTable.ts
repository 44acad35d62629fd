/** The numbers to expect of a lesson: a row for each, and one for a score that is followed over many generations. */
import { span } from '../../../src/format';
import type { Reading } from '../../../src/lessons/lesson';
import { experimentOf, runsOf, seedOf } from '../../../src/lessons/lessonRuns';
import { readReading } from '../../../src/lessons/placeholders';
import { escapeXml as html } from '../../../src/ui/plot/xml';
import { readingWords, runTitle } from '../names';
import { type ExpectedNumber, rangeWords, valueWords } from '../numbers';
import type { Pack } from '../packs';

interface Row {
  readonly reading: Reading;
  readonly found: ExpectedNumber;
}

/** From so many generations without a gap on, one row says where they all lie. */
const MANY = 8;

const generationOf = ({ reading: { at } }: Row) => (typeof at === 'number' ? at : 0);

/** In the order of the lesson's runs, and of their generations. */
function rowsOf({ lesson, expected }: Pack): readonly Row[] {
  const runs = runsOf(lesson).map(({ name }) => name);
  const rows = Object.entries(expected.numbers).flatMap(([name, found]): Row[] => {
    const reading = readReading(name);
    return reading ? [{ reading, found }] : [];
  });
  const place = (row: Row) => runs.indexOf(row.reading.run ?? '') * 10_000 + generationOf(row);
  return rows.sort((a, b) => place(a) - place(b));
}

/** Rows of one score in one run that follow each other from generation to generation, together; all others alone. */
function stretches(rows: readonly Row[]): readonly (readonly Row[])[] {
  const parts: Row[][] = [];
  const last = new Map<string, Row[]>();
  for (const row of rows) {
    const { at, ...rest } = row.reading;
    const [same, before] = [JSON.stringify(rest), last.get(JSON.stringify(rest))];
    if (typeof at === 'number' && before && generationOf(before[before.length - 1]) === at - 1) before.push(row);
    else {
      const part = [row];
      parts.push(part);
      if (typeof at === 'number') last.set(same, part);
    }
  }
  return parts.flatMap((part) =>
    part.length < MANY || part.some(({ found }) => found.value === null || found.without > 0) ? part.map((row) => [row]) : [part],
  );
}

/** What the rows of a stretch say together: the lowest and the highest of each column. */
function cellsOf(part: readonly Row[]): readonly [value: string, range: string] {
  const [{ found }] = part;
  if (part.length === 1) return [valueWords(found), rangeWords(found)];
  const all = (name: 'value' | 'low' | 'high') => part.flatMap((row) => row.found[name] ?? []);
  return [span(Math.min(...all('value')), Math.max(...all('value'))), span(Math.min(...all('low')), Math.max(...all('high')))];
}

export function numbersTable(pack: Pack): string {
  const { lesson } = pack;
  const rows = stretches(rowsOf(pack)).map((part) => {
    const [{ reading }] = part;
    const run = runsOf(lesson).find(({ name }) => name === reading.run);
    const experiment = run && experimentOf(lesson, run, seedOf(lesson));
    const words =
      part.length === 1
        ? readingWords(reading, experiment)
        : `${readingWords({ ...reading, at: undefined }, experiment)} at generations ${reading.at} to ${generationOf(part[part.length - 1])}, lowest to highest`;
    const [value, range] = cellsOf(part);
    return `<tr><th scope="row">${html(words)}</th><td>${html(run ? runTitle(lesson, run.name) : '')}</td><td>${html(value)}</td><td>${html(range)}</td></tr>`;
  });
  return `<table class="numbers"><thead><tr><th scope="col">Number</th><th scope="col">Run</th><th scope="col">Seed ${seedOf(lesson)}</th><th scope="col">5 to 95 % of 20 seeds</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
