import type { Experiment, Note } from '../engine/experiment';
import { fewNotes } from '../engine/notes';
import { type AddressBar, comparedIn, readAddress } from './addressBar';
import type { KeptRun } from './comparing';
import { readDesk } from './desk';
import { queryHere } from './pageAddress';
import { ended, firstRun } from './run';
import type { LabActions, LabHome } from './state';

/** Whole experiments that take the place of the present one: presets, files, the address. */
export function createOpening({ getState, setState }: LabHome, address: AddressBar, keptRun: KeptRun, reset: () => void) {
  function load(experiment: Experiment, notes: readonly Note[]): void {
    setState({ draft: experiment, notes });
    reset();
  }

  const actions: Pick<LabActions, 'open' | 'restore'> = {
    open(experiment, notes = []) {
      address.push(experiment);
      load(experiment, notes);
    },
    restore(experiment, frames, noise) {
      actions.open(experiment);
      if (frames.length === 0) return;
      // a run that was saved on its way is shown as far as it goes
      const run = firstRun(getState().run, { ...experiment, generations: frames.length });
      setState({ run: ended({ ...run, frames, noise, shown: frames.length, restored: true }) });
    },
  };

  return {
    ...actions,
    openAddress(): void {
      const { experiment, notes } = readAddress(queryHere(), history.state);
      const compared = comparedIn(queryHere());
      const { desk, notes: onDesk } = readDesk(location.href);
      keptRun.follow(compared?.experiment ?? null);
      setState({ desk });
      load(desk === null ? experiment : { ...experiment, seed: desk }, fewNotes([...onDesk, ...notes, ...(compared?.notes ?? [])]));
    },
  };
}
