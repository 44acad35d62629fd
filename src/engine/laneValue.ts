import { METRICS } from './metrics/about';
import type { LaneResult } from './results';
import { truths } from './truths';

const SCORES: ReadonlySet<string> = new Set(METRICS.map(({ id }) => id));
const NAMES: ReadonlyMap<string, string> = new Map(truths.map((truth) => [truth.id, 'of' in truth ? truth.of : truth.id]));

export const isScore = (id: string): boolean => SCORES.has(id);

/** Under which name an exact value stands in `truth` and in `theory`: a score may have the same. */
export const truthName = (id: string): string => NAMES.get(id) ?? id;

/** A score, or an exact value, of a lane; undefined where it was not computed. No exact value stands for a score of its name. */
export const laneValue = ({ scores, truth }: Pick<LaneResult, 'scores' | 'truth'>, id: string): number | null | undefined =>
  isScore(id) ? scores[id] : truth[truthName(id)];
