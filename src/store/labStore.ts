import { createStore, type StoreApi } from 'zustand/vanilla';
import { parseExperiment } from '../engine/experimentText';
import type { ToWorker } from '../protocol/messages';
import { createEngineClient } from '../worker/engineClient';
import { createEnginePool } from '../worker/enginePool';
import { createEngineTeam } from '../worker/engineTeam';
import { workersHere } from '../worker/engineWorkers';
import { createAddressBar } from './addressBar';
import { createComparing } from './comparing';
import { follow } from './follow';
import { createGhosts } from './ghosts';
import { createHearing } from './hearing';
import { createInterventions } from './interventions';
import { createKeptRun } from './keptRun';
import { createLaterScores, type LaterScores } from './laterScores';
import { lookWith } from './looks';
import { createNearest, type Nearest } from './nearest';
import { remark } from './notes';
import { createOpening } from './opening';
import { createPlayback } from './playback';
import { DEFAULT_SPEED } from './playKeys';
import { watchPresses } from './presses';
import { createRealData } from './realData';
import { paused, ticked } from './run';
import { watchSight } from './sight';
import { watchSlips } from './slips';
import type { LabActions, LabHome, LabState } from './state';
import { createTransport } from './transport';
import { createUndo } from './undo';

type Lab = LabState & LabActions;

interface LabStore extends StoreApi<Lab> {
  readonly nearest: Nearest;
  readonly laterScores: LaterScores;
  /** Where the reader stands is in the address now, for a reload to come back to. */
  writeAddress(): void;
  /** Reads the address, asks for the real data, and follows the back button and whether anyone sees the page. */
  openPage(): ReturnType<typeof watchSight>;
}

const atFirst = (): LabState => ({
  desk: null,
  draft: parseExperiment({}).experiment,
  run: { status: 'idle', runId: 0 },
  preview: { status: 'loading' },
  badge: null,
  looks: [],
  isEngineSlow: false,
  speed: DEFAULT_SPEED,
  readersSpeed: null,
  notes: [],
  ghosts: [],
  rescue: null,
  kept: null,
  comeback: null,
  putAway: null,
});

/**
 * The lab behind the page. What the reader does and what the engine says become states of its run (`run.ts`): how one starts, stops and
 * ends is in `transport.ts`, how it branches in `interventions.ts`, how it grows in `hearing.ts`; `follow.ts` has the engine compute it.
 */
export function createLab(connect = createEngineClient, workers = () => 1): LabStore {
  const home: LabHome = { getState: () => store.getState(), setState: (change) => store.setState(change) };
  const send = (message: ToWorker) => client.send(message);

  const address = createAddressBar(() => home.getState().desk);
  const nearest = createNearest(send);
  const laterScores = createLaterScores(send);
  const realData = createRealData(send);
  const ghosts = createGhosts((change) => home.setState(({ ghosts }) => ({ ghosts: change(ghosts) })));
  const keptRun = createKeptRun(home.getState, (kept) => home.setState({ kept }), createEnginePool(1, connect));
  const playback = createPlayback(() => {
    const { run, speed } = home.getState();
    const next = ticked(run, speed);
    if (next === run) return;
    home.setState({ run: next });
    hearing.takeAll();
  });

  const { undo, keep: keepForUndo } = createUndo(home, realData, keptRun, address);
  const transport = createTransport(home, ghosts, realData, keptRun);
  const { openAddress, ...opening } = createOpening(home, address, keptRun, transport, keepForUndo);
  const store = createStore<Lab>()(() => ({
    ...atFirst(),
    ...transport,
    ...opening,
    undo,
    reset() {
      keepForUndo();
      transport.reset();
    },
    ...createInterventions(home, ghosts, realData),
    ...createComparing(home, address, keptRun),
    dismissNotes: () => home.setState({ notes: [] }),
    look: lookWith(home),
  }));
  const hearing = createHearing(home, nearest, laterScores, realData);
  const client = createEngineTeam(hearing, workers, connect);
  follow(store, send, playback, address, { laterScores, keptRun });

  function sight(isSeen: boolean): void {
    const { run } = home.getState();
    if (!isSeen && run.status === 'running') home.setState({ run: paused(run, 'hidden') });
    if (isSeen && run.status === 'paused' && run.why === 'hidden') transport.start();
  }

  return Object.assign(store, {
    nearest,
    laterScores,
    writeAddress: address.flush,
    openPage() {
      openAddress();
      watchSlips((words) => remark(home, 'page', words));
      window.addEventListener('popstate', openAddress);
      watchPresses(ghosts.press);
      return watchSight(sight);
    },
  });
}

export const labStore = createLab(createEngineClient, workersHere);
