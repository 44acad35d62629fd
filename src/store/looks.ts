import { catalogue } from '../engine/catalogue';
import { kindOf } from '../engine/chosen';
import { computedScores } from '../engine/cures';
import type { Experiment } from '../engine/experiment';
import type { Frame } from '../results/frame';
import { experimentOnScreen } from './selectors';
import type { LabHome, LabState } from './state';

type Looks = LabState['looks'];

/** All scores: for a file, or a host. */
export const ALL_SCORES: readonly string[] = catalogue.metrics.map(({ id }) => id);

/**
 * The scores of an experiment that somebody looks at (MODEL.md): those that a link names, those that sentences read, and those that parts of the
 * page show. A link that names all names none.
 */
function lookedAt(experiment: Experiment, looks: Looks): readonly string[] {
  const kind = kindOf(experiment).id;
  const isNamed = experiment.scores.length < ALL_SCORES.length;
  const computed = computedScores(experiment);
  return catalogue.metrics
    .filter(({ id, kinds, isTold }) => computed.includes(id) && kinds.includes(kind) && (isNamed || isTold || looks.some((ids) => ids.includes(id))))
    .map(({ id }) => id);
}

const known = new WeakMap<Experiment, { readonly looks: Looks; readonly scores: readonly string[] }>();

/** The same, always the same list as long as it holds the same. */
export function scoresOf(experiment: Experiment, looks: Looks): readonly string[] {
  const before = known.get(experiment);
  if (before?.looks === looks) return before.scores;
  const now = lookedAt(experiment, looks);
  const scores = before?.scores.join() === now.join() ? before.scores : now;
  known.set(experiment, { looks, scores });
  return scores;
}

/** Of the experiment on the screen. */
export const scoresLookedAt = (lab: Pick<LabState, 'run' | 'draft' | 'looks'>): readonly string[] => scoresOf(experimentOnScreen(lab), lab.looks);

/** Of these scores those that a generation is without, neither a value nor a reason. */
export function scoresMissing(frames: readonly Frame[], scores: readonly string[]): readonly string[] {
  return scores.filter((id) => frames.some(({ lanes }) => lanes.length > 0 && !(id in lanes[0].scores)));
}

/** Looks at scores until it is told to look away. */
export const lookWith =
  ({ setState }: Pick<LabHome, 'setState'>) =>
  (scores: readonly string[]): (() => void) => {
    const entry = [...scores];
    setState(({ looks }) => ({ looks: [...looks, entry] }));
    return () => setState(({ looks }) => ({ looks: looks.filter((other) => other !== entry) }));
  };
