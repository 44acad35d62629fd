/** What a step may ask, and each as it is when it is added: a kind more is an entry more. */
import type { Experiment } from '../../engine/experiment';
import type { Check, Observation, Prediction, Question, Reading, Step } from '../lesson';
import { type Draft, freshName } from './draft';

/** What a run that questions are about has, as far as a fresh question needs it. */
export interface RunAbout {
  readonly experiment: Experiment;
}

const middle = ({ generations }: Experiment): number => Math.max(1, Math.round(generations / 2));

/** The score that a question is about before somebody chooses: recall where it is computed, else the first one that is. */
const scoreOf = ({ scores }: Experiment): string => (scores.includes('recall') ? 'recall' : (scores[0] ?? 'traceOverDim'));

/** Where a number of the run most likely is asked for: at its end. */
export function freshReading(run: RunAbout | null): Reading {
  if (!run) return { score: 'recall', at: 'last' };
  const { experiment } = run;
  return { score: scoreOf(experiment), ...(experiment.loop.length > 1 && { loop: experiment.loop[0] }), at: experiment.generations };
}

export const freshCheck = (run: RunAbout | null): Check => ({ ...freshReading(run), op: '<', value: 0.5 });

type Fresh<Part> = (draft: Draft, run: RunAbout | null) => Part;
type Kind = Prediction['type'];

/** Kinds of predictions: what each is called, and what it is when it is new. */
export const PREDICTIONS: { readonly [Type in Kind]: { readonly name: string; readonly fresh: Fresh<Extract<Prediction, { type: Type }>> } } = {
  choose: {
    name: 'Choose',
    fresh: (draft, run) => ({
      id: freshName(draft, 'choose'),
      ask: '',
      type: 'choose',
      options: [
        { id: 'a', text: '', misconception: 'none', holds: freshCheck(run) },
        { id: 'b', text: '', misconception: 'M11', holds: { not: freshCheck(run) } },
      ],
      reason: 'required',
      confidence: true,
    }),
  },
  order: {
    name: 'Put in order',
    fresh: (draft, run) => {
      const loops = run && run.experiment.loop.length > 1 ? run.experiment.loop : [undefined, undefined];
      const items = loops.slice(0, 8).map((loop, at) => ({
        id: 'abcdefgh'[at] ?? 'z',
        text: '',
        is: { ...freshReading(run), ...(loop !== undefined && { loop }) },
      }));
      return { id: freshName(draft, 'order'), ask: '', type: 'order', items, reason: 'required', confidence: true };
    },
  },
  number: {
    name: 'Number',
    fresh: (draft, run) => ({ id: freshName(draft, 'number'), ask: '', type: 'number', is: freshReading(run), between: [0, 1], confidence: true }),
  },
  sketch: {
    name: 'Sketch',
    fresh: (draft, run) => {
      const { at: _, ...of } = freshReading(run);
      const last = run?.experiment.generations ?? 20;
      const x = [...new Set([1, run ? middle(run.experiment) : 10, last])].filter((generation) => generation <= last);
      return { id: freshName(draft, 'sketch'), ask: '', type: 'sketch', ...of, x: x.length > 1 ? x : [1, 2], y: [0, 1] };
    },
  },
};

/** What else a step may have, at most once, or as a list. */
export const PARTS = {
  observe: {
    name: 'Observation',
    fresh: (draft: Draft, run: RunAbout | null): Observation => ({
      id: freshName(draft, 'see'),
      ask: '',
      is: freshReading(run),
      within: 0.05,
      again: 'Drag the timeline there and read the number at the end of the line.',
    }),
  },
  explain: {
    name: 'Explanation',
    fresh: (draft: Draft): NonNullable<Step['explain']> => ({ id: freshName(draft, 'why'), ask: '', words: [10, 80] }),
  },
  play: { name: 'Free play', fresh: (_: Draft, run: RunAbout | null): NonNullable<Step['play']> => ({ goal: '', check: freshCheck(run) }) },
  quiz: { name: 'Exit question', fresh: (draft: Draft): Question => ({ id: freshName(draft, 'exit'), ask: '' }) },
} as const;

export const freshStep = (draft: Draft): Step => ({ id: freshName(draft, 'step'), title: '', minutes: 5 });
