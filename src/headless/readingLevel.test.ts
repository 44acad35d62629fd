import { describe, expect, it } from 'vitest';
import { claimsOf, readExplanations } from '../lessons/explanations';
import { placeholdersIn, readReading } from '../lessons/placeholders';
import { runTable } from '../lessons/rules/runTable';
import { readingsIn, statedIn } from '../lessons/sentences';
import { explanationsHere } from './explanationsFile';
import { readLessons } from './lessonFiles';
import { gradeOf, wordsOf } from './testing/grade';

const MOST_WORDS = 60;
const HIGHEST_GRADE = 10;
/** Of a step that pupils read by themselves. */
const HIGHEST_OF_STEP = 9;
/** What claims more than anyone knows, and names of companies and their products. */
const BANNED = /\b(will|proves?|proven|always|never|OpenAI|ChatGPT|GPT|Google|Gemini|Meta|Llama|Claude|Midjourney|DALL)\b/i;
/** Where such a word says something else. */
const ALLOWED = ['a model that always makes the same thing', 'practically never miss', 'never tells the whole story'];

describe.each(explanationsHere().explanations)('$title', ({ text }) => {
  it(`has at most ${MOST_WORDS} words that a pupil reads with ease`, () => {
    expect(wordsOf(text).length).toBeLessThanOrEqual(MOST_WORDS);
    expect(gradeOf(text)).toBeLessThanOrEqual(HIGHEST_GRADE);
  });

  it('claims no more than it knows, and names no brand', () => {
    expect(ALLOWED.reduce((left, words) => left.replace(words, ''), text)).not.toMatch(BANNED);
  });

  it('has its numbers from runs', () => {
    const numbers = placeholdersIn(text);
    expect(numbers?.map(readReading)).toEqual(numbers?.map(() => expect.anything()));
    expect(text.replaceAll(/\{\{[^{}]*\}\}/g, '')).not.toMatch(/\d\.\d/);
  });
});

it('their runs are runs, and their claims are of these', () => {
  const lesson = claimsOf(explanationsHere());
  expect(runTable(lesson).faults).toEqual([]);
  const names = lesson.steps.map(({ id }) => id);
  const { sentences, unread } = statedIn(lesson);
  expect(unread).toEqual([]);
  expect([...new Set(sentences.flatMap(({ check }) => readingsIn(check)).map(({ run }) => run))].sort()).toEqual(names.sort());
});

it('a file that is wrong is told where', () => {
  expect(() => readExplanations('base: [')).toThrow(/^\d+: /);
  expect(() => readExplanations('base: seed=1\nruns: []\nexplanations: []')).toThrow('runs');
});

describe.each(readLessons())('the steps of $path', ({ lesson }) => {
  it('are read with ease', () => {
    const grades = lesson.steps.flatMap(({ id, text }) => (text === undefined ? [] : [{ id, grade: gradeOf(text) }]));
    expect(grades.filter(({ grade }) => grade > HIGHEST_OF_STEP)).toEqual([]);
  });
});
