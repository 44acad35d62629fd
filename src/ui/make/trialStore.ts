import { createStore } from 'zustand/vanilla';
import type { Expected, Sheet } from '../../lessons/expected';
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

/** Reads a seed off that is there as a whole: one at a time, so that no stretch of work is long. */
function look(): void {
  isWaiting = false;
  const { trial, sheets, isComputing } = trialStore.getState();
  if (!trial || !isComputing) return;
  const problem = [...ahead.runs.getState().runs.values()].find((run) => run.problem !== null)?.problem;
  if (problem) {
    stopTrial();
    return trialStore.setState({ problem });
  }
  for (const seed of trial.bySeed.keys()) {
    const sheet = sheets.has(seed) ? null : sheetAt(trial, seed, wholeRun);
    if (!sheet) continue;
    take(trial, new Map(sheets).set(seed, sheet));
    return lookSoon();
  }
}

function take(trial: Trial, sheets: ReadonlyMap<number, Sheet>): void {
  const outcome = outcomeOf(trial, sheets);
  trialStore.setState({ sheets, outcome, isComputing: outcome === null, holds: outcome ? holdsIn(trial, sheets) : 0 });
  if (outcome) ahead.clear();
}

let isWaiting = false;
let whole = 0;

function lookSoon(): void {
  if (isWaiting) return;
  isWaiting = true;
  setTimeout(look);
}

/** Only where a run has ended, or broken: most news of a run is of its next generation. */
ahead.runs.subscribe(({ runs }) => {
  let now = 0;
  for (const { isWhole, problem } of runs.values()) if (isWhole || problem !== null) now++;
  if (now !== whole && now > 0) lookSoon();
  whole = now;
});

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
