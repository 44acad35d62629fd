import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyWorkOf } from '../testing/anyWork';
import { BEGUN, lessonOf } from '../testing/begun';
import { begin, type Work } from '../work';
import { classFileOf, readClassFile } from './classFile';
import { CLASS_COLUMNS, classRows } from './classTable';
import { gather, keyOf } from './gather';

const lesson = lessonOf(BEGUN);
// each is of thirty works
const RUNS = { numRuns: 40 };
const nothingSeen = () => () => ({ run: () => null, predicted: () => null });
const anyClass = fc.array(anyWorkOf(lesson, 'e1'), { minLength: 30, maxLength: 30 });
/** Few desks, so that many come twice. */
const crowded = anyClass.map((works) => works.map((work, at) => (at % 3 === 0 ? work : { ...work, desk: 1 + (at % 7), group: '7B' })));
const tableOf = (works: readonly Work[], counting = new Set<string>()) => {
  const [{ seats }] = gather(works, counting);
  return { seats, rows: classRows(lesson, 'e1', seats, nothingSeen) };
};

describe('thirty works', () => {
  it('make the same table in whatever order they come', () =>
    fc.assert(
      fc.property(
        crowded.chain((works) => fc.tuple(fc.constant(works), fc.shuffledSubarray(works, { minLength: works.length }))),
        ([works, shuffled]) => {
          expect(tableOf(shuffled)).toEqual(tableOf(works));
        },
      ),
      RUNS,
    ));

  it('are all there, one that came twice once, by whatever way', () =>
    fc.assert(
      fc.property(crowded, (works) => {
        const [{ seats, copies }] = gather([...works, ...works]);
        const keys = seats.flatMap(({ entries }) => entries.map(({ key }) => key));
        expect(new Set(keys)).toEqual(new Set(works.map(keyOf)));
        expect(keys.length + copies).toBe(2 * works.length);
        // of each seat one counts
        expect(new Set(seats.map(({ label }) => label)).size).toBe(seats.length);
        for (const { entry, entries } of seats) expect(entries).toContain(entry);
      }),
      RUNS,
    ));

  it('are the same again when the class was saved, with what the teacher chose', () =>
    fc.assert(
      fc.property(crowded, (works) => {
        const [{ seats }] = gather(works);
        const counting = new Set(seats.map(({ entries }) => entries[entries.length - 1].key));
        const file = classFileOf(gather(works, counting), counting);
        const read = readClassFile(JSON.parse(JSON.stringify(file)));
        const again = (read?.works ?? []) as readonly Work[];
        const chosen = new Set(read?.counting.map((at) => keyOf(again[at])));
        expect(tableOf(again, chosen)).toEqual(tableOf(works, counting));
      }),
      RUNS,
    ));
});

describe('works from one desk', () => {
  const at = (desk: number | undefined, texts: Work['texts'], opened: readonly string[] = []): Work => ({
    ...begin(lesson, 'e1'),
    ...(desk !== undefined && { desk }),
    texts,
    opened: [...opened],
  });
  const [early, late] = [at(7, { 'loops.variety': 'So.' }), at(7, { 'loops.variety': 'No.', 'exit.world': 'Because.' })];

  it('count as the one that has come farthest, or as the teacher says', () => {
    const [{ seats }] = gather([early, late]);
    expect(seats.map(({ label, entries, entry }) => [label, entries.length, entry.work])).toEqual([['desk 7', 2, late]]);
    const [chosen] = gather([late, early], new Set([keyOf(early)]));
    expect(chosen.seats[0].entry.work).toBe(early);
    expect(chosen.seats[0].entries).toHaveLength(2);
  });

  it('are one where the answers are the same, whatever else was changed; without a desk each is one', () => {
    const [{ seats, copies }] = gather([late, { ...late, at: 'exit', opened: ['treat'] }]);
    expect([seats.length, copies, seats[0].entry.work.opened]).toEqual([1, 1, ['treat']]);
    const nameless = gather([at(undefined, { 'exit.world': 'a' }), at(undefined, { 'exit.world': 'b' }), early]);
    expect(nameless[0].seats.map(({ label }) => label)).toEqual(['desk 7', 'no desk 1', 'no desk 2']);
  });

  it('in another group are of another desk, and of another lesson of another class', () => {
    const [{ seats }, other] = gather([early, { ...early, group: '7B' }, { ...early, lesson: 'other' }]);
    expect(seats.map(({ label }) => label)).toEqual(['7B, desk 7', 'desk 7']);
    expect([other.lesson, other.seats.length]).toEqual(['other', 1]);
  });

  it('are both in the table, which says which one counts', () => {
    const { rows } = tableOf([early, late]);
    expect(rows.map(({ work, counts, question, answer }) => [work, counts, question, answer])).toEqual([
      [1, 'yes', 'variety', 'No.'],
      [1, 'yes', 'world', 'Because.'],
      [2, 'no', 'variety', 'So.'],
    ]);
    expect(Object.keys(rows[0]).sort()).toEqual([...CLASS_COLUMNS].sort());
  });
});
