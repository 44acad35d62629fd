import type { StoreApi } from 'zustand/vanilla';
import type { ToWorker } from '../protocol/messages';
import type { AddressBar } from './addressBar';
import type { Playback } from './playback';
import { leaveOf } from './run';
import { standOf } from './selectors';
import type { LabState, RunState } from './state';

type Send = (message: ToWorker) => void;

/**
 * Engine, clock and address follow the state, whatever changed it. They come before all other listeners, one of which may throw:
 * the engine is not left waiting for it.
 */
export function follow({ subscribe }: Pick<StoreApi<LabState>, 'subscribe'>, send: Send, playback: Playback, address: AddressBar): void {
  subscribe((lab, before) => {
    tellEngine(lab.run, before.run, send);
    keepTime(lab, before, playback);
    const [now, then] = [standOf(lab), standOf(before)];
    const stays = now.experiment === then.experiment && now.speed === then.speed;
    if (!stays || now.at !== then.at || now.isSeen !== then.isSeen) address.write(now, stays);
  });
}

/** A run with a new id goes on behind the frames of the one before. */
function tellEngine(run: RunState, before: RunState, send: Send): void {
  if (run.status === 'idle') {
    if (before.status !== 'idle') send({ type: 'cancel', runId: before.runId });
    return;
  }
  const [upTo, { runId, experiment, frames }] = [leaveOf(run), run];
  if (runId === before.runId) {
    if (upTo > leaveOf(before)) send({ type: 'allow', runId, upTo });
  } else if (!run.restored) {
    // of frames from a file, and of a run that was put away, the engine has none; of the latter it makes none before there is need of more
    const isKnown = before.status !== 'idle' && !before.restored;
    const job = { experiment, from: isKnown ? frames.length : 0, upTo: before.status === 'idle' ? upTo : Math.max(upTo, frames.length) };
    send({ type: 'run', runId, job: { ...job, want: ['shown', 'noise', 'models'] } });
  }
}

function keepTime({ run, speed }: LabState, before: LabState, playback: Playback): void {
  if (run.status !== 'running') playback.stop();
  else if (before.run.status !== 'running' || speed !== before.speed) playback.start(speed);
  // what a change does to a run is seen in its time
  else if (run.runId !== before.run.runId) playback.start(speed, true);
}
