import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printMarkdown } from './printMarkdown';
import { readJson } from './readJson';
import { anyLesson } from './testing/anyLesson';
import { BEGUN, lessonOf } from './testing/begun';

describe('a lesson that is printed', () => {
  it('reads back as the same lesson, and prints the same again, whatever it holds', () => {
    fc.assert(
      fc.property(anyLesson, (lesson) => {
        const printed = printMarkdown(lesson);
        const read = lessonOf(printed);
        expect(read).toEqual(lesson);
        expect(printMarkdown(read)).toBe(printed);
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it('goes through JSON without a change', () => {
    fc.assert(
      fc.property(anyLesson, (lesson) => {
        const read = readJson(JSON.stringify(lesson));
        // JSON has no −0
        if (!('lesson' in read)) throw new Error(read.problems.join('\n'));
        expect(JSON.stringify(read.lesson)).toBe(JSON.stringify(lessonOf(printMarkdown(read.lesson))));
      }),
      { numRuns: 100, seed: 8 },
    );
  });

  it('is laid out for people: texts as they are, small things on one line, fields in the order of reading', () => {
    const printed = printMarkdown(lessonOf(BEGUN));
    expect(printed).toContain('## loops | Three ways to go on {minutes=9}\n\nEach new model learns');
    expect(printed).toContain('\n### What to look at\n');
    expect(printed).toContain('\nunlock: [timeline]\n');
    expect(printed).toContain('explain: {id: variety, ask: What became of the variety?, words: [8, 60]}\n');
    expect(printed).toContain('```\n\n## again | Once more {minutes=1}\n');
    expect(printed.startsWith('---\nformat: mad-lesson/1\nid: cure-begun\n')).toBe(true);
  });
});
