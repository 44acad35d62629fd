import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { rowsOf } from '../../lessons/rows';
import { begin, isOpen, type Work } from '../../lessons/work';
import { labStore } from '../../store/labStore';
import { stubPage } from '../../store/testing/fakePage';
import { fetchLesson, type LessonModule } from './bundled';
import { followRecorded } from './followRecorded';
import { aheadRuns, closeLesson, commitHere, computeHere, draft, goTo, here, lessonStore, openLesson, seenAt, seenHere } from './lessonStore';

const engine = vi.hoisted(() => ({ mood: 'quick' as 'quick' | 'broken' | 'silent' }));
vi.mock('../../worker/engineClient', async () => {
  const { QuickEngine } = await import('../../store/testing/quickEngine');
  return { createEngineClient: (events: ConstructorParameters<typeof QuickEngine>[0]) => new QuickEngine(events, () => engine.mood) };
});

const VERSION = /^\d+\.\d+\.\d+$/;
let module: LessonModule;
let stop = () => {};

beforeEach(async () => {
  module = (await fetchLesson('bland-digits')) as LessonModule;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
  stubPage('lesson=bland-digits');
  stop = followRecorded();
});
afterEach(() => {
  stop();
  closeLesson();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const open = (step: string, work: Work = begin(module.lesson, module.edition)) => openLesson(module, { brought: work, step });

const wall = () => aheadRuns.getState().runs.get('wall');

/** The clock of the page goes on. */
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(1000 * seconds);

const realTimeout = setTimeout;
/** A file is fetched and unfolded in a time of its own. */
async function fetched(): Promise<void> {
  for (let turns = 0; turns < 500 && !wall()?.standIn; turns++) await new Promise((go) => realTimeout(go, 20));
}

function commit(): void {
  const at = here();
  for (const part of at?.step.predict ?? [])
    draft(part, { guess: part.type === 'choose' ? [part.options[0].id] : part.type === 'sketch' ? part.x.map(() => part.y[0]) : 1 });
  commitHere();
  expect(at && isOpen(at.step, here()?.work as Work)).toBe(true);
}

function isOnStage(): boolean {
  const { run } = labStore.getState();
  return run.status !== 'idle' && run.frames === wall()?.frames;
}
const work = () => lessonStore.getState().work as Work;
const recordedColumn = () => rowsOf(module.lesson, work(), seenAt(module)).map(({ step, recorded }) => [step, recorded]);

it('a run that is not there after its budget comes recorded, to the second, and not before the commit; export and file say so', async () => {
  engine.mood = 'silent';
  open('wall');
  await pass(60);
  commit();
  await pass(119);
  expect([wall()?.standIn, labStore.getState().run.status, work().recorded]).toEqual([null, 'idle', undefined]);
  await pass(1);
  await fetched();
  expect(wall()?.standIn).toMatchObject({ version: expect.stringMatching(VERSION), why: 'It was not there after 180 seconds.' });
  expect(work().recorded).toEqual({ wall: expect.stringMatching(VERSION) });
  expect(lessonStore.getState().shown).toBe('wall');
  expect(isOnStage()).toBe(true);
  expect(wall()?.frames).toHaveLength(8);
  expect(recordedColumn()).toEqual(new Array(3).fill(['wall', expect.stringMatching(VERSION)]));
});

it('without a prediction nothing of it comes, however long it takes; with one that comes late it is there at once', async () => {
  engine.mood = 'silent';
  open('wall');
  await pass(1000);
  expect([wall()?.isWhole, wall()?.standIn, seenHere.run('wall')]).toEqual([false, null, null]);
  commit();
  await fetched();
  expect(wall()?.standIn?.why).toBe('It was not there after 180 seconds.');
});

it('a run that can’t be computed comes recorded as soon as that is known, and can be computed after all', async () => {
  engine.mood = 'broken';
  open('wall');
  await pass(1);
  expect([wall()?.problem, wall()?.standIn]).toEqual(['The engine stopped working.', null]);
  commit();
  await fetched();
  expect([wall()?.problem, wall()?.standIn?.why]).toEqual([null, 'The engine stopped working.']);

  engine.mood = 'quick';
  computeHere();
  await pass(1);
  expect([wall()?.isWhole, wall()?.standIn, work().recorded]).toEqual([true, null, {}]);
  expect(recordedColumn()).toEqual(new Array(3).fill(['wall', null]));
});

it('a step that tells of a run, and has none, has it on the stage again after a reload, recorded where it has to be', async () => {
  engine.mood = 'quick';
  open('wall');
  commit();
  await pass(1);
  const done = work();
  goTo('trap');
  expect(isOnStage()).toBe(true);

  // on the way back another run stands there
  goTo('keep');
  expect(labStore.getState().run.status).toBe('idle');
  goTo('trap');
  expect(isOnStage()).toBe(true);

  for (const mood of ['quick', 'silent'] as const) {
    engine.mood = mood;
    closeLesson();
    labStore.getState().reset();
    open('trap', done);
    await pass(mood === 'quick' ? 1 : 180);
    if (mood === 'silent') await fetched();
    expect(seenHere.run('wall')?.frames, mood).toHaveLength(8);
    expect(isOnStage(), mood).toBe(true);
  }
  expect(work().recorded).toEqual({ wall: expect.stringMatching(VERSION) });
});
