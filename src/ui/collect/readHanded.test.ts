import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { classFileOf } from '../../lessons/collect/classFile';
import { CLASS_COLUMNS, classRows } from '../../lessons/collect/classTable';
import { gather, keyOf } from '../../lessons/collect/gather';
import { COLUMNS, rowsOf } from '../../lessons/rows';
import { anyWorkOf } from '../../lessons/testing/anyWork';
import { BEGUN, lessonOf } from '../../lessons/testing/begun';
import type { Work } from '../../lessons/work';
import { marked } from '../files/csvColumns';
import { fileOf, tableOf } from '../lesson/workFile';
import { linkOfWork } from '../lesson/workLink';
import { readHanded } from './readHanded';

vi.stubGlobal('location', { href: 'https://lab.example/' });

const lesson = lessonOf(BEGUN);
const anyWork = anyWorkOf(lesson, 'e1');
const nothingSeen = () => ({ run: () => null, predicted: () => null });
const sample = (count: number, seed: number) =>
  fc.sample(
    anyWork.filter(({ texts, predictions }) => Object.keys({ ...texts, ...predictions }).length > 2),
    { numRuns: count, seed },
  );
const [some, other, third] = sample(3, 5) as [Work, Work, Work];
const csvOf = (work: Work) => tableOf(rowsOf(lesson, work, nothingSeen), COLUMNS);
const keys = ({ works }: Awaited<ReturnType<typeof readHanded>>) => works.map(keyOf);

describe('what pupils save comes in', () => {
  it('the same by file, by table and by link', async () => {
    for (const work of sample(60, 11)) {
      const link = await linkOfWork(work);
      for (const text of [fileOf(work), csvOf(work), csvOf(work).replace(/^/, '\uFEFF'), `7B: ${link}, thanks!`]) {
        const read = await readHanded('it', text);
        expect(read.problems).toEqual([]);
        expect(keys(read)).toEqual([keyOf(work)]);
      }
    }
  });

  it('by many links between other words, encoded once more, or cut into lines', async () => {
    const links = await Promise.all([some, other, third].map((work) => linkOfWork(work)));
    const [first, second, cut] = links as [string, string, string];
    const wrapped = cut.replace(/.{70}/g, '$&\n');
    const text = `[10:04] Ann: "${first}".\n7,${second},<a href="https://lab.example/?lesson=cure#desk=3">empty</a>\nhttps://example.org/?a=1#b\n${wrapped}\n`;
    const read = await readHanded('What was pasted', text);
    expect(new Set(keys(read))).toEqual(new Set([some, other, third].map(keyOf)));
    expect(read.problems).toEqual(['Link 3 (desk 3) has no work behind it: it opens the lesson alone.']);
    expect(keys(await readHanded('it', encodeURI(first).replace('#', '%23')))).toEqual([keyOf(some)]);
  });

  it('as a class that was saved, or as its table', async () => {
    const gathered = gather(sample(20, 3));
    const counting = new Set([gathered[0].seats[0].entry.key]);
    const saved = await readHanded('class.json', JSON.stringify(classFileOf(gathered, counting)));
    expect([gather(saved.works)[0].seats, saved.counting, saved.problems]).toEqual([gathered[0].seats, [...counting], []]);
    const all = gathered[0].seats.flatMap(({ entries }) => entries.map(({ key }) => key));
    const rows = classRows(lesson, 'e1', gathered[0].seats, () => nothingSeen);
    const table = tableOf(rows, CLASS_COLUMNS);
    for (const text of [table, ...[';', '\t'].map((mark) => tableWith(mark, rows))]) {
      const read = await readHanded('class.csv', text);
      expect([new Set(keys(read)), read.problems]).toEqual([new Set(all), []]);
    }
  });
});

/** As a spreadsheet of another country saves it. */
function tableWith(separator: string, rows: ReturnType<typeof classRows>): string {
  const quoted = (value: unknown) => `"${marked(String(value ?? '')).replaceAll('"', '""')}"`;
  const lines = rows.map((row) => CLASS_COLUMNS.map((column) => quoted(row[column])).join(separator));
  return `${CLASS_COLUMNS.join(separator)}\n${lines.join('\n')}\n`;
}

describe('what is damaged', () => {
  it('is named, with what is wrong, and the rest is taken', async () => {
    const said = async (text: string) => (await readHanded('a.json', text)).problems;
    expect(await said('')).toEqual(['a.json is empty.']);
    expect(await said(fileOf(some).slice(0, -30))).toEqual(['a.json can’t be read: it was cut off, or changed. Ask for it once more.']);
    expect(await said('{"format":"mad-lab-run/1"}')).toEqual(['a.json holds no work of a lesson.']);
    expect(await said('{}')).toEqual(['a.json holds no work of a lesson.']);
    expect(await said(JSON.stringify({ ...some, desk: 0 }))).toEqual(['a.json holds work that was changed or cut off: “desk” can’t be 0.']);
    expect(await said(JSON.stringify({ ...some, format: 'mad-lesson-work/2' }))).toEqual([
      'a.json has the format mad-lesson-work/2; mad-lesson-work/1 and mad-lesson-class/1 can be read.',
    ]);
    expect(await said('Dear teacher, it did not work.')).toEqual(['a.json holds no work of a lesson, and no link to any.']);
    const link = (await linkOfWork({ ...some, desk: 7 })) ?? '';
    expect(await said(link.slice(0, -20))).toEqual([
      `Link 1 (${some.group ? `group ${some.group} and ` : ''}desk 7) did not arrive whole: part of it was lost or changed on its way. Ask for the link once more, or for the file.`,
    ]);
    const saved = JSON.stringify({ format: 'mad-lesson-class/1', works: [some, { ...other, at: 7 }, null], counting: [1, 'x', 99, 0] });
    const read = await readHanded('class.json', saved);
    expect([keys(read), read.counting]).toEqual([[keyOf(some)], [keyOf(some)]]);
    expect(read.problems).toEqual([
      'class.json, work 2, holds work that was changed or cut off: “at” can’t be 7.',
      'class.json, work 3, holds no work of a lesson.',
    ]);
  });

  it('throws nothing, however it was changed: it is taken or named', async () => {
    const link = (await linkOfWork(some)) ?? '';
    const whole = [fileOf(some), csvOf(some), link, JSON.stringify(classFileOf(gather([some, other]), new Set()))];
    const change = fc.tuple(fc.constantFrom(...whole), fc.nat(), fc.nat(200), fc.string({ maxLength: 20 })).map(([text, at, length, put]) => {
      const from = at % text.length;
      return text.slice(0, from) + put + text.slice(from + length);
    });
    await fc.assert(
      fc.asyncProperty(change, async (text) => {
        const { works, problems } = await readHanded('it', text);
        expect(works.length + problems.length).toBeGreaterThan(0);
        // whatever is taken can be brought together
        expect(gather(works).flatMap(({ seats }) => seats).length).toBeLessThanOrEqual(works.length);
      }),
      { numRuns: 1000 },
    );
  }, 60_000);
});
