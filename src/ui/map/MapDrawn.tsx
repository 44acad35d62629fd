import { useMemo, useState } from 'react';
import type { MetricDescription } from '../../engine/descriptions';
import type { Experiment } from '../../engine/experiment';
import { printQuery } from '../../engine/experimentText';
import { printPairs } from '../../engine/query';
import { type Cell, cellsOf, experimentOf, type SweepPlan } from '../../engine/sweepPlan';
import { labStore } from '../../store/labStore';
import { type MapRuns, sizeOf } from '../../store/maps';
import { playPairs } from '../../store/playKeys';
import { closeDialog } from '../dialogs/openDialog';
import { boundaryOf } from './boundary';
import styles from './Map.module.css';
import { MapPicture } from './MapPicture';
import { MapPlaces } from './MapPlaces';
import { MapProgress } from './MapProgress';
import { MapReadout } from './MapReadout';
import { BOUNDARY_WORDS } from './mapWords';

/** The place nearest to the experiment's own values. */
function nearestTo(experiment: Experiment, { x, y }: SweepPlan): number {
  const nearest = ({ key, values }: SweepPlan['x']) => {
    const own = Number(experiment[key]);
    return values.reduce((best, value, at) => (Math.abs(value - own) < Math.abs(values[best] - own) ? at : best), 0);
  };
  return nearest(y) * x.values.length + nearest(x);
}

/** Leads to the run of a square, up to the generation that the map shows. */
function openRun(plan: SweepPlan, cell: Cell, scores: readonly string[]): void {
  const experiment = { ...experimentOf(plan, cell), scores: [...new Set([...scores, ...plan.experiment.scores])] };
  const { speed, openLink } = labStore.getState();
  closeDialog();
  openLink([printQuery(experiment), printPairs(playPairs({ speed, at: experiment.generations }))].join('&'));
}

interface MapDrawnProps {
  readonly runs: MapRuns;
  readonly metric: MetricDescription;
  readonly experiment: Experiment;
  readonly em: number;
}

/** The map, and the square that is looked at. */
export function MapDrawn({ runs, metric, experiment, em }: MapDrawnProps) {
  const { plan } = runs;
  const [chosen, setLooked] = useState<number | null>(null);
  const looked = chosen !== null && chosen < sizeOf(plan) ? chosen : nearestTo(experiment, plan);
  const boundary = useMemo(() => boundaryOf(plan), [plan]);
  const open = (cell: Cell) => openRun(plan, cell, experiment.scores);
  return (
    <>
      <div className={styles.map}>
        <MapProgress runs={runs} />
        <MapPicture
          runs={runs}
          metric={metric}
          boundary={boundary}
          looked={looked}
          em={em}
          onLook={setLooked}
          onOpen={(at) => open(cellsOf(plan)[at])}
        />
        <MapPlaces plan={plan} looked={looked} onLook={setLooked} />
        {boundary && <p className="mute">{BOUNDARY_WORDS}</p>}
      </div>
      <MapReadout runs={runs} metric={metric} at={looked} em={em} onOpen={open} />
    </>
  );
}
