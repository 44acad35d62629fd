import { type Experiment, LIVE_KEYS, type Settings } from '../engine/experiment';
import { parseExperiment, printJson, type Raw } from '../engine/experimentText';
import { completeScores } from '../store/complete';
import { labStore } from '../store/labStore';
import { experimentOnScreen, runOf } from '../store/selectors';
import type { Figure } from '../ui/figures/figurePage';
import { figuresOf } from '../ui/figures/figures';
import { toPng } from '../ui/figures/toPng';
import { toCsv } from '../ui/files/csv';
import { toJson } from '../ui/files/json';
import { resultsOf } from '../ui/files/useResults';
import type { Answer, Command, EmbedState } from './protocol';

/** Keys that act without a reset. */
const ACTS_AT_ONCE: readonly string[] = [...LIVE_KEYS, 'generations'];

/** What a host asks for, done by the same actions that the page's own buttons call. The host is not bound by `hide` and `lock`. */
export async function obey(command: Command): Promise<Answer> {
  const { start, pause, step, reset } = labStore.getState();
  switch (command.type) {
    case 'run':
      start();
      return {};
    case 'pause':
      pause();
      return {};
    case 'step':
      step();
      return {};
    case 'reset':
      reset();
      return {};
    case 'set':
      set(command.experiment);
      return {};
    case 'getState':
      return { state: stateNow() };
    case 'setState':
      await restore(command.state);
      return {};
    case 'export':
      return { file: await fileOf(command.format) };
  }
}

/** Keys over the present ones. Live keys act on the run at once, as a slider does; any other key resets it. */
function set(keys: Raw): void {
  const state = labStore.getState();
  const present = experimentOnScreen(state);
  const { experiment, notes } = parseExperiment({ ...printJson(present), ...keys });
  const [before, after] = [printJson(present), printJson(experiment)];
  const changed = Object.keys(after).filter((key) => before[key] !== after[key]) as (keyof Experiment)[];
  if (state.run.status === 'idle' || changed.some((key) => !ACTS_AT_ONCE.includes(key))) return state.open(experiment, notes);
  if (notes.length > 0) labStore.setState({ notes });
  if (changed.length > 0) state.change(Object.fromEntries(changed.map((key) => [key, experiment[key]])) as Partial<Settings>);
}

function stateNow(): EmbedState {
  const state = labStore.getState();
  return { v: 1, experiment: printJson(experimentOnScreen(state)), status: state.run.status, generation: runOf(state)?.shown ?? 0 };
}

/** Computes anew up to the generation of the state: the same experiment gives the same numbers. */
async function restore({ experiment: keys, generation = 0, status }: EmbedState): Promise<void> {
  const { experiment, notes } = parseExperiment(keys);
  const { open, goTo, start } = labStore.getState();
  open(experiment, notes);
  const last = Math.min(generation, experiment.generations);
  if (last > 0) goTo(last);
  await reached(last);
  if (status === 'running') start();
}

/** Resolves when generation `last` is on the screen. @throws where that will not come: a newer command, or the reader, began anew */
function reached(last: number): Promise<void> {
  const isThere = () => {
    const { run } = labStore.getState();
    if (last === 0) return true;
    if (run.status === 'failed') throw new Error(run.message);
    // or an older state would start what a newer one had put there
    if (run.status === 'idle') throw new Error('The figure was reset before it had reached this state.');
    return run.shown >= last;
  };
  return new Promise((resolve, reject) => {
    const look = () => {
      try {
        if (!isThere()) return;
        resolve();
      } catch (error) {
        reject(error as Error);
      }
      stop();
    };
    const stop = labStore.subscribe(look);
    look();
  });
}

async function fileOf(format: 'svg' | 'png' | 'csv' | 'json') {
  if (format === 'csv' || format === 'json') await completeScores(labStore, labStore.laterScores);
  const state = labStore.getState();
  const results = resultsOf(state);
  const name = `mad-lab-${results.experiment.model}-seed-${results.experiment.seed}.${format}`;
  if (format === 'csv') return { name, mime: 'text/csv', text: toCsv(results) };
  if (format === 'json') return { name, mime: 'application/json', text: toJson(results) };
  const preview = state.preview.status === 'ready' ? state.preview.preview : null;
  const [samples] = figuresOf(results, runOf(state)?.shown ?? 0, preview);
  const figure: Figure = samples.draw();
  if (format === 'svg') return { name, mime: 'image/svg+xml', text: figure.svg };
  return { name, mime: 'image/png', bytes: await (await toPng(figure)).arrayBuffer() };
}
