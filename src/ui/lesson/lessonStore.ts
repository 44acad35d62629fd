import { createStore } from 'zustand/vanilla';
import { isSameExperiment, parseQuery } from '../../engine/experimentText';
import type { Seen } from '../../lessons/checks';
import { verdictOn } from '../../lessons/checks';
import type { Lesson, Observation, Prediction, Step } from '../../lessons/lesson';
import { runMeant } from '../../lessons/lessonRuns';
import type { RecordedRun } from '../../lessons/recording';
import type { RunSeen } from '../../lessons/runSeen';
import type { Told } from '../../lessons/told';
import {
  begin,
  broughtOver,
  commit,
  isOpen,
  type Observed,
  observe,
  openFor,
  type Predicted,
  placeOf,
  seenRecorded,
  stepAt,
  type Work,
  write,
} from '../../lessons/work';
import { createAheadRuns } from '../../store/aheadRuns';
import { labStore } from '../../store/labStore';
import { rewriteKey } from '../../store/pageAddress';
import { playAhead } from '../../store/playAhead';
import { experimentOnScreen } from '../../store/selectors';
import type { LabState } from '../../store/state';
import type { LessonModule } from './bundled';
import { firstCurve, showCurve } from './curves';
import { forgetWork, keepWork, workKept } from './keptWork';
import { isOfOthers, type Place } from './placeHere';
import { ruleOf } from './rule';
import { experimentsOf, isBeforeRuns, namesOf } from './stepRuns';
import { ghostSteps, stepOfRun, stepOnStage, stepsBehind } from './stepsBehind';

/** What of a prediction is there so far. */
export type Draft = { readonly [Field in keyof Predicted]?: Predicted[Field] | undefined };

export interface LessonState {
  readonly module: LessonModule | null;
  readonly work: Work | null;
  /** predictions of the step that are being made, by their ids */
  readonly drafts: Readonly<Record<string, Draft>>;
  /** the question that is asked now is a sketch */
  readonly isSketching: boolean;
  /** the run of the step that stands on the stage; null before one was shown */
  readonly shown: string | null;
  /** somebody did some of it here before, in another tab or on another day */
  readonly isOthers: boolean;
  /** what there is to say of the work that it was opened with */
  readonly news: string | null;
}

const CLOSED: LessonState = { module: null, work: null, drafts: {}, isSketching: false, shown: null, isOthers: false, news: null };

export const lessonStore = createStore<LessonState>(() => CLOSED);

const ahead = createAheadRuns();
export const aheadRuns = ahead.runs;

/** Generations a second at which what was predicted is shown. */
const SPEED = 6;

let begunAt = 0;

const moduleHere = () => lessonStore.getState().module;
const workHere = () => lessonStore.getState().work;

interface Here {
  readonly lesson: Lesson;
  readonly step: Step;
  readonly work: Work;
}

/** The lesson with its present step; null where none is open. */
export function here(): Here | null {
  const [module, work] = [moduleHere(), workHere()];
  return module && work ? { lesson: module.lesson, step: stepAt(module.lesson, work), work } : null;
}

function setWork(change: (work: Work) => Work): void {
  const work = workHere();
  if (!work) return;
  const now = change(work);
  lessonStore.setState({ work: now });
  keepWork(now);
}

/** Whether the step that a run is of has been predicted, or is open all the same. */
function isToBeSeen({ lesson, work }: Here, name = ''): boolean {
  const step = stepOfRun(lesson, name);
  return step !== undefined && isOpen(step, work);
}

/** What was computed ahead of a run, once it is there: nothing is read off half a run, nor off one that waits for its prediction. */
const runOf = (name: string | undefined): RunSeen | null => {
  const at = here();
  const wanted = name ?? (at ? runMeant(at.lesson, at.step.id) : undefined);
  const run = wanted === undefined ? undefined : aheadRuns.getState().runs.get(wanted);
  return run?.isWhole && at && isToBeSeen(at, wanted) ? run : null;
};

/** What statements of the present step are about. */
export const seenHere: Seen = {
  run: runOf,
  predicted(id, at) {
    const found = here();
    const place = found && [...found.lesson.steps].reverse().find((step) => step.predict?.some((part) => part.id === id));
    const part = place?.predict?.find((candidate) => candidate.id === id);
    const guess = place && part && found.work.predictions[placeOf(place, part)]?.guess;
    if (typeof guess === 'number') return guess;
    if (part?.type !== 'sketch' || !Array.isArray(guess) || typeof at !== 'number') return null;
    const value = guess[part.x.indexOf(at)];
    return typeof value === 'number' ? value : null;
  },
};

/** What statements of any step are about. */
export const seenAt =
  ({ lesson }: LessonModule) =>
  (step: Step): Seen => ({ ...seenHere, run: (name) => runOf(name ?? runMeant(lesson, step.id)) });

/** Computes what the answers so far are compared with: work of another computer brings no runs. */
export function haveAnswered({ lesson }: LessonModule, work: Work): void {
  const answered = new Set(Object.keys({ ...work.predictions, ...work.observations }).map((place) => place.replace(/\..*$/, '')));
  for (const step of lesson.steps) if (answered.has(step.id)) ahead.have(experimentsOf(lesson, step, work));
}

/** Runs of other steps that stay as thin lines, and those of the step itself that are not shown. */
function ghostsOf(at: Here, own: readonly Step[], shown: string) {
  const others = [...ghostSteps(at), ...own].flatMap((one) => namesOf(at.lesson, one));
  return others
    .filter((name) => name !== shown)
    .flatMap((name, place) => {
      const run = aheadRuns.getState().runs.get(name);
      return run?.isWhole ? [{ id: -1 - place, experiment: run.experiment, from: 0, frames: run.frames }] : [];
    });
}

/** Puts a run on the stage, and plays it. */
export function show(name: string): void {
  const at = here();
  const run = aheadRuns.getState().runs.get(name);
  const step = at && stepOfRun(at.lesson, name);
  if (!at || !run || !step || !isOpen(step, at.work)) return;
  labStore.getState().borrowSpeed(SPEED);
  playAhead(labStore, run, run.standIn?.real ?? null);
  labStore.setState({ ghosts: ghostsOf({ ...at, step }, [step], name) });
  lessonStore.setState({ shown: name });
}

/** Whether the run that is on the stage is one of a step. */
function standsThere({ lesson, work }: Here, step: Step): boolean {
  const { run } = labStore.getState();
  return run.status !== 'idle' && experimentsOf(lesson, step, work).some(([, experiment]) => isSameExperiment(experiment, run.experiment));
}

function enter(): void {
  const at = here();
  if (!at) return;
  const { lesson, step } = at;
  begunAt = performance.now();
  lessonStore.setState({ drafts: {}, shown: null });
  showCurve(firstCurve(step));
  prepare(at);
  rewriteKey('lesson', lesson.id);
  rewriteKey('step', step.id);
}

/** Computes the runs of a step ahead, and puts on the stage what they begin with. */
function prepare(at: Here): void {
  const { lesson, step, work } = at;
  for (const one of [...stepsBehind(at), step]) ahead.have(experimentsOf(lesson, one, work));
  const [first] = experimentsOf(lesson, step, work);
  const { put, borrowSpeed } = labStore.getState();
  borrowSpeed(SPEED);
  // several runs are several ways to go on from the same
  if (first) put(typeof step.run === 'string' ? first[1] : { ...first[1], changes: [] });
  else if (lesson.steps[0] === step) put(parseQuery(lesson.base).experiment);
  whenWhole(
    ghostSteps(at).flatMap((one) => namesOf(lesson, one)),
    () => {
      if (labStore.getState().run.status === 'idle') labStore.setState({ ghosts: ghostsOf(at, [], '') });
    },
  );
  // what takes long is begun a step early
  const next = lesson.steps.slice(lesson.steps.indexOf(step) + 1).find(({ run }) => run !== undefined);
  if (next?.recorded) whenWhole(namesOf(lesson, step), () => ahead.have(experimentsOf(lesson, next, work)));
  setLessonView();
  // it was seen before: there it stands again
  if (first && step.predict && isOpen(step, work)) whenWhole([first[0]], () => show(first[0]));
  const onStage = stepOnStage(lesson, step);
  if (first || !onStage || !stepsBehind(at).includes(onStage) || standsThere(at, onStage)) return;
  // what this step is about, after a reload or on the way back
  const [name] = namesOf(lesson, onStage);
  whenWhole([name], () => show(name));
}

/** The number of the desk is given, or corrected: its runs are other ones. */
export function setDesk(desk: number): void {
  setWork((work) => ({ ...work, desk }));
  ahead.clear();
  const at = here();
  if (!at) return;
  lessonStore.setState({ shown: null });
  prepare(at);
}

/** Whether a run of a step is still on its way. */
export const isWaiting = (lesson: Lesson, step: Step): boolean =>
  namesOf(lesson, step).some((name) => aheadRuns.getState().runs.get(name)?.isWhole !== true);

/** Tries again what could not be computed of what a step shows or tells of. */
export function tryAgain(): void {
  const at = here();
  if (at) for (const one of [...stepsBehind(at), at.step]) ahead.have(experimentsOf(at.lesson, one, at.work));
}

/** A run that was recorded takes the place of one that can't be computed, and it is kept that it did. */
export function standInFor(name: string, { version, real, ...run }: RecordedRun & { readonly version: string }, why: string): void {
  ahead.standIn(name, run, { version, real, why });
  setWork((work) => seenRecorded(work, name, version));
  const at = here();
  // what was committed, or is told of, is shown by whoever waits for it
  if (at?.step.run && !at.step.predict && stepOfRun(at.lesson, name) === at.step && lessonStore.getState().shown === null) show(name);
}

/** Computes here after all what stands recorded on the stage. */
export function computeHere(): void {
  const at = here();
  const step = at && stepOnStage(at.lesson, at.step);
  if (!step) return;
  const names = namesOf(at.lesson, step).filter((name) => aheadRuns.getState().runs.get(name)?.standIn);
  for (const name of names) ahead.again(name);
  setWork(({ recorded = {}, ...work }) => ({
    ...work,
    recorded: Object.fromEntries(Object.entries(recorded).filter(([name]) => !names.includes(name))),
  }));
  if (names[0]) whenWhole([names[0]], () => show(names[0]));
}

/** Once these runs are there; at once where they are, and never for a step that was left meanwhile. */
function whenWhole(names: readonly string[], then: () => void): void {
  const at = workHere()?.at;
  const isThere = () => names.every((name) => aheadRuns.getState().runs.get(name)?.isWhole === true);
  if (isThere()) return then();
  const stop = aheadRuns.subscribe(() => {
    if (workHere()?.at !== at) return stop();
    if (!isThere()) return;
    stop();
    then();
  });
}

function setLessonView(): void {
  const at = here();
  if (!at) return ruleOf(null);
  const { lesson, step, work } = at;
  // what stands there before the first run of a lesson is its base: run by itself, it would give away what comes
  const isEarly = work.poe === 'on' && isBeforeRuns(lesson, step);
  ruleOf({ step, held: isEarly ? 'later' : isOpen(step, work) ? null : 'predict' });
}

/** How a lesson is opened. */
export interface Opening {
  readonly poe?: Work['poe'];
  /** at this step, wherever the work stands */
  readonly step?: string | null;
  readonly place?: Place;
  /** work that came by link or as a file, and is gone on with */
  readonly brought?: Work | null;
  readonly news?: string;
}

/** Opens a lesson where its link says, with what was brought, or else was done of it on this computer. */
export function openLesson(module: LessonModule, { poe = 'on', step = null, place = {}, brought = null, news = '' }: Opening): void {
  const { lesson, edition } = module;
  const kept = brought ? null : workKept(lesson.id);
  const own = kept && isOfOthers(kept.work, place) ? null : kept;
  const before = brought ?? own?.work;
  const { work, changed } = before ? broughtOver(before, lesson, edition) : { work: begin(lesson, edition, poe), changed: [] };
  const at = lesson.steps.some(({ id }) => id === step) ? (step as string) : work.at;
  const here: Work = { ...place, ...work, ...(own && place), at, poe: poe === 'off' ? poe : work.poe };
  const said = [news, changedWords(changed)].filter((words) => words !== '').join(' ');
  lessonStore.setState({ module, work: here, drafts: {}, shown: null, isOthers: own !== null && !own.isOfTab, news: said === '' ? null : said });
  if (before) keepWork(here);
  // of another lesson, or another desk
  ahead.clear();
  // the page has taken the desk for a seed; a lesson's runs have their own
  if (place.desk !== undefined) labStore.getState().put(parseQuery(lesson.base).experiment);
  enter();
}

/** Which answers were left out. */
const changedWords = (changed: readonly string[]): string =>
  changed.length === 0
    ? ''
    : `The lesson has changed since, or the work was: what was answered to ${changed.slice(0, 5).join(', ')}${changed.length > 5 ? ' and others' : ''} has no question any more and was left out. All else is here.`;

/** From its first step, with nothing predicted. */
export function beginAnew(): void {
  const module = moduleHere();
  if (!module) return;
  forgetWork(module.lesson.id);
  const { poe, desk, group } = workHere() ?? {};
  const place: Place = { ...(desk !== undefined && { desk }), ...(group !== undefined && { group }) };
  const work = { ...begin(module.lesson, module.edition, poe), ...place };
  lessonStore.setState({ work, drafts: {}, shown: null, isOthers: false, news: null });
  enter();
}

/** Nothing of it is left on the page; what was done is kept. */
export function closeLesson(): void {
  ahead.clear();
  lessonStore.setState(CLOSED, true);
  labStore.getState().borrowSpeed(null);
  showCurve(undefined);
  ruleOf(null);
}

export function goTo(id: string): void {
  setWork((work) => ({ ...work, at: id }));
  lessonStore.setState({ news: null });
  enter();
}

/** Where the step leads: the first branch whose statement holds, or the next step. */
export function nextOf(lesson: Lesson, step: Step): Step | null {
  const branch = step.next?.find((one) => !one.if || verdictOn(one.if, seenHere).value === true);
  const at = lesson.steps.indexOf(step);
  return (branch ? lesson.steps.find(({ id }) => id === branch.go) : lesson.steps[at + 1]) ?? null;
}

export const draft = (part: Prediction, change: Draft): void =>
  lessonStore.setState(({ drafts }) => ({ drafts: { ...drafts, [part.id]: { ...drafts[part.id], ...change } } }));

/** For good: what is predicted stays, and the run is shown. */
export function commitHere(): void {
  const at = here();
  if (!at) return;
  const seconds = Math.round((performance.now() - begunAt) / 1000);
  const given = Object.entries(lessonStore.getState().drafts).flatMap(([id, { guess, ...more }]) =>
    guess === undefined ? [] : [[id, { ...more, guess, seconds }] as const],
  );
  setWork((work) => commit(at.step, work, Object.fromEntries(given)));
  setLessonView();
  const [first] = namesOf(at.lesson, at.step);
  if (first) whenWhole([first], () => show(first));
}

export const readOff = (step: Step, part: Observation, value: Observed['value'], measured: Told<number>): void =>
  setWork((work) => observe(step, part, work, value, measured));

export const writeDown = (step: Step, part: { readonly id: string }, words: string): void => setWork((work) => write(step, part, work, words));

/** A teacher opens a step without a prediction; it is kept that this was done. */
export function openByTeacher(step: Step): void {
  setWork((work) => openFor(step, work));
  setLessonView();
}

/** The run on the stage, whoever started it, once it has ended. */
export function runOnStage(state: Pick<LabState, 'run' | 'draft'>): RunSeen | null {
  const { run } = state;
  return run.status === 'ended' ? { experiment: experimentOnScreen(state), frames: run.frames, noise: run.noise } : null;
}

/** Whether the aim of free play is reached by the run on the stage; null: it can't be told yet. */
export function isAimReached(step: Step): boolean | null {
  const seen = runOnStage(labStore.getState());
  return step.play?.check && seen ? verdictOn(step.play.check, { ...seenHere, run: () => seen }).value : null;
}
