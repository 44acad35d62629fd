import { createStore } from 'zustand/vanilla';
import type { Expected, Sheet } from '../../lessons/expected';
import { seedOf } from '../../lessons/lessonRuns';
import type { Draft } from '../../lessons/make/draft';
import { holdsIn, outcomeOf, sheetAt, type Trial, trialOf } from '../../lessons/make/trial';
import { createAheadRuns } from '../../store/aheadRuns';

interface TrialState {
  /** the step that is tried, of the draft as it was then */
  readonly step: string | null;
  readonly draft: Draft | null;
  readonly trial: Trial | null;
  readonly sheets: ReadonlyMap<number, Sheet>;
  readonly outcome: Expected | null;
  /** in how many seeds all of it holds */
  readonly holds: number;
  readonly isComputing: boolean;
  readonly problem: string | null;
}

const NOTHING: TrialState = {
  step: null,
  draft: null,
  trial: null,
  sheets: new Map(),
  outcome: null,
  holds: 0,
  isComputing: false,
  problem: null,
};

export const trialStore = createStore<TrialState>(() => NOTHING);

/** In workers of their own: the page stays as quick as it is. */
const ahead = createAheadRuns(['noise']);

const wholeRun = (key: string) => {
  const run = ahead.runs.getState().runs.get(key);
  return run?.isWhole ? run : null;
};

/** Reads off what is there; a seed at a time is written down, and its runs are never read again. */
function look(): void {
  const { trial, sheets, isComputing } = trialStore.getState();
  if (!trial || !isComputing) return;
  const problem = [...ahead.runs.getState().runs.values()].find((run) => run.problem !== null)?.problem;
  if (problem) {
    stopTrial();
    return trialStore.setState({ problem });
  }
  const now = new Map(sheets);
  for (const seed of new Set([seedOf(trial.plan.lesson), ...trial.seeds])) {
    const sheet = now.has(seed) ? null : sheetAt(trial, seed, wholeRun);
    if (sheet) now.set(seed, sheet);
  }
  if (now.size === sheets.size) return;
  const outcome = outcomeOf(trial, now);
  trialStore.setState({ sheets: now, outcome, isComputing: outcome === null, holds: outcome ? holdsIn(trial, now) : 0 });
  if (outcome) ahead.clear();
}
ahead.runs.subscribe(look);

/** Runs a step with so many seeds, from 1 on. */
export function tryOver(draft: Draft, step: string, count: number): void {
  ahead.clear();
  let trial: Trial | null = null;
  let problem: string | null = null;
  try {
    trial = trialOf(draft, step, count);
    if (!trial) problem = 'Nothing here is decided by runs: add a prediction, an observation or a claim about what runs.';
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  trialStore.setState({ ...NOTHING, step, draft, trial, problem, isComputing: trial !== null });
  if (trial) ahead.have(trial.runs);
}

/** What is computed so far is of no use. */
export function stopTrial(): void {
  ahead.clear();
  trialStore.setState({ isComputing: false });
}

export function forgetTrial(): void {
  ahead.clear();
  trialStore.setState(NOTHING);
}
