import { vi } from 'vitest';
import type { Experiment } from '../../engine/experiment';
import { parseExperiment } from '../../engine/experimentText';
import { createLab } from '../labStore';
import { runOf } from '../selectors';
import type { LabState } from '../state';
import { FakeEngine } from './fakeEngine';
import { stubPage } from './fakePage';

/** Time goes by as the test says, and frames come 60 times a second. */
export function useFakeTime(): void {
  vi.useFakeTimers();
}

export function backToRealTime(): void {
  vi.clearAllTimers();
  vi.useRealTimers();
  vi.unstubAllGlobals();
}

export const seconds = (count: number) => vi.advanceTimersByTime(1000 * count);

/** Long enough for all that the engine may compute, and for the address. */
export const settle = () => seconds(5);

/** A lab on a page of its own with a fake engine. `engines`: the page's, and that of the run beside it where there is one. */
export function openPage(query = '', framed = false) {
  const page = stubPage(query, framed);
  const engines: FakeEngine[] = [];
  const lab = createLab((events) => {
    // what the page's own draws, a test says
    const engine = new FakeEngine(events, engines.length > 0);
    engines.push(engine);
    return engine;
  });
  const { frameIs } = lab.openPage();
  const state = (): LabState => lab.getState();
  const run = () => runOf(lab.getState());
  return {
    ...lab.getState(),
    lab,
    page,
    frameIs,
    engines,
    engine: engines[0],
    state,
    run,
    status: () => state().run.status,
    shown: () => run()?.shown,
    generations: () => run()?.frames.map(({ generation }) => generation),
    computed: () => run()?.frames.length ?? 0,
    notes: () => state().notes.map(({ message }) => message),
    ghosts: () => state().ghosts.map(({ from }) => from),
  };
}

/** The same with an experiment, as fast as it computes. */
export function openLab(keys: Record<string, unknown> = {}) {
  const opened = openPage();
  opened.open(parseExperiment(keys).experiment);
  opened.setSpeed(Number.POSITIVE_INFINITY);
  return opened;
}

/** The same, run to its end. */
export function endedLab(keys: Partial<Record<keyof Experiment, unknown>> = {}) {
  const opened = openLab(keys);
  opened.start();
  settle();
  if (opened.status() !== 'ended') throw new Error(`The run is ${opened.status()}.`);
  return opened;
}
