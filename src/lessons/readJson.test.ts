import { describe, expect, it } from 'vitest';
import { readJson } from './readJson';
import { BEGUN, lessonOf } from './testing/begun';

const lesson = lessonOf(BEGUN);

/** What is said of the lesson with a value at a path. */
function problemsWith(path: readonly (string | number)[], value: unknown): readonly string[] {
  const copy: unknown = JSON.parse(JSON.stringify(lesson));
  let holder = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string | number, unknown>;
  holder[path[path.length - 1]] = value;
  const read = readJson(JSON.stringify(copy));
  return 'problems' in read ? read.problems : [];
}

describe('a lesson in JSON', () => {
  it('reads as the one in Markdown', () => {
    expect(readJson(JSON.stringify(lesson))).toEqual({ lesson });
    expect(readJson(`\uFEFF${JSON.stringify(lesson, null, 2)}`)).toEqual({ lesson });
  });

  it.each([
    [['steps', 1, 'predict', 0, 'type'], 'guess', 'steps[1].predict[0].type = "guess" is not one of choose, order, number, sketch'],
    [['steps', 1, 'predict', 0, 'items', 1, 'is', 'at'], 2.5, 'steps[1].predict[0].items[1].is.at = 2.5 is not a generation from 1 to 2000'],
    [['steps', 1, 'predict', 1, 'is', 'at'], [9, 'x'], 'steps[1].predict[1].is.at[1] = "x" is not a generation from 1 to 2000'],
    [['steps', 4, 'run'], [{ id: 'a', title: 'b' }, 3], 'steps[4].run[0].query is missing; it has to be text of 1 to 2000 characters on one line'],
    [['minutes'], null, 'minutes = null is not a number from 5 to 120'],
    [
      ['steps', 0, 'text'],
      'a\r\nb',
      'steps[0].text = "a\\r\\nb" is not Markdown of 1 to 4000 characters, in which no line is the heading of a step or “```mad”',
    ],
    [['steps', 0, 'text'], 'a\n## b', 'steps[0].text = "a\\n## b" is not Markdown'],
    [['steps', 0, 'title'], 'a\nb', 'steps[0].title = "a\\nb" is not text of 1 to 80 characters on one line'],
    [
      ['claims', 0, 'holds'],
      { all: [{ not: { score: 'recall', atr: 3 } }] },
      'claims[0].holds.all[0].not.atr is not known here; allowed are score, loop, at,',
    ],
    [['claims', 0, 'holds'], 'yes', 'claims[0].holds = "yes" is not an object with score, loop, at,'],
    [['claims', 0, 'holds', 'ref'], 'noise', 'claims[0].holds.ref = "noise" is not noiseFloor.low, noiseFloor.high, theory or prediction.id'],
  ])('with %j = %j names the path, the value and what is allowed', (path, value, message) => {
    const [first] = problemsWith(path, value);
    expect(first).toContain(message);
  });

  it.each([
    ['{"format": "mad-lesson/1",', 'This is not JSON'],
    ['', 'This is not JSON'],
    ['3', 'the lesson = 3 is not an object with format, id'],
    ['{"__proto__": {"format": "mad-lesson/1"}}', 'the lesson has a field “__proto__”, which is not known here'],
    ['{"steps": [{"constructor": 1}]}', 'steps[0] has a field “constructor”, which is not known here'],
    [`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`, 'nests deeper than 40 levels'],
    [`${'['.repeat(120_000)}${']'.repeat(120_000)}`, 'nests deeper than 40 levels'],
    [`"${'x'.repeat(300_000)}"`, 'This file has over 256 kB'],
    [`"${'é'.repeat(130_000)}"`, 'This file has over 256 kB'],
  ])('%#: what is no lesson is refused', (file, message) => {
    const read = readJson(file);
    expect('problems' in read && read.problems[0]).toContain(message);
  });
});
