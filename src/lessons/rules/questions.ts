/** Questions can be told apart, can be answered, and say what a wrong answer shows. */
import type { Fault, Path } from '../fault';
import type { Lesson, Prediction, Question, Step } from '../lesson';
import type { Context, Rule } from './context';
import type { KnownRun } from './runTable';

const MOST_WORDS = 25;

type Tagged = NonNullable<Question['options']>;

export const questions: Rule = (context) => [
  ...ids(context.lesson),
  ...context.lesson.steps.flatMap((step, at) => [
    ...(step.predict ?? []).flatMap((prediction, nth) => faultsOfPrediction(prediction, ['steps', at, 'predict', nth], at, context)),
    ...(step.quiz ?? []).flatMap(({ options }, nth) => (options ? faultsOfOptions(options, ['steps', at, 'quiz', nth, 'options']) : [])),
    ...faultsOfStep(step, at, context),
  ]),
];

interface Named {
  readonly id: string;
  readonly path: Path;
}

const named = (things: readonly { readonly id: string }[] = [], path: Path): Named[] =>
  things.map(({ id }, at) => ({ id, path: [...path, at, 'id'] }));

/** What answers are kept under is unique in the lesson; all else where it is told apart. */
function ids({ goals, steps }: Lesson): Fault[] {
  const asked = steps.flatMap(({ predict, observe, explain, quiz }, at) => [
    ...named(predict, ['steps', at, 'predict']),
    ...named(observe, ['steps', at, 'observe']),
    ...(explain ? [{ id: explain.id, path: ['steps', at, 'explain', 'id'] }] : []),
    ...named(quiz, ['steps', at, 'quiz']),
  ]);
  const within = steps.flatMap(({ run, predict = [], quiz = [] }, at) => [
    ...(Array.isArray(run) ? [named(run, ['steps', at, 'run'])] : []),
    ...predict.flatMap((prediction, nth) => {
      const path = ['steps', at, 'predict', nth];
      if (prediction.type === 'choose') return [named(prediction.options, [...path, 'options'])];
      return prediction.type === 'order' ? [named(prediction.items, [...path, 'items'])] : [];
    }),
    ...quiz.flatMap(({ options }, nth) => [named(options, ['steps', at, 'quiz', nth, 'options'])]),
  ]);
  return [named(goals, ['goals']), named(steps, ['steps']), asked, ...within].flatMap(twice);
}

function twice(group: readonly Named[]): Fault[] {
  const first = new Set<string>();
  return group.flatMap(({ id, path }) => {
    const isKnown = first.has(id);
    first.add(id);
    return isKnown ? [{ path, message: `= "${id}" is taken; give it another name` }] : [];
  });
}

function faultsOfPrediction(prediction: Prediction, path: Path, step: number, { table }: Context): Fault[] {
  switch (prediction.type) {
    case 'choose': {
      const told = prediction.options.some(({ holds }) => holds);
      const untold = told ? [] : [{ path: [...path, 'options'], message: 'say of none when it holds; add holds: to those that runs decide' }];
      return [...faultsOfOptions(prediction.options, [...path, 'options'], prediction.several), ...untold];
    }
    case 'order':
      return prediction.items.flatMap(({ text }, at) => tooLong(text, [...path, 'items', at, 'text']));
    case 'number': {
      const { between, ranges = [] } = prediction;
      return ranges.flatMap((range, at) => {
        const [low, high] = range.between;
        const isWithin = low >= between[0] && high <= between[1];
        return isWithin ? [] : [{ path: [...path, 'ranges', at, 'between'], message: `leaves what can be answered, ${between.join(' to ')}` }];
      });
    }
    case 'sketch':
      return [
        ...faultsOfSketch(
          prediction.x,
          [...path, 'x'],
          table.runs.find((run) => isMeant(run, prediction.run, step)),
        ),
        ...(prediction.scale === 'log' && prediction.y[0] <= 0
          ? [{ path: [...path, 'y'], message: `= ${prediction.y.join(' to ')}, but a logarithmic scale begins above 0` }]
          : []),
      ];
  }
}

/** Whether a sketch is of this run; which one is meant where it is not, `readings.ts` says. */
const isMeant = ({ name, step }: KnownRun, run: string | undefined, own: number): boolean => (run === undefined ? step === own : name === run);

function faultsOfSketch(x: readonly number[], path: Path, run: KnownRun | undefined): Fault[] {
  const { generations = Number.POSITIVE_INFINITY } = run?.experiment ?? {};
  return x.flatMap((value, at): Fault[] => {
    if (value > generations)
      return [{ path: [...path, at], message: `= ${value} is behind the end of the run; its generations are 1 to ${generations}` }];
    return at > 0 && value <= x[at - 1]
      ? [{ path: [...path, at], message: `= ${value} does not come after ${x[at - 1]}; each has to be later` }]
      : [];
  });
}

function faultsOfOptions(options: Tagged, path: Path, several = false): Fault[] {
  const tags = options.map(({ misconception }) => misconception);
  const long = options.flatMap(({ text }, at) => tooLong(text, [...path, at, 'text']));
  const none = tags.every((tag) => tag === 'none');
  const all = !several && !tags.includes('none');
  return [
    ...long,
    ...(none ? [{ path, message: 'show no misconception; give at least one that is wrong its own, M1 to M12' }] : []),
    ...(all ? [{ path, message: 'all show a misconception; what is right has misconception: none' }] : []),
  ];
}

function tooLong(text: string, path: Path): Fault[] {
  const words = text.trim().split(/\s+/).length;
  return words > MOST_WORDS ? [{ path, message: `has ${words} words; an option has at most ${MOST_WORDS}` }] : [];
}

/** Who predicts or observes has something that runs. */
function faultsOfStep({ predict, observe, play, run }: Step, at: number, { table, ways }: Context): Fault[] {
  const path = ['steps', at];
  if (run !== undefined) return [];
  const some = table.runs.some(({ step }) => ways.before[at].has(step));
  return [
    ...(predict ? [{ path: [...path, 'predict'], message: 'has nothing that runs; add run: to the step' }] : []),
    ...(play ? [{ path: [...path, 'play'], message: 'has nothing that runs; add run: to the step' }] : []),
    ...(observe && !some ? [{ path: [...path, 'observe'], message: 'has nothing that runs; add run: to the step, or to one before it' }] : []),
  ];
}
