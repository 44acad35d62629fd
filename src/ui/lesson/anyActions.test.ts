import fc from 'fast-check';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRng } from '../../engine/rng';
import { readingOf } from '../../lessons/checks';
import type { Prediction } from '../../lessons/lesson';
import { isNever } from '../../lessons/told';
import { begin, isOpen, missingOf, NEVER, phaseOf, placeOf, stepAt, type Work, workSchema } from '../../lessons/work';
import { labStore } from '../../store/labStore';
import { stubPage } from '../../store/testing/fakePage';
import { NO_DATA } from '../../store/testing/frames';
import { mayUse } from '../view/viewStore';
import { place } from './ask/SketchTable';
import { fetchLesson, LESSON_IDS, type LessonModule } from './bundled';
import {
  aheadRuns,
  beginAnew,
  closeLesson,
  commitHere,
  computeHere,
  draft,
  goTo,
  here,
  nextOf,
  openByTeacher,
  openLesson,
  readOff,
  seenHere,
  setDesk,
  show,
  standInFor,
  tryAgain,
  writeDown,
} from './lessonStore';
import { isBeforeRuns, isDeskFixed, namesOf } from './stepRuns';
import { fileOf, readWorkFile } from './workFile';
import { packed, unpacked } from './workLink';

const engines = vi.hoisted(() => ({ areBroken: false }));
vi.mock('../../worker/engineClient', async () => {
  const { QuickEngine } = await import('../../store/testing/quickEngine');
  return {
    createEngineClient: (events: ConstructorParameters<typeof QuickEngine>[0]) =>
      new QuickEngine(events, () => (engines.areBroken ? 'broken' : 'quick')),
  };
});

const ACTIONS = 200;

beforeEach(() => {
  // a stream that packs keeps its own time
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
});
afterEach(() => {
  closeLesson();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The page where the lesson stands: what is open of it, and what a random stream decides. */
function pupilOf(module: LessonModule, seed: number) {
  const random = createRng(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[random.integer(items.length)];
  const at = () => {
    const found = here();
    if (!found) throw new Error('no lesson is open');
    return found;
  };

  /** an answer that is right, or one that lacks something */
  function guessOf(part: Prediction) {
    const isWhole = random.uniform() < 0.8;
    switch (part.type) {
      case 'choose':
        return isWhole ? [pick(part.options).id] : [];
      case 'order':
        return part.items.map(({ id }) => id).sort(() => random.uniform() - 0.5);
      case 'number':
        return isWhole ? part.between[0] + random.uniform() * (part.between[1] - part.between[0]) : pick([NEVER, 1e9] as const);
      case 'sketch':
        return isWhole ? part.x.map(() => part.y[0] + random.uniform() * (part.y[1] - part.y[0])) : undefined;
    }
  }

  function predict(): void {
    const { step } = at();
    for (const part of step.predict ?? []) {
      if (random.uniform() < 0.2) continue;
      if (part.type === 'sketch' && random.uniform() < 0.3) place(part, random.integer(part.x.length), random.uniform() * 9);
      else draft(part, { guess: guessOf(part), reason: pick(['', '=a guess', 'Und „so“, weiter\n2']), confidence: pick([1, 4] as const) });
    }
  }

  function compare(isRight = random.uniform() < 0.4): void {
    const { step, work } = at();
    const part = step.observe?.find((one) => work.observations[placeOf(step, one)]?.end === undefined);
    if (phaseOf(step, work) !== 'observing' || !part || seenHere.run(part.is.run) === null) return;
    const measured = readingOf(part.is, seenHere);
    readOff(step, part, isRight ? (isNever(measured) ? NEVER : measured.value) : pick([0, -1, 7.5, NEVER]), measured);
  }

  function write(): void {
    const { step, work } = at();
    if (step.explain && phaseOf(step, work) === 'explaining') writeDown(step, step.explain, pick(['', 'words', '+1\r\n“x”']));
    if (phaseOf(step, work) !== 'asking') return;
    const part = pick(step.quiz ?? []);
    writeDown(step, part, part.options ? pick(part.options).id : 'words');
  }

  function next(): void {
    const { lesson, step, work } = at();
    const to = phaseOf(step, work) === 'done' ? nextOf(lesson, step) : null;
    if (to) goTo(to.id);
  }

  function back(): void {
    const { lesson, step } = at();
    const before = lesson.steps[lesson.steps.indexOf(step) - 1];
    if (before) goTo(before.id);
  }

  function reopen(brought: Work | null): void {
    if (random.uniform() < 0.5) closeLesson();
    const steps = module.lesson.steps.map(({ id }) => id);
    openLesson(module, { brought, step: pick([null, ...steps]), poe: random.uniform() < 0.02 ? 'off' : 'on' });
  }

  function recorded(): void {
    const { lesson, step, work } = at();
    const name = pick([...namesOf(lesson, step), '']);
    const run = aheadRuns.getState().runs.get(name);
    if (!run || run.isWhole || !isOpen(step, work)) return;
    // those of any run will do
    const frames = [...([...aheadRuns.getState().runs.values()].find(({ isWhole }) => isWhole)?.frames ?? [])];
    standInFor(name, { experiment: run.experiment, frames, noise: null, real: NO_DATA, version: '0.0.1' }, 'It was late.');
  }

  return {
    at,
    predict,
    commit: commitHere,
    compare,
    write,
    next,
    back,
    recorded,
    computeHere,
    tryAgain,
    beginAnew,
    reopen,
    teach: () => openByTeacher(at().step),
    show: () => show(pick([...namesOf(at().lesson, pick(at().lesson.steps)), '', 'nothing'])),
    press: () => mayUse('run') && labStore.getState().start(),
    desk: () => !isDeskFixed(at().lesson, at().work) && setDesk(1 + random.integer(999)),
    wait: () => vi.advanceTimersByTime(pick([5, 50, 400, 3000])),
    breakEngines: () => {
      engines.areBroken = !engines.areBroken;
    },
  };
}

type Pupil = ReturnType<typeof pupilOf>;
/** what is done often stands there often */
const DONE = [
  ...(['predict', 'predict', 'predict', 'commit', 'commit', 'compare', 'compare', 'compare', 'write', 'write', 'next', 'next', 'next'] as const),
  ...(['back', 'wait', 'wait', 'wait', 'show', 'press', 'teach', 'desk', 'recorded', 'computeHere', 'tryAgain', 'breakEngines'] as const),
  ...(['reload', 'file', 'link', 'older', 'anew'] as const),
];

/** What holds whatever was done: of a step that waits for its predictions nothing is seen, and all that is kept can be kept. */
function expectLegal({ lesson, step, work }: ReturnType<Pupil['at']>): void {
  expect(v.safeParse(workSchema, work).success).toBe(true);
  expect([work.lesson, work.at]).toEqual([lesson.id, step.id]);
  expect(mayUse('run')).toBe(isOpen(step, work) && !(work.poe === 'on' && isBeforeRuns(lesson, step)));
  const { run, ghosts } = labStore.getState();
  const seen = new Set([...(run.status === 'idle' ? [] : [run.frames]), ...ghosts.map(({ frames }) => frames)]);
  for (const one of lesson.steps) {
    for (const part of one.predict ?? []) {
      const predicted = work.predictions[placeOf(one, part)];
      if (predicted) expect(missingOf({ ...part, reason: 'none', confidence: false }, predicted)).toBeNull();
    }
    if (isOpen(one, work)) continue;
    for (const name of namesOf(lesson, one)) {
      const found = aheadRuns.getState().runs.get(name);
      if (found?.frames.length) expect(seen.has(found.frames), `${name} is seen in ${step.id}`).toBe(false);
      expect(seenHere.run(name) === null, `${name} is not told in ${step.id}`).toBe(true);
    }
  }
}

/** Nothing that was committed, or read off to its end, is ever another. */
function expectKept(before: Work, after: Work): void {
  expect(after.predictions).toMatchObject(before.predictions);
  const ended = Object.fromEntries(Object.entries(before.observations).filter(([, { end }]) => end !== undefined));
  expect(after.observations).toMatchObject(ended);
}

/** From wherever it stands whoever answers what is asked comes to its end. */
function finish(pupil: Pupil): void {
  engines.areBroken = false;
  if (pupil.at().work.desk === undefined) pupil.desk();
  for (let moves = 0; moves < 400; moves++) {
    const { lesson, step, work } = pupil.at();
    const phase = phaseOf(step, work);
    if (phase === 'done' && step === lesson.steps.at(-1)) return;
    if (phase === 'predicting') {
      pupil.predict();
      pupil.commit();
    } else if (phase === 'observing') {
      pupil.tryAgain();
      vi.advanceTimersByTime(500);
      pupil.compare();
    } else if (phase === 'done') pupil.next();
    else pupil.write();
  }
  throw new Error(`it does not get beyond “${pupil.at().step.id}”`);
}

it.each(LESSON_IDS)(`%s: ${ACTIONS} actions of any kind leave it where a lesson may stand, and it can be ended`, async (id) => {
  const module = (await fetchLesson(id)) as LessonModule;
  const actions = fc.array(fc.constantFrom(...DONE), { minLength: ACTIONS, maxLength: ACTIONS });
  await fc.assert(
    fc.asyncProperty(actions, fc.nat(), async (done, seed) => {
      stubPage(`lesson=${id}`);
      closeLesson();
      engines.areBroken = false;
      openLesson(module, { brought: begin(module.lesson, module.edition) });
      const pupil = pupilOf(module, seed);
      let older = pupil.at().work;
      for (const action of done) {
        const before = pupil.at().work;
        if (action === 'reload') pupil.reopen(null);
        else if (action === 'file') pupil.reopen(readWorkFile(fileOf(before)));
        else if (action === 'link') pupil.reopen(await unpacked((await packed(before)) ?? ''));
        else if (action === 'older') pupil.reopen(older);
        else if (action === 'anew') pupil.beginAnew();
        else pupil[action]();
        const after = pupil.at();
        expectLegal(after);
        if (action === 'older' || action === 'anew') older = after.work;
        else expectKept(before, after.work);
        expect(stepAt(module.lesson, after.work).id).toBe(after.work.at);
      }
      finish(pupil);
      expectLegal(pupil.at());
    }),
    { numRuns: 10, endOnFailure: true },
  );
});
