import type { AddressBar } from './addressBar';
import type { createKeptRun } from './keptRun';
import { experimentOnScreen, runOf } from './selectors';
import type { LabActions, LabHome } from './state';

export type KeptRun = ReturnType<typeof createKeptRun>;

/** The run that is kept beside the present one, on the page and in its link. */
export function createComparing({ getState }: LabHome, address: AddressBar, keptRun: KeptRun): Pick<LabActions, 'keep' | 'dropKept'> {
  return {
    keep() {
      const { preview } = getState();
      const experiment = experimentOnScreen(getState());
      keptRun.keep({ experiment, frames: runOf(getState())?.frames ?? [], preview: preview.status === 'ready' ? preview.preview : null });
      address.compare(experiment);
    },
    dropKept() {
      keptRun.drop();
      address.compare(null);
    },
  };
}
