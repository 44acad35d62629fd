import { type Experiment, SCHEMA, type Settings } from '../engine/experiment';
import { settingsAt, withChange, withoutChanges, withStart } from '../engine/settings';
import { changeDraft, divide } from './draft';
import type { Ghosts } from './ghosts';
import { addNotes, remark } from './notes';
import type { RealData } from './realData';
import { rescuesInSight, whatIfFrom } from './rescue';
import { branch, inPlaceOf, paused, running, showing } from './run';
import { runOf } from './selectors';
import type { LabActions, LabHome, Run, RunState } from './state';

type Interventions = Pick<LabActions, 'change' | 'removeChanges' | 'branchHere' | 'goBackAndSave' | 'clearGhosts'>;

/** What the reader changes: settings, changes that are part of the link, and which future is gone on with. */
export function createInterventions(home: LabHome, ghosts: Ghosts, realData: RealData): Interventions {
  const { getState, setState } = home;

  function changeBefore(keys: Partial<Experiment>): void {
    setDraft(home, withStart(getState().draft, divide(keys).live), keys);
    realData.ask(getState());
  }

  function changeDuring(keys: Partial<Experiment>): void {
    const { live, others } = divide(keys);
    if (Object.keys(others).length > 0) setDraft(home, getState().draft, others);
    if (others.generations !== undefined) changeGenerations(home, others.generations);
    if (Object.keys(live).length > 0) intervene(home, ghosts, live);
    else ghosts.endGesture();
  }

  return {
    change(keys) {
      if (keys.loop?.length === 0) remark(home, 'loop', 'At least one loop has to be chosen.');
      else if (getState().run.status === 'idle') changeBefore(keys);
      else changeDuring(keys);
    },
    removeChanges(generations) {
      const { run, draft } = getState();
      if (run.status === 'idle') return setState({ draft: withoutChanges(draft, generations) });
      const from = Math.min(run.shown, run.frames.length, Math.min(...generations) - 1);
      rebranch(home, ghosts, withoutChanges(run.experiment, generations), from, (next) => inPlaceOf(run, next));
    },
    branchHere() {
      const run = runOf(getState());
      const from = whatIfFrom(getState());
      if (run && from !== null) rebranch(home, ghosts, run.experiment, from, (next) => paused(next, 'what-if'));
    },
    goBackAndSave(way = 0) {
      const run = runOf(getState());
      const rescue = rescuesInSight(getState())[way];
      if (!run || !rescue) return;
      const { experiment } = changeDraft(withChange(run.experiment, rescue.from + 1, rescue.settings), {});
      setState({ rescue: { ...rescue, future: run.runId } });
      rebranch(home, ghosts, experiment, rescue.from, running);
    },
    clearGhosts: () => ghosts.clear(),
  };
}

/** `from` with keys changed becomes the draft. */
function setDraft(home: LabHome, from: Experiment, keys: Partial<Experiment>): void {
  const { experiment, notes } = changeDraft(from, keys);
  home.setState({ draft: experiment });
  addNotes(home, notes);
}

/** A live change takes effect at the generation after the one shown. */
function intervene(home: LabHome, ghosts: Ghosts, live: Partial<Settings>): void {
  const run = runOf(home.getState());
  if (!run) return;
  const from = run.shown + 1;
  if (from > run.experiment.generations) {
    if (addGenerations(home, run.experiment.generations)) intervene(home, ghosts, live);
    return;
  }
  const inForce = settingsAt(run.experiment, from);
  if (Object.entries(live).every(([key, value]) => inForce[key as keyof Settings] === value)) return;
  // the schema's own reader checks the values
  const { experiment, notes } = changeDraft(from === 1 ? withStart(run.experiment, live) : withChange(run.experiment, from, live), {});
  addNotes(home, notes);
  if (from === 1) home.setState({ draft: { ...home.getState().draft, ...live } });
  const { run: before } = home.getState();
  const waited = before.status === 'paused' && before.why === 'what-if';
  rebranch(home, ghosts, experiment, run.shown, (next) => (waited ? running(next) : inPlaceOf(before, next)), Object.keys(live));
}

/** What is asked for behind the last generation needs more of them to show it. Returns whether there can be more. */
function addGenerations(home: LabHome, present: number): boolean {
  const generations = Math.min(SCHEMA.generations.max, 2 * present);
  if (generations === present) {
    remark(home, 'generations', `The last generation, ${generations}, is on the screen.`);
    return false;
  }
  changeGenerations(home, generations);
  home.setState({ draft: { ...home.getState().draft, generations } });
  remark(home, 'generations', `The run can go on to generation ${generations} with the new setting: press Resume.`);
  return true;
}

/** The last generation may move during a run: no number changes by it. */
function changeGenerations({ getState, setState }: LabHome, generations: number): void {
  const { run } = getState();
  if (run.status === 'idle') return;
  const next = branch(run, { ...run.experiment, generations }, Math.min(run.frames.length, generations));
  const shown = Math.min(run.shown, generations);
  setState({ run: inPlaceOf(run, { ...next, shown }) });
  if (shown >= generations) setState(({ run }) => ({ run: showing(run, shown) }));
}

/** Recompute behind `shown` as `experiment`; what lies beyond stays as a ghost. `keys`: live keys that a hand on their control is changing. */
function rebranch(
  { getState, setState }: LabHome,
  ghosts: Ghosts,
  experiment: Experiment,
  shown: number,
  become: (next: Run) => RunState,
  keys: readonly string[] = [],
): void {
  const { run, draft } = getState();
  if (run.status === 'idle') return;
  ghosts.leave(run, shown, keys);
  setState({ draft: { ...draft, changes: experiment.changes }, run: become(branch(run, experiment, shown)) });
}
