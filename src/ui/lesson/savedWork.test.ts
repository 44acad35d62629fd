import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { answersIn, COLUMNS, rowsOf } from '../../lessons/rows';
import { anyWorkOf } from '../../lessons/testing/anyWork';
import { BEGUN, lessonOf } from '../../lessons/testing/begun';
import { begin, broughtOver, type Work } from '../../lessons/work';
import { rowsFrom } from '../table/rows';
import { packed as packedValue, partIn, unpacked as unpackedValue, withoutPart } from './packing';
import { isOfOthers, placeIn } from './placeHere';
import { fileNameOf, fileOf, readTable, readWorkFile, tableOf } from './workFile';
import { linkOfWork, packed, packedIn, unpacked, withoutPacked } from './workLink';

const lesson = lessonOf(BEGUN);
const anyWork = anyWorkOf(lesson, 'e1');
const RUNS = { numRuns: 1000 };
const nothingSeen = () => ({ run: () => null, predicted: () => null });
const [some] = fc.sample(
  anyWork.filter(({ predictions, texts }) => Object.keys(predictions).length > 1 && Object.keys(texts).length > 0),
  { numRuns: 1, seed: 7 },
) as [Work];

afterEach(() => vi.unstubAllGlobals());

describe('work that was saved is the same again', () => {
  it(
    'in a link',
    () =>
      fc.assert(
        fc.asyncProperty(anyWork, async (work) => {
          const text = await packed(work);
          expect(text).toMatch(/^[\w-]+$/);
          expect(packedIn(`#group=7B&desk=12&a=${text}`)).toBe(text);
          expect(await unpacked(text ?? '')).toEqual(work);
        }),
        RUNS,
      ),
    60_000,
  );

  it(
    'in a file',
    () =>
      fc.assert(
        fc.property(anyWork, (work) => {
          expect(readWorkFile(fileOf(work))).toEqual(work);
          expect(broughtOver(work, lesson, 'e1')).toEqual({ work, changed: [] });
        }),
        RUNS,
      ),
    60_000,
  );

  it(
    'in a table, in which no words are a formula',
    () =>
      fc.assert(
        fc.property(anyWork, (work) => {
          const rows = rowsOf(lesson, work, nothingSeen);
          const table = tableOf(rows, COLUMNS);
          const { predictions, observations, texts } = work;
          expect(answersIn(readTable(table))).toEqual({ predictions, observations, texts });
          const cells = [...rowsFrom(table, 0, ',', 1)].flatMap((row) => row.cells);
          for (const cell of cells) expect(/^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell)), cell).toBe(false);
        }),
        RUNS,
      ),
    60_000,
  );
});

it('words that look like a formula have a mark before them; a number below zero is a number', () => {
  const work = begin(lesson, 'e1');
  const [row] = rowsOf(lesson, some, nothingSeen);
  const table = tableOf(
    ['=1+1', '+1', '-1', '@x', '\tx', '\rx', -1].map((answer) => ({ ...row, answer })),
    COLUMNS,
  );
  const cells = readTable(table).map(({ answer }) => answer);
  expect(cells).toEqual(['=1+1', '+1', '-1', '@x', '\tx', '\rx', '-1']);
  for (const cell of ["'=1+1", "'+1", "'-1", "'@x", "'\tx", "'\rx", ',-1,']) expect(table, cell).toContain(cell);
  expect(tableOf(rowsOf(lesson, work, nothingSeen), COLUMNS).split('\n')).toHaveLength(2);
});

describe('what did not arrive whole, or was changed,', () => {
  it('is refused in a link, wherever it was cut and whatever was changed', async () => {
    const text = (await packed(some)) ?? '';
    for (let end = 0; end < text.length; end += 7) expect(await unpacked(text.slice(0, end)), `cut at ${end}`).toBeNull();
    for (let at = 0; at < text.length; at += 7) {
      const changed = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
      // the last bits of the last letter may mean nothing
      const read = await unpacked(changed);
      if (read !== null) expect(read, `changed at ${at}`).toEqual(some);
    }
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.stringMatching(/^[\w-]{0,300}$/)), async (any) => {
        expect(await unpacked(any)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('is refused in a file', () => {
    const text = fileOf(some);
    for (let end = 0; end < text.length - 2; end += 5) expect(readWorkFile(text.slice(0, end))).toBeNull();
    for (const wrong of [{ desk: 0 }, { desk: 1.5 }, { group: '../x' }, { at: 7 }, { predictions: { a: { guess: 'x', seconds: 1 } } }, { more: 1 }])
      expect(readWorkFile(JSON.stringify({ ...some, ...wrong })), JSON.stringify(wrong)).toBeNull();
  });

  it('leaves answers out that fit no question', () => {
    const strange = { ...some, at: 'nowhere', texts: { 'no.where': 'x' }, observations: { 'no.thing': { value: 1, misses: 0 } } };
    const { work, changed } = broughtOver(strange, lesson, 'e2');
    expect([work.texts, work.observations, work.at, work.edition]).toEqual([{}, {}, lesson.steps[0].id, 'e2']);
    expect(changed).toEqual(['no.thing', 'no.where']);
  });

  it('is no link where a browser can’t deflate', async () => {
    vi.stubGlobal('CompressionStream', undefined);
    vi.stubGlobal('DecompressionStream', undefined);
    expect([await packed(some), await linkOfWork(some), await unpacked('abcd')]).toEqual([null, null, null]);
  });
});

describe('a link with work', () => {
  it('has it in its fragment alone, with desk and group', async () => {
    vi.stubGlobal('location', { href: 'https://lab.example/?lesson=cure&step=treat#desk=12' });
    const link = await linkOfWork({ ...some, desk: 12, group: 'Äpfel' });
    expect(link).toMatch(/^https:\/\/lab\.example\/\?lesson=[a-z-]+#group=%C3%84pfel&desk=12&a=[\w-]+$/);
    expect(placeIn(new URL(link ?? '').hash)).toEqual({ desk: 12, group: 'Äpfel' });
    expect(await unpacked(packedIn(link ?? '') ?? '')).toMatchObject({ desk: 12, group: 'Äpfel' });
    expect(withoutPacked(new URL(link ?? '').hash)).toBe('#group=%C3%84pfel&desk=12');
    expect([withoutPacked('#a=x'), withoutPacked('#a=x&desk=3'), packedIn('#a%3Dxy'), packedIn('#desk=3')]).toEqual(['', '#desk=3', 'xy', null]);
  });

  it('has the lesson, too, where that does not come with the page', async () => {
    vi.stubGlobal('location', { href: 'https://lab.example/?lesson=mine' });
    const own = (await packedValue(lesson)) ?? '';
    const { hash } = new URL((await linkOfWork({ ...some, desk: 12 }, own)) ?? '');
    expect(await unpackedValue(partIn(hash, 'l') ?? '')).toEqual(lesson);
    expect(await unpacked(packedIn(hash) ?? '')).toMatchObject({ desk: 12 });
    expect(withoutPart(withoutPart(hash, 'l'), 'a')).toBe('#group=7B&desk=12');
    expect(await linkOfWork(some, null)).toBeNull();
  });

  it('takes a desk and a group that are some', () => {
    expect(placeIn('#group=7B&desk=12')).toEqual({ desk: 12, group: '7B' });
    expect([placeIn(''), placeIn('#desk='), placeIn('#desk=x&group=..%2Fx')]).toEqual([{}, {}, {}]);
    const work = { ...some, desk: 12, group: '7B' };
    expect([
      isOfOthers(work, {}),
      isOfOthers(work, { desk: 12 }),
      isOfOthers(work, { desk: 13 }),
      isOfOthers(begin(lesson, 'e'), { desk: 1 }),
    ]).toEqual([false, false, true, false]);
    expect([fileNameOf(work), fileNameOf(begin(lesson, 'e1'))]).toEqual([`${lesson.id}-7B-12`, lesson.id]);
  });
});
