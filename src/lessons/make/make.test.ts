import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameExperiment, parseQuery } from '../../engine/experimentText';
import { expectLesson } from '../../headless/lessonNumbers';
import { computeRun } from '../../headless/lessonRun';
import { CONTROL_NAMES } from '../../ui/view/controls';
import type { Path } from '../fault';
import type { RunSeen } from '../runSeen';
import { BEGUN, lessonOf } from '../testing/begun';
import { aboutStep } from './aboutStep';
import { lessonAbout } from './begin';
import { type Draft, faultsIn, freshName, inTime, minutesOf, valueAt, withAt, withItem, withMoved, withoutItem } from './draft';
import { draftIn } from './draftFile';
import { freshCheck, freshStep, PARTS, PREDICTIONS } from './fresh';
import { faultWords, placeWords } from './placeWords';
import { baseOf, queryBeside } from './queryBeside';
import { comparisonPieces } from './sentence';
import { holdsIn, outcomeOf, sheetAt, trialOf } from './trial';

const { experiment } = parseQuery('initialReal=40&synthetic=40&evaluation=60&k=3&generations=4&loop=fully-synthetic,fresh-data&real=20&seed=3');

/** Empty texts as somebody fills them in. */
function filled<Whole>(value: Whole): Whole {
  if (value === '') return 'Some words' as Whole;
  if (Array.isArray(value)) return value.map(filled) as Whole;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner)])) as Whole;
}

/** All that can be added, added. */
function whole(): Draft {
  let draft = lessonAbout(experiment) as Draft;
  const { own } = aboutStep(draft, 0);
  for (const { fresh } of Object.values(PREDICTIONS)) draft = withItem(draft, ['steps', 0, 'predict'], fresh(draft, own));
  draft = withItem(draft, ['steps', 0, 'observe'], PARTS.observe.fresh(draft, own));
  draft = withAt(draft, ['steps', 0, 'explain'], PARTS.explain.fresh(draft));
  draft = withItem(draft, ['steps'], { ...freshStep(draft), run: 'generations=4' }, 1);
  draft = withAt(withAt(draft, ['steps', 1, 'play'], PARTS.play.fresh(draft, own)), ['steps', 1, 'unlock'], 'all');
  return inTime(withItem(draft, ['steps', 2, 'quiz'], PARTS.quiz.fresh(draft)));
}

it('whatever is added is right as soon as its texts are filled in', () => {
  const draft = whole();
  const kinds = draft.steps[0].predict?.map(({ type }) => type);
  expect(kinds).toEqual(Object.keys(PREDICTIONS));
  expect(faultsIn(draft, CONTROL_NAMES).every(({ message }) => message.startsWith('= "" is not'))).toBe(true);
  expect(faultsIn(filled(draft), CONTROL_NAMES)).toEqual([]);
  expect(draft.minutes).toBe(15);
  expect(minutesOf(withAt(draft, ['steps', 0, 'minutes'], 'ten'))).toBeNull();
});

it('what is moved or removed leaves the rest as it was, and comes back where it stood', () => {
  const draft = whole();
  const path: Path = ['steps', 0, 'predict'];
  const item = valueAt(draft, [...path, 1]);
  expect(withItem(withoutItem(draft, path, 1), path, item, 1)).toEqual(draft);
  expect(withMoved(withMoved(draft, path, 1, 1), path, 2, -1)).toEqual(draft);
  expect(withMoved(draft, path, 0, -1)).toBe(draft);
  expect(withoutItem(draft, ['steps', 0, 'observe'], 0).steps[0]).not.toHaveProperty('observe');
  expect(Object.keys(withAt(draft, ['title'], 'Another'))).toEqual(Object.keys(draft));
  expect(freshName(draft, 'choose')).toBe('choose-2');
});

it('an experiment is written beside any base, and comes out again', () => {
  const bases = [
    'backend=wasm&seed=1',
    'backend=wasm&dataset=ring&initialReal=64&synthetic=200&seed=DESK',
    baseOf(experiment),
    'model=vae&generations=8',
  ];
  const queries = [
    '',
    'model=gaussian&dim=1&scores=none',
    'dataset=long-tail&replicates=8',
    'changes=21:real=20',
    'model=vae&resolution=14',
    'loop=fresh-data&real=0',
  ];
  for (const base of bases) {
    for (const query of queries) {
      const wanted = { ...parseQuery(query).experiment, seed: 1 };
      const found = queryBeside(base, wanted);
      expect(found, `${query} beside ${base}`).not.toBeNull();
      expect(isSameExperiment(parseQuery(`${base.replace('DESK', '1')}&${found}`).experiment, wanted)).toBe(true);
    }
  }
});

describe('a try over seeds', () => {
  const lesson = filled(withAt(whole(), ['claims'], [{ says: 'It is low.', holds: { ...freshCheck(aboutStep(whole(), 0).own), run: 'step-1' } }]));

  it('comes to what lessons:expect finds', async () => {
    const trial = trialOf(lesson, 'step-1', 20);
    if (!trial) throw new Error('there is nothing to try');
    const runs = new Map<string, RunSeen>();
    for (const [key, one] of trial.runs) runs.set(key, await computeRun(one, one.scores));
    const seeds = trial.seeds.map((seed) => [seed, sheetAt(trial, seed, (key) => runs.get(key) ?? null)] as const);
    const sheets = new Map(seeds.flatMap(([seed, sheet]) => (sheet ? [[seed, sheet] as const] : [])));
    const found = outcomeOf(trial, sheets);
    const expected = await expectLesson(lesson, [computeRun]);
    expect(found?.sentences.length).toBe(3);
    expect(expected.sentences).toEqual(expect.arrayContaining([...(found?.sentences ?? [])]));
    for (const [name, number] of Object.entries(found?.numbers ?? {})) expect(expected.numbers[name], name).toEqual(number);
    expect(holdsIn(trial, sheets)).toBeLessThanOrEqual(Math.min(...(found?.sentences ?? []).map(({ seeds: count }) => count)));
    expect(outcomeOf(trial, new Map([...sheets].slice(1)))).toBeNull();
  });

  it('is of nothing where runs decide nothing', () => {
    expect(trialOf(lesson, 'exit', 5)).toBeNull();
    expect(trialOf(lesson, 'step-1', 5)?.seeds).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('a draft that was saved', () => {
  it('goes on where only texts and numbers are not right yet', () => {
    const draft = withAt(whole(), ['steps', 0, 'minutes'], 'ten');
    const wrong = withAt(withAt(draft, ['steps', 0, 'predict', 2, 'between'], [5, '']), ['steps', 0, 'predict', 3, 'x'], [9, 4, 'x']);
    const few = withoutItem(withoutItem(wrong, ['steps'], 1), ['goals', 0, 'codes'], 0, true);
    for (const one of [draft, wrong, few]) expect(draftIn(JSON.stringify(one))).toEqual(one);
    expect(draftIn(JSON.stringify(withAt(draft, ['steps', 0, 'predict', 0, 'type'], 'rank')))).toBeNull();
    for (const text of ['', '{}', '[]', 'null', '{"steps":[1]}', 'no JSON']) expect(draftIn(text)).toBeNull();
  });

  it('may have no step yet', () => expect(inTime({ ...lessonOf(BEGUN), steps: [] }).minutes).toBe(0));

  it('is read or refused, and never breaks its forms, whatever was changed in it', () => {
    const lesson = lessonOf(BEGUN);
    const paths: Path[] = [];
    const walk = (value: unknown, path: Path): void => {
      if (path.length > 0) paths.push(path);
      if (typeof value === 'object' && value !== null)
        for (const [key, inner] of Object.entries(value)) walk(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    };
    walk(lesson, []);
    const change = fc.record({
      at: fc.integer({ min: 0, max: paths.length - 1 }),
      value: fc.oneof(fc.jsonValue(), fc.constantFrom('', [], {}, null, 'x')),
    });
    fc.assert(
      fc.property(change, ({ at, value }) => {
        const draft = draftIn(JSON.stringify(withAt(lesson, paths[at], value)));
        if (!draft) return;
        faultsIn(draft, CONTROL_NAMES);
        inTime(draft);
        for (const [step, { predict = [] }] of draft.steps.entries()) {
          const about = aboutStep(draft, step);
          for (const part of predict)
            if (part.type === 'choose') for (const { holds } of part.options) if (holds && 'score' in holds) comparisonPieces(holds, about);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

it('places and faults are said in words', () => {
  expect(placeWords(['steps', 1, 'predict', 0, 'options', 2, 'text'])).toBe('step 2, prediction 1, option 3, text');
  expect(placeWords(['steps'])).toBe('steps');
  expect(placeWords([])).toBe('the lesson');
  expect(faultWords('= "" is not text of 1 to 80 characters on one line')).toBe('It has to be text of 1 to 80 characters on one line.');
  expect(faultWords('is missing; it has to be a number')).toBe('It has to be a number.');
  expect(faultWords('= 7 is behind the end of the run; its generations are 1 to 5')).toBe(
    '7 is behind the end of the run; its generations are 1 to 5.',
  );
});
