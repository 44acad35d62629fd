import { printJson } from '../engine/experimentText';
import { labStore } from '../store/labStore';
import { experimentOnScreen, runOf } from '../store/selectors';
import type { LabState } from '../store/state';
import type { Told } from './protocol';

/** Tells the host of the run as the reader sees it: every generation once, when it is first shown. */
export function announce(send: (message: Told) => void): () => void {
  let told = 0;
  let experiment = '';

  function look(state: LabState, before: LabState): void {
    const run = runOf(state);
    if (!run) {
      told = 0;
      experiment = '';
      return;
    }
    // a change on the running loop: generations behind it are other ones now
    if (runOf(before)?.runId !== run.runId) told = Math.min(told, run.shown);
    const printed = printJson(experimentOnScreen(state));
    if (experiment !== JSON.stringify(printed)) {
      experiment = JSON.stringify(printed);
      send({ type: 'experiment', experiment: printed });
    }
    for (; told < run.shown; told++) {
      for (const { loop, replicate, scores } of run.frames[told]?.lanes ?? []) {
        if (replicate === 1) send({ type: 'generation', generation: told + 1, loop, scores });
      }
    }
    if (state.run.status === before.run.status) return;
    if (state.run.status === 'ended') send({ type: 'complete', generations: run.experiment.generations });
    if (state.run.status === 'failed') send({ type: 'error', code: state.run.code, message: state.run.message, recoverable: true });
  }

  return labStore.subscribe(look);
}
