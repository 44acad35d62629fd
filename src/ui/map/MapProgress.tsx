import type { SweepPlan } from '../../engine/sweepPlan';
import { seconds } from '../../format';
import { type MapRuns, mapRuns, sizeOf } from '../../store/maps';
import { workersHere } from '../../store/workers';
import buttons from '../forms/Buttons.module.css';
import styles from './Map.module.css';
import { secondsOf } from './mapChoice';
import { progressWords } from './mapWords';

/** What takes longer is asked for twice. */
const LONG_SECONDS = 120;

const estimateOf = (plan: SweepPlan): number => secondsOf(plan) / workersHere();

export const isSoon = (plan: SweepPlan): boolean => estimateOf(plan) <= LONG_SECONDS;

/** How far it is, and a button that stops it or goes on. */
export function MapProgress({ runs }: { runs: MapRuns }) {
  const all = sizeOf(runs.plan);
  const done = runs.cells.size;
  const asks = !runs.isComputing && done === 0 && !isSoon(runs.plan);
  return (
    <div className={styles.progress}>
      <progress max={all} value={done} aria-label="Squares computed" />
      <p role="status">{asks ? `${all} squares take about ${seconds(estimateOf(runs.plan))} here. Closing this stops them.` : progressWords(runs)}</p>
      {done < all && (
        <button type="button" className={buttons.quiet} onClick={runs.isComputing ? mapRuns.stop : mapRuns.compute}>
          {runs.isComputing ? 'Stop' : done === 0 ? 'Draw it' : 'Go on'}
        </button>
      )}
      {runs.problem !== null && <p role="alert">{runs.problem}</p>}
    </div>
  );
}
