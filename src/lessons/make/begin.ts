/** What a lesson of one's own begins with: another lesson, or an experiment. */
import type { Experiment } from '../../engine/experiment';
import { FORMAT, type Lesson } from '../lesson';
import type { Draft } from './draft';
import { baseOf, queryBeside } from './queryBeside';

const LONGEST_ID = 32;

/** A lesson as one that is made from it names it: whose it is, and under which licence. */
export const attribution = ({ title, authors, licence }: Pick<Lesson, 'title' | 'authors' | 'licence'>): string =>
  `“${title}” by ${authors.join(', ')}, ${licence}`;

/** A lesson to change: its licence stays, its authors are named as those of what it is based on, and whoever changes it takes their place. */
export function remixOf(lesson: Lesson): Draft {
  const { authors: _, basedOn = [], ...same } = lesson;
  const remix: Draft = { ...same, id: `my-${lesson.id}`.slice(0, LONGEST_ID), authors: [''], basedOn: [...basedOn, attribution(lesson)] };
  // in the order of its schema
  const { format, id, title, minutes, ages, language, licence, authors, ...rest } = remix;
  return { format, id, title, minutes, ages, language, licence, authors, ...rest };
}

/** A lesson of two steps about an experiment: one that predicts and sees, one that asks at the end. Null where no link holds the experiment. */
export function lessonAbout(on: Experiment): Draft | null {
  // the same numbers on every desk
  const experiment: Experiment = { ...on, backend: 'wasm' };
  const base = baseOf(experiment);
  const run = queryBeside(base, experiment);
  if (run === null) return null;
  return {
    format: FORMAT,
    id: 'my-lesson',
    title: '',
    minutes: 10,
    ages: '14-17',
    language: 'en',
    licence: 'CC-BY-4.0',
    authors: [''],
    goals: [{ id: 'G1', text: '', codes: [''] }],
    vocabulary: ['model', 'generation'],
    base,
    limits: '',
    steps: [
      { id: 'step-1', title: 'Predict, then see', minutes: 5, run, unlock: ['timeline'] },
      { id: 'exit', title: 'Before you go', minutes: 5, quiz: [{ id: 'exit-1', ask: '' }] },
    ],
  };
}
