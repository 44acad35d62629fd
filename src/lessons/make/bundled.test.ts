import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../engine/experimentText';
import { readLessons } from '../../headless/lessonFiles';
import { CONTROL_NAMES } from '../../ui/view/controls';
import type { Lesson, Reading } from '../lesson';
import { printMarkdown } from '../printMarkdown';
import { readFile } from '../readFile';
import { spokenIn } from '../rules/spoken';
import { aboutStep } from './aboutStep';
import { attribution, remixOf } from './begin';
import { faultsIn, inTime } from './draft';
import { queryBeside } from './queryBeside';
import { comparisonPieces, type Piece, plainWords, readingPieces } from './sentence';

const lessons = readLessons().map(({ lesson }) => lesson);

/** What is chosen in a sentence is one of what can be, and choosing it again changes nothing. */
function expectSaid<Whole>(pieces: readonly Piece<Whole>[], whole: Whole): void {
  for (const piece of pieces) {
    if (piece.is === 'menu') {
      expect(
        piece.options.map(({ value }) => value),
        piece.name,
      ).toContain(piece.value);
      expect(piece.set(piece.value), piece.name).toEqual(whole);
    } else if (piece.is === 'number') expect(piece.set(piece.value), piece.name).toEqual(whole);
  }
  expect(plainWords(pieces)).not.toMatch(/undefined|\[object|\(which loop|\(which run|\(when/);
}

describe.each(lessons)('the lesson $id', (lesson) => {
  it('comes out of the maker as it went in', () => {
    expect(inTime(lesson)).toBe(lesson);
    const { lesson: read } = readFile(printMarkdown(lesson), false, CONTROL_NAMES);
    expect(read).toEqual(lesson);
    expect(faultsIn(lesson, CONTROL_NAMES)).toEqual([]);
  });

  it('has its every check and number said by menus', () => {
    const { spoken } = spokenIn(lesson);
    // a text's numbers have their own words, and a sketch its own fields
    const said = spoken.filter(
      ({ comparison, isTimeless, fault }) => comparison !== undefined || (!isTimeless && fault('score', '').path.at(-1) === 'score'),
    );
    expect(said.length).toBeGreaterThan(5);
    for (const { comparison, reading, step } of said) {
      const about = aboutStep(lesson, step);
      if (comparison) expectSaid(comparisonPieces(comparison, about), comparison);
      else
        expectSaid(
          readingPieces<Reading, Reading>(reading, about, 'reading', (changed) => changed),
          reading,
        );
    }
  });

  it('is remixed under its licence, with its authors named', () => {
    const remix = remixOf(lesson);
    expect(remix.basedOn).toEqual([attribution(lesson)]);
    expect(remix.licence).toBe(lesson.licence);
    const named = { ...remix, authors: ['Somebody'] };
    expect(faultsIn(named, CONTROL_NAMES)).toEqual([]);
    expect(remixOf(named as Lesson).basedOn).toEqual([attribution(lesson), attribution(named)]);
    expect(readFile(printMarkdown(named), false, CONTROL_NAMES).lesson).toEqual(named);
  });

  it('has runs that are written beside its base again', () => {
    for (const { experiment } of aboutStep(lesson, null).runs) {
      const query = queryBeside(lesson.base, experiment);
      expect(parseQuery(`${lesson.base}&${query}`).experiment).toEqual(experiment);
    }
  });
});
