import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Experiment, type Note, SCHEMA } from '../engine/experiment';
import { parseExperiment } from '../engine/experimentText';
import { fewNotes } from '../engine/notes';
import { type Settings, settingsAt, withChange, withoutChanges, withStart } from '../engine/settings';
import type { FromWorker } from '../protocol/messages';
import { createEngineClient } from '../worker/engineClient';
import { comparedIn, createAddressBar, readAddress } from './addressBar';
import { changeDraft, divide } from './draft';
import { createGhosts } from './ghosts';
import { createInbox } from './inbox';
import { createKeptRun } from './keptRun';
import { createNearest, type Nearest } from './nearest';
import { withNotes } from './notes';
import { queryHere } from './pageAddress';
import { createPlayback } from './playback';
import { watchPresses } from './presses';
import { createRealData } from './realData';
import { branch, reduceMessages, withoutWhy } from './reduceRun';
import { experimentOnScreen, runOf, waitingKeys } from './selectors';
import { watchSight } from './sight';
import { watchSlips } from './slips';
import type { LabActions, LabState, Run, RunState } from './state';

/** How far computing may run ahead of what the page has taken in. */
const WINDOW = 2;

/** Generations a second at which a person can follow. */
const DEFAULT_SPEED = 2;

type Lab = LabState & LabActions;

export function createLab(connect = createEngineClient): StoreApi<Lab> & { openPage(): ReturnType<typeof watchSight>; readonly nearest: Nearest } {
  const client = connect({ message: createInbox(flush), slow: (isEngineSlow) => setState({ isEngineSlow }), died: workerDied });
  const address = createAddressBar();
  const playback = createPlayback(tick);
  const nearest = createNearest((message) => client.send(message));
  const realData = createRealData((message) => client.send(message));
  let nextId = 1;
  /** where Step waits for a generation that is still being computed */
  let stepTo = 0;
  /** the run's frames came from a file: what the engine has kept belongs to another run */
  let restored = false;

  const store = createStore<Lab>()(() => ({
    draft: parseExperiment({}).experiment,
    run: { status: 'idle' },
    preview: { status: 'loading' },
    badge: null,
    isEngineSlow: false,
    speed: DEFAULT_SPEED,
    notes: [],
    ghosts: [],
    kept: null,
    ...actions(),
  }));
  const { getState, setState } = store;
  const ghosts = createGhosts((change) => setState((state) => ({ ghosts: change(state.ghosts) })));
  const keptRun = createKeptRun(
    () => getState().kept,
    (kept) => setState({ kept }),
    connect,
  );

  // --- from the worker --------------------------------------------------------------------------------------------------------

  function flush(messages: readonly FromWorker[]): void {
    let { badge, preview } = getState();
    for (const message of messages) {
      nearest.take(message);
      if (message.type === 'badge') badge = message.badge;
      preview = realData.answerIn(message) ?? preview;
    }
    try {
      setState({ badge, preview, run: reduceMessages(getState().run, messages) });
      const run = runOf(getState());
      if (run && stepTo > 0 && run.frames.length >= stepTo) {
        showInRun(stepTo);
        stepTo = 0;
      }
    } finally {
      // a listener that throws must not leave the engine waiting
      allow();
    }
  }

  function workerDied(reason: string, code: 'worker-died' | 'no-engine'): void {
    nearest.fail(reason);
    const { run } = getState();
    if (run.status === 'idle') {
      if (getState().preview.status === 'loading') setState({ preview: { status: 'failed', message: reason } });
      return;
    }
    // what is computed needs no engine, and the next run starts another
    if (run.frames.length >= run.experiment.generations) return;
    playback.stop();
    setState({ run: { ...run, status: 'failed', code, message: reason, progress: null } });
  }

  /** Raises the generation up to which the engine may compute: the acknowledgement window. A paused run is not fed. */
  function allow(): void {
    const { run } = getState();
    if (run.status !== 'running') return;
    client.send({ type: 'allow', runId: run.runId, upTo: run.frames.length + WINDOW });
  }

  // --- playing ----------------------------------------------------------------------------------------------------------------

  /** One more generation is due on the screen. */
  function tick(): void {
    const { run, speed } = getState();
    if (run.status !== 'running') return playback.stop();
    const next = speed === Number.POSITIVE_INFINITY ? run.frames.length : Math.min(run.frames.length, run.shown + 1);
    if (next !== run.shown || next >= run.experiment.generations) showInRun(next);
  }

  /** Puts a generation on the screen; the last one ends the run. */
  function showInRun(shown: number): void {
    const { run } = getState();
    if (run.status === 'idle') return;
    const next = { ...run, shown } as RunState & Run;
    if (shown >= run.experiment.generations && run.status !== 'failed') {
      playback.stop();
      setState({ run: { ...withoutWhy(next), status: 'ended' } });
    } else if (run.status === 'ended') {
      setState({ run: { ...withoutWhy(next), status: 'paused', why: 'reader' } });
    } else {
      setState({ run: next });
    }
  }

  /** Starts, or goes on behind `from`, as a run with a new id. */
  function startRun(run: Run, status: 'running' | 'paused', upTo: number): void {
    stepTo = 0;
    setState({ run: status === 'running' ? { ...run, status } : { ...run, status, why: 'reader' } });
    const from = restored ? 0 : run.frames.length;
    client.send({ type: 'run', runId: run.runId, job: { experiment: run.experiment, from, upTo, want: ['shown', 'noise', 'models'] } });
    restored = false;
    address.write(run.experiment);
    if (status === 'running') playback.start(getState().speed);
  }

  function begin(status: 'running' | 'paused'): void {
    const { draft } = getState();
    keptRun.complete();
    startRun({ runId: nextId++, experiment: draft, frames: [], noise: null, shown: 0, progress: null }, status, status === 'running' ? WINDOW : 1);
  }

  function pause(why: 'reader' | 'hidden'): void {
    const { run } = getState();
    if (run.status !== 'running') return;
    playback.stop();
    setState({ run: { ...run, status: 'paused', why } });
  }

  /** Recompute behind `shown` as `experiment`; what lies beyond stays as a ghost. `keys`: live keys that a hand on their control is changing. */
  function rebranch(experiment: Experiment, shown: number, keys: readonly string[] = []): void {
    const { run, draft } = getState();
    if (run.status === 'idle') return;
    ghosts.leave(run, shown, keys);
    const running = run.status === 'running';
    setState({ draft: { ...draft, changes: experiment.changes } });
    startRun(branch(run, nextId++, experiment, shown), running ? 'running' : 'paused', running ? shown + WINDOW : shown);
  }

  // --- actions ----------------------------------------------------------------------------------------------------------------

  function actions(): LabActions {
    return {
      start() {
        ghosts.endGesture();
        const isOver = getState().run.status === 'ended';
        if (isOver && (restored || waitingKeys(getState()).some((key) => key !== 'generations'))) getState().reset();
        const { run, speed } = getState();
        stepTo = 0;
        if (run.status === 'idle') return begin('running');
        if (run.status === 'failed') {
          return startRun({ ...branch(run, nextId++, run.experiment, run.frames.length), shown: run.shown }, 'running', run.frames.length + WINDOW);
        }
        if (run.status === 'running') return;
        const shown = run.status === 'ended' ? 1 : run.shown;
        setState({ run: { ...withoutWhy({ ...run, shown }), status: 'running' } });
        playback.start(speed);
        allow();
      },
      pause() {
        ghosts.endGesture();
        pause('reader');
      },
      step() {
        getState().pause();
        const { run } = getState();
        if (run.status === 'idle') {
          begin('paused');
          stepTo = 1;
          return;
        }
        if (run.status === 'ended' || run.status === 'failed') return;
        const next = Math.max(stepTo, run.shown) + 1;
        if (next > run.experiment.generations) return;
        if (run.frames.length >= next) return showInRun(next);
        stepTo = next;
        client.send({ type: 'allow', runId: run.runId, upTo: next });
      },
      reset() {
        const { run, draft } = getState();
        playback.stop();
        stepTo = 0;
        if (run.status !== 'idle') client.send({ type: 'cancel', runId: run.runId });
        restored = false;
        setState({ run: { status: 'idle' } });
        ghosts.clear();
        address.write(draft);
        refreshPreview();
      },
      show(generation) {
        const run = runOf(getState());
        if (!run) return;
        getState().pause();
        stepTo = 0;
        showInRun(Math.max(0, Math.min(run.frames.length, generation)));
      },
      change(keys) {
        if (keys.loop?.length === 0) return remark('loop', 'At least one loop has to be chosen.');
        const { run, draft } = getState();
        if (run.status === 'idle') {
          const { experiment, notes } = changeDraft(withStart(draft, divide(keys).live), keys);
          setState({ draft: experiment });
          addNotes(notes);
          address.write(experiment);
          return refreshPreview();
        }
        const { live, others } = divide(keys);
        if (Object.keys(others).length > 0) {
          const { experiment, notes } = changeDraft(draft, others);
          setState({ draft: experiment });
          addNotes(notes);
        }
        if (others.generations !== undefined) changeGenerations(others.generations);
        if (Object.keys(live).length > 0) intervene(live);
        else ghosts.endGesture();
      },
      removeChanges(generations) {
        const { run, draft } = getState();
        if (run.status === 'idle') {
          const experiment = withoutChanges(draft, generations);
          setState({ draft: experiment });
          return address.write(experiment);
        }
        rebranch(withoutChanges(run.experiment, generations), Math.min(run.shown, run.frames.length, Math.min(...generations) - 1));
      },
      branchHere() {
        const run = runOf(getState());
        if (!run || run.frames.length <= run.shown) return;
        pause('reader');
        rebranch(run.experiment, run.shown);
      },
      clearGhosts: () => ghosts.clear(),
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
      open(experiment, notes = []) {
        address.push(experiment);
        load(experiment, notes);
      },
      restore(experiment, frames, noise) {
        getState().open(experiment);
        if (frames.length === 0) return;
        restored = true;
        // a run that was saved on its way is shown as far as it goes
        const run = { experiment: { ...experiment, generations: frames.length }, frames, noise, shown: frames.length };
        setState({ run: { ...run, status: 'ended', runId: nextId++, progress: null } });
        address.write(run.experiment);
      },
      setSpeed(speed) {
        setState({ speed });
        if (getState().run.status === 'running') playback.start(speed);
      },
      dismissNotes: () => setState({ notes: [] }),
    };
  }

  /** A live change takes effect at the generation after the one shown. */
  function intervene(live: Partial<Settings>): void {
    const run = runOf(getState());
    if (!run) return;
    const from = run.shown + 1;
    if (from > run.experiment.generations) {
      // what was asked for needs generations to show it
      const generations = Math.min(SCHEMA.generations.max, 2 * run.experiment.generations);
      if (generations === run.experiment.generations) return remark('generations', `The last generation, ${generations}, is on the screen.`);
      changeGenerations(generations);
      setState({ draft: { ...getState().draft, generations } });
      remark('generations', `The run can go on to generation ${generations} with the new setting: press Resume.`);
      return intervene(live);
    }
    const inForce = settingsAt(run.experiment, from);
    if (Object.entries(live).every(([key, value]) => inForce[key as keyof Settings] === value)) return;
    // the schema's own reader checks the values
    const changed = from === 1 ? withStart(run.experiment, live) : withChange(run.experiment, from, live);
    const { experiment, notes } = changeDraft(changed, {});
    addNotes(notes);
    if (from === 1) setState({ draft: { ...getState().draft, ...live } });
    rebranch(experiment, run.shown, Object.keys(live));
  }

  /** The last generation may move during a run: no number changes by it. */
  function changeGenerations(generations: number): void {
    const { run } = getState();
    if (run.status === 'idle') return;
    const shown = Math.min(run.shown, generations);
    const experiment = { ...run.experiment, generations };
    const next: Run = { ...branch(run, nextId++, experiment, Math.min(run.frames.length, generations)), shown };
    const running = run.status === 'running';
    startRun(next, running ? 'running' : 'paused', running ? next.frames.length + WINDOW : next.frames.length);
    if (shown >= generations) showInRun(shown);
  }

  function remark(key: string, problem: string): void {
    addNotes([{ key, value: '', problem, message: problem }]);
  }

  const addNotes = (notes: readonly Note[]) => setState((state) => withNotes(state, notes));

  const refreshPreview = () => realData.ask(getState().draft, getState().preview.status === 'failed');

  // --- the page ---------------------------------------------------------------------------------------------------------------

  function load(experiment: Experiment, notes: readonly Note[]): void {
    setState({ draft: experiment, notes });
    getState().reset();
  }

  function openAddress(): void {
    const { experiment, notes } = readAddress(queryHere(), history.state);
    const compared = comparedIn(queryHere());
    keptRun.follow(compared?.experiment ?? null);
    load(experiment, fewNotes([...notes, ...(compared?.notes ?? [])]));
  }

  return Object.assign(store, {
    nearest,
    /** Reads the address, asks for the real data, and follows the back button and whether anyone sees the page. */
    openPage() {
      openAddress();
      watchSlips((words) => remark('page', words));
      window.addEventListener('popstate', openAddress);
      watchPresses(ghosts.press);
      return watchSight((isSeen) => {
        const { run } = getState();
        if (!isSeen) pause('hidden');
        else if (run.status === 'paused' && run.why === 'hidden') getState().start();
      });
    },
  });
}

export const labStore = createLab();
