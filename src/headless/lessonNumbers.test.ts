import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { importsOf, resolveImport } from '../../scripts/architecture';
import { lessonSources } from '../../scripts/verify/lessonHash.mjs';
import { quantile } from '../engine/math/quantile';
import { FORMAT, type Lesson, lessonSchema, type Question } from '../lessons/lesson';
import { experimentOf, runsOf } from '../lessons/lessonRuns';
import { numberOf } from '../lessons/values';
import { printExpected, whyStale } from './lessonFiles';
import { differences, expectLesson } from './lessonNumbers';
import { computeRun } from './lessonRun';
import { main } from './lessonsExpect';

const STEP = { title: 'A step', minutes: 5 };
const ALIVE = { score: 'modesAlive', loop: 'fully-synthetic', at: 3 } as const;

const QUIZ: Question = { id: 'why', ask: 'Why was it {{recall fresh-data 2 of watch}} at generation 2?' };

/** Two runs of the ring over three generations, and a claim that can't hold. */
const lesson: Lesson = v.parse(lessonSchema, {
  format: FORMAT,
  id: 'tiny',
  title: 'A tiny lesson',
  minutes: 10,
  ages: '14-17',
  language: 'en',
  licence: 'CC-BY-4.0',
  authors: ['Somebody'],
  goals: [{ id: 'G1', text: 'Say what a test is.', codes: ['NGSS practice 2'] }],
  vocabulary: ['model'],
  base: 'v=1&backend=wasm&dataset=ring&initialReal=40&synthetic=40&evaluation=60&k=3&generations=3&seed=1',
  limits: 'Three generations tell nothing. Recall is {{recall fully-synthetic last of watch}}.',
  claims: [
    { says: 'Recall is a share.', holds: { score: 'recall', loop: 'fully-synthetic', run: 'watch', every: [1, 3], op: '<=', value: 1 } },
    { says: 'Nothing at all is left.', holds: { ...ALIVE, run: 'watch', op: '<', value: 1 } },
  ],
  steps: [
    {
      ...STEP,
      id: 'watch',
      text: 'It begins at {{recall fresh-data 1}}.',
      run: 'loop=fully-synthetic,fresh-data&real=20',
      predict: [
        {
          id: 'more',
          ask: 'Which is right?',
          type: 'choose',
          options: [
            { id: 'a', text: 'Some are left.', misconception: 'none', holds: { ...ALIVE, op: '>', value: 0 } },
            { id: 'b', text: 'None are left.', misconception: 'M9', holds: { ...ALIVE, op: '<=', value: 0 } },
          ],
        },
      ],
    },
    {
      ...STEP,
      id: 'desk',
      run: 'loop=fully-synthetic&seed=7',
      observe: [{ id: 'saw', ask: 'Its variance?', is: { score: 'heterozygosity', at: 'last' }, within: 0.1, again: 'Look again.' }],
      next: [{ if: { score: 'firstLoss', op: '<', value: 3 }, go: 'end' }, { go: 'end' }],
    },
    { ...STEP, id: 'end', quiz: [QUIZ] },
  ],
});

it('a lesson is run over all seeds, and what does not hold is told with its count', async () => {
  const expected = await expectLesson(lesson, [computeRun]);
  expect(Object.keys(expected.numbers)).toEqual([
    'firstLoss of desk',
    'heterozygosity last of desk',
    'modesAlive fully-synthetic 3 of watch',
    'recall fresh-data 1 of watch',
    'recall fresh-data 2 of watch',
    'recall fully-synthetic 1 of watch',
    'recall fully-synthetic 2 of watch',
    'recall fully-synthetic 3 of watch',
    'recall fully-synthetic last of watch',
  ]);
  expect(expected.sentences.map(({ where, holds, seeds }) => ({ where, holds, seeds }))).toEqual([
    { where: 'watch, more, option a', holds: true, seeds: 20 },
    { where: 'watch, more, option b', holds: false, seeds: 20 },
    { where: 'claim', holds: true, seeds: 20 },
    { where: 'claim', holds: false, seeds: 0 },
  ]);
  expect(expected.faults).toContain('claim: “Nothing at all is left.” holds in 0 of 20 seeds; 19 are needed.');
  // of a seed of its own, whatever the base has
  const fixed = expected.numbers['heterozygosity last of desk'];
  expect([fixed.another, fixed.low, fixed.high]).toEqual([fixed.value, fixed.value, fixed.value]);
  expect(expected.numbers['firstLoss of desk']).toMatchObject({
    value: null,
    why: expect.stringContaining('no mode is lost'),
    low: null,
    without: 20,
  });

  // the same numbers one by one
  const reading = { score: 'recall', loop: 'fully-synthetic', at: 2 } as const;
  const found: number[] = [];
  for (let seed = 1; seed <= 20; seed++) {
    const { value } = numberOf(reading, await computeRun(experimentOf(lesson, runsOf(lesson)[0], seed), ['recall']));
    found.push(value ?? Number.NaN);
  }
  const sorted = [...found].sort((a, b) => a - b);
  expect(expected.numbers['recall fully-synthetic 2 of watch']).toEqual({
    value: found[0],
    another: found[19],
    low: quantile(sorted, 0.05),
    high: quantile(sorted, 0.95),
    without: 0,
  });

  expect(await differences(lesson, expected, computeRun)).toEqual([]);
  const altered = {
    ...expected,
    numbers: { ...expected.numbers, 'recall fresh-data 1 of watch': { ...expected.numbers['recall fresh-data 1 of watch'], another: 2 } },
  };
  expect(await differences(lesson, altered, computeRun)).toEqual([expect.stringMatching(/^recall fresh-data 1 of watch, seed 20: 2 is expected/)]);

  const path = 'src/headless/lessonNumbers.test.ts';
  const file = JSON.parse(printExpected(expected, path, 'e'));
  expect(whyStale({ path, lesson }, file, 'e')).toBeNull();
  expect(whyStale({ path, lesson }, file, 'f')).toContain('npm run lessons:expect -- --lesson tiny');
  expect(whyStale({ path, lesson }, { ...file, file: '' }, 'e')).toContain('is another one since');
  expect(whyStale({ path, lesson }, { ...file, faults: [] }, 'e')).toContain('by hand');
  expect(whyStale({ path, lesson }, undefined, 'e')).toContain('is not written down');
});

it('all that numbers of lessons come from is under their hash', () => {
  const files = new Set(lessonSources());
  const reached = new Set(['src/headless/lessonNumbers.ts', 'src/headless/lessonRun.ts', 'src/headless/engineThread.ts']);
  // a set is walked on to what is put in on the way
  for (const path of reached) {
    if (!path.endsWith('.ts')) continue;
    for (const { specifier, type } of importsOf(path, readFileSync(path, 'utf8'))) {
      const target = type ? null : resolveImport(path, specifier);
      if (target) reached.add(target);
    }
  }
  expect(reached.size).toBeGreaterThan(30);
  expect([...reached].filter((path) => !files.has(path))).toEqual([]);
});

it('lessons:expect says what it does not know', async () => {
  await expect(main(['--lesson', 'nowhere'])).rejects.toThrow('There is no lesson “nowhere”');
  await expect(main(['--seeds', '3'])).rejects.toThrow('There is no flag --seeds');
});
