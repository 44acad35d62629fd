import type { SweepPlan } from '../../engine/sweepPlan';
import { seconds } from '../../format';
import { type MapRuns, mapRuns, sizeOf } from '../../store/maps';
import { workersHere } from '../../store/workers';
import { SideProgress } from '../progress/SideProgress';
import { secondsOf } from './mapChoice';
import { progressWords } from './mapWords';

/** What takes longer is asked for twice. */
const LONG_SECONDS = 120;

const estimateOf = (plan: SweepPlan): number => secondsOf(plan) / workersHere();

export const isSoon = (plan: SweepPlan): boolean => estimateOf(plan) <= LONG_SECONDS;

export function MapProgress({ runs }: { runs: MapRuns }) {
  const { plan, cells, isComputing, problem } = runs;
  const all = sizeOf(plan);
  const asks = !isComputing && cells.size === 0 && !isSoon(plan);
  return (
    <SideProgress
      name="Squares computed"
      done={cells.size}
      all={all}
      words={asks ? `${all} squares take about ${seconds(estimateOf(plan))} here. Closing this stops them.` : progressWords(runs)}
      isComputing={isComputing}
      problem={problem}
      begin="Draw it"
      onGo={mapRuns.compute}
      onStop={mapRuns.stop}
    />
  );
}
