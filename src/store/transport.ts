import type { KeptRun } from './comparing';
import type { Ghosts } from './ghosts';
import type { RealData } from './realData';
import { branch, firstRun, paused, running, showing } from './run';
import { waitingKeys } from './selectors';
import type { LabActions, LabHome, LabState, Run, RunState } from './state';

type Transport = Pick<LabActions, 'start' | 'pause' | 'step' | 'goTo' | 'reset' | 'show' | 'setSpeed' | 'borrowSpeed'>;

/** An ended run is shown again, but not where the page has another one to show, or only a file's. */
const isBehind = ({ run, draft }: LabState) =>
  run.status === 'ended' && (run.origin === 'file' || waitingKeys({ run, draft }).some((key) => key !== 'generations'));

/** Run, Pause, Step, Reset, the timeline and the speed. */
export function createTransport({ getState, setState }: LabHome, ghosts: Ghosts, realData: RealData, keptRun: KeptRun): Transport {
  const become = (run: RunState) => setState({ run });

  function begin(): Run {
    keptRun.complete();
    return firstRun(getState().run, getState().draft);
  }

  function start(): void {
    ghosts.endGesture();
    if (isBehind(getState())) reset();
    const { run } = getState();
    switch (run.status) {
      case 'idle':
        return become(running(begin()));
      case 'paused':
        return become(running(run));
      case 'ended':
        return become(running({ ...run, shown: 1 }));
      case 'failed':
        return become(running({ ...branch(run, run.experiment, run.frames.length), shown: run.shown }));
    }
  }

  function pause(): void {
    ghosts.endGesture();
    const { run } = getState();
    if (run.status === 'running') become(paused(run, 'reader'));
  }

  function goTo(generation: number): void {
    pause();
    const { run } = getState();
    const here = run.status === 'idle' ? paused(begin(), 'reader') : run;
    if (here.status !== 'paused' || generation > here.experiment.generations) return;
    become(here.frames.length >= generation ? showing(here, generation) : { ...here, stepTo: generation });
  }

  function step(): void {
    pause();
    const { run } = getState();
    goTo(run.status === 'idle' ? 1 : Math.max(run.stepTo, run.shown) + 1);
  }

  function reset(): void {
    setState({ run: { status: 'idle', runId: getState().run.runId }, rescue: null });
    ghosts.clear();
    realData.ask(getState());
  }

  function show(generation: number): void {
    pause();
    const { run } = getState();
    if (run.status !== 'idle') become(showing({ ...run, stepTo: 0 }, Math.max(0, Math.min(run.frames.length, generation))));
  }

  const setSpeed = (speed: number) => setState({ speed, readersSpeed: null });

  function borrowSpeed(borrowed: number | null): void {
    const { speed, readersSpeed } = getState();
    if (borrowed !== null) setState({ speed: borrowed, readersSpeed: readersSpeed ?? speed });
    else if (readersSpeed !== null) setSpeed(readersSpeed);
  }

  return { start, pause, step, goTo, reset, show, setSpeed, borrowSpeed };
}
