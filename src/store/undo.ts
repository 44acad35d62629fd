import type { AddressBar } from './addressBar';
import type { KeptRun } from './comparing';
import { isEmbed } from './pageAddress';
import type { RealData } from './realData';
import { ended, paused } from './run';
import type { LabActions, LabHome, PutAway, RunState } from './state';

/** So long a slip can be undone; then its run makes room. */
export const UNDO_MS = 10_000;

/** It stands, wherever it was going, and has another id: the engine knows no run of this one any more. */
const standing = (run: RunState, runId: number): RunState => {
  if (run.status === 'idle') return run;
  return run.status === 'ended' ? ended({ ...run, runId }) : paused({ ...run, runId }, 'reader');
};

/** Keeps the last run that Reset or another experiment took from the screen, for a while. In a figure the host may do that all the time. */
export function createUndo({ getState, setState }: LabHome, realData: RealData, keptRun: KeptRun, address: AddressBar) {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function forget(): void {
    clearTimeout(timer);
    if (getState().putAway) setState({ putAway: null });
  }

  function bringBack({ kept, run, ...others }: PutAway): void {
    const present = getState();
    const { runId } = present.run;
    // two steps: what the engine keeps belongs to another run, and nothing may go on behind it
    setState({ run: { status: 'idle', runId } });
    setState({ ...others, run: standing(run, runId + 1) });
    realData.ask(getState());
    if (kept === present.kept) return;
    if (kept) keptRun.keep(kept);
    else keptRun.drop();
    keptRun.complete();
    address.compare(kept?.experiment ?? null);
  }

  const actions: Pick<LabActions, 'undo'> = {
    undo() {
      const { putAway } = getState();
      forget();
      if (putAway) bringBack(putAway);
    },
  };

  return {
    ...actions,
    /** What is on the screen is about to go; the draft alone is no loss. */
    keep(): void {
      const { draft, run, preview, speed, readersSpeed, notes, ghosts, rescue, kept } = getState();
      forget();
      if (run.status === 'idle' || run.frames.length === 0 || isEmbed(location)) return;
      setState({ putAway: { draft, run, preview, speed: readersSpeed ?? speed, notes, ghosts, rescue, kept } });
      timer = setTimeout(forget, UNDO_MS);
    },
  };
}
