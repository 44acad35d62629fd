import { createStore } from 'zustand/vanilla';
import { kindOf } from '../../engine/chosen';
import type { Experiment } from '../../engine/experiment';
import { isSameExperiment, parseExperiment } from '../../engine/experimentText';
import type { Frame } from '../../results/frame';
import { type Loss, lossesOf } from '../../results/losses';
import { labStore } from '../../store/labStore';
import { rescueInSight } from '../../store/rescue';
import { experimentOnScreen, runOf } from '../../store/selectors';
import type { LabState } from '../../store/state';
import { watchStore } from '../../store/watch';
import { BEGINNING, type Command, type Move, needsRest, next, type Sight, type StoryState, seen } from './chapters';
import { endStory } from './storyStore';

/** The loop whose fate is told. */
export const TOLD = 'fully-synthetic';
/** Generations a second: until something happens, and once one knows what to look at. */
const SLOW = 2;
const BRISK = 4;

export const playStore = createStore<StoryState>(() => BEGINNING);

const isTold = (experiment: Experiment) => kindOf(experiment).id === 'points' && experiment.loop.includes(TOLD);

/** Less of a mode than this share is hardly seen; a little later it is called gone whatever is seen. */
const HARDLY = 0.002;
const AT_LATEST = 5;

/** The generation, from the loss on, in whose picture next to nothing is left. */
function emptyFrom({ generation, modes }: Loss, frames: readonly Frame[]): number | null {
  const hardly = ({ lanes }: Frame) => {
    const shares = lanes.find(({ loop, replicate }) => loop === TOLD && replicate === 1)?.shares;
    return modes.every((mode) => (shares?.share[mode] ?? 0) <= HARDLY);
  };
  const empty = frames.find((frame) => frame.generation >= generation && (hardly(frame) || frame.generation === generation + AT_LATEST));
  return empty?.generation ?? null;
}

function sightOf(lab: LabState): Sight {
  const run = runOf(lab);
  const experiment = experimentOnScreen(lab);
  const loss = (run && lossesOf(run.frames, TOLD, run.noise)[0]) ?? null;
  return {
    status: lab.run.status,
    shown: run?.shown ?? 0,
    computed: run?.frames.length ?? 0,
    generations: experiment.generations,
    loss,
    seenAt: run && loss && emptyFrom(loss, run.frames),
    rescueFrom: rescueInSight(lab)?.from ?? null,
    fits: isTold(experiment),
  };
}

/** The default experiment before its first generation; the back button leads back from there. */
function openDefault(): void {
  const { run, draft, open } = labStore.getState();
  const { experiment } = parseExperiment({});
  if (run.status !== 'idle' || !isSameExperiment(draft, experiment)) open(experiment);
}

function obey(command: Command): void {
  const { start, pause, show, goBackAndSave } = labStore.getState();
  if (command.do === 'start') start();
  if (command.do === 'pause') pause();
  if (command.do === 'save') goBackAndSave();
  if (command.do === 'show') show(command.generation);
}

/** A speed of its own, as long as the reader leaves it; given back at the end. */
function createPace() {
  const before = labStore.getState().speed;
  let isMine = false;
  return (speed: number | null): void => {
    const { readersSpeed, speed: now, borrowSpeed } = labStore.getState();
    if (isMine ? readersSpeed === null : now !== before) return;
    isMine = true;
    borrowSpeed(speed);
  };
}

let setPace: ReturnType<typeof createPace> | null = null;

function go({ state, command }: Move): void {
  if (state === null) return endStory();
  if (state !== playStore.getState()) playStore.setState(state, true);
  if (!command) return;
  if (command.do === 'start' || command.do === 'save') setPace?.(state.chapter === 'running' ? SLOW : BRISK);
  obey(command);
}

/** The reader wants to go on. */
export function goOn(): void {
  if (needsRest(playStore.getState())) labStore.getState().pause();
  go(next(playStore.getState(), sightOf(labStore.getState())));
}

/** Tells the story on the page's own run, from its beginning; returns what ends that. */
export function playStory(): () => void {
  const watched = watchStore.getState();
  setPace = createPace();
  openDefault();
  playStore.setState(BEGINNING, true);
  const stopSeeing = labStore.subscribe((lab) => go(seen(playStore.getState(), sightOf(lab))));
  const stopMarking = playStore.subscribe(({ loss }) => watchStore.setState(loss ? { watched: loss.modes } : watched));
  return () => {
    stopSeeing();
    stopMarking();
    watchStore.setState(watched);
    setPace?.(null);
    setPace = null;
    playStore.setState(BEGINNING, true);
  };
}
