import type { StoreApi } from 'zustand/vanilla';
import type { ToWorker } from '../protocol/messages';
import type { AddressBar } from './addressBar';
import type { KeptRun } from './comparing';
import type { LaterScores } from './laterScores';
import { scoresLookedAt } from './looks';
import type { Playback } from './playback';
import { leaveOf } from './run';
import { standOf } from './selectors';
import type { LabState } from './state';

/** What else follows. */
interface Followers {
  readonly laterScores: Pick<LaterScores, 'follow'>;
  readonly keptRun: Pick<KeptRun, 'look'>;
}

type Send = (message: ToWorker) => void;

/**
 * Engine, clock and address follow the state, whatever changed it. They come before all other listeners, one of which may throw:
 * the engine is not left waiting for it.
 */
export function follow(
  { subscribe }: Pick<StoreApi<LabState>, 'subscribe'>,
  send: Send,
  playback: Playback,
  address: AddressBar,
  { laterScores, keptRun }: Followers,
): void {
  subscribe((lab, before) => {
    tellEngine(lab, before, send);
    laterScores.follow(lab);
    if (lab.looks !== before.looks) keptRun.look();
    keepTime(lab, before, playback);
    const [now, then] = [standOf(lab), standOf(before)];
    const stays = now.experiment === then.experiment && now.speed === then.speed;
    if (!stays || now.at !== then.at || now.isSeen !== then.isSeen) address.write(now, stays);
  });
}

/** A run with a new id goes on behind the frames of the one before. */
function tellEngine(lab: LabState, { run: before, ...labBefore }: LabState, send: Send): void {
  const { run } = lab;
  if (run.status === 'idle') {
    if (before.status !== 'idle') send({ type: 'cancel', runId: before.runId });
    return;
  }
  const [upTo, { runId, experiment, frames }] = [leaveOf(lab), run];
  if (runId === before.runId) {
    if (scoresLookedAt(lab) !== scoresLookedAt({ ...labBefore, run: before })) send({ type: 'look', runId, scores: scoresLookedAt(lab) });
    if (upTo > leaveOf({ ...labBefore, run: before })) send({ type: 'allow', runId, upTo });
  } else if (run.origin === 'engine') {
    // of frames from elsewhere, and of a run that was put away, the engine has none; of the latter it makes none before there is need of more
    const isKnown = before.status !== 'idle' && before.origin === 'engine';
    const job = { experiment, from: isKnown ? frames.length : 0, upTo: before.status === 'idle' ? upTo : Math.max(upTo, frames.length) };
    send({ type: 'run', runId, job: { ...job, want: ['shown', 'noise', 'models'], scores: scoresLookedAt(lab) } });
  }
}

function keepTime({ run, speed }: LabState, before: LabState, playback: Playback): void {
  if (run.status !== 'running') playback.stop();
  else if (before.run.status !== 'running' || speed !== before.speed) playback.start(speed);
  // what a change does to a run is seen in its time
  else if (run.runId !== before.run.runId) playback.start(speed, true);
}
