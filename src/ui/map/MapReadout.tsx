import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { MetricDescription } from '../../engine/descriptions';
import { type Cell, cellsOf, experimentOf } from '../../engine/sweepPlan';
import { number } from '../../format';
import { type CellRun, type MapRuns, mapRuns } from '../../store/maps';
import buttons from '../forms/Buttons.module.css';
import { CellCurve } from './CellCurve';
import styles from './Map.module.css';
import { isSoon } from './MapProgress';
import { numberSpec } from './mapChoice';
import { reasonOf, statsOf } from './mapValues';
import { valueWords } from './mapWords';

/** A pointer on its way elsewhere asks for no run. */
const REST_MS = 150;

function runWords(name: string, run: CellRun | null, generations: number): string {
  if (run && run.problem !== null) return run.problem;
  const computed = run?.frames.length ?? 0;
  return computed < generations ? `Its run is computed: generation ${computed} of ${generations}.` : `${name} over the generations of its run.`;
}

interface MapReadoutProps {
  readonly runs: MapRuns;
  readonly metric: MetricDescription;
  /** the square that is looked at, by its place */
  readonly at: number;
  readonly em: number;
  readonly onOpen: (cell: Cell) => void;
}

/** One square: its settings, its value, the curve of its run, and the way to it. */
export function MapReadout({ runs: { plan, cells }, metric, at, em, onOpen }: MapReadoutProps) {
  const run = useStore(mapRuns.run);
  const values = cells.get(at);
  // one that takes long, or has data to fetch, is asked for with its map
  const isWanted = values !== undefined || isSoon(plan);
  useEffect(() => {
    if (!isWanted) return;
    const timer = setTimeout(() => mapRuns.look(at), REST_MS);
    return () => clearTimeout(timer);
  }, [at, isWanted]);
  const cell = cellsOf(plan)[at];
  const { generations, replicates } = plan.experiment;
  const stats = values ? statsOf(values) : null;
  const frames = run?.cell === at ? run.frames : [];
  return (
    <section className={styles.readout} aria-label="The square looked at">
      <dl className={styles.settings}>
        {[
          [plan.x.key, cell.x],
          [plan.y.key, cell.y],
        ].map(([key, value]) => (
          <div key={key}>
            <dt>{numberSpec(key as typeof plan.x.key).label}</dt>
            <dd>{number(value as number)}</dd>
          </div>
        ))}
        <div>
          <dt>
            {metric.name}, generation {generations}
          </dt>
          <dd>
            <span role="status">{stats ? valueWords(stats, replicates) : values ? `no value: ${reasonOf(values)}` : 'not computed yet'}</span>
          </dd>
        </div>
      </dl>
      <CellCurve experiment={experimentOf(plan, cell)} metric={metric} frames={frames} em={em} />
      <p className="mute">{isWanted && runWords(metric.name, run?.cell === at ? run : null, generations)}</p>
      <button type="button" className={buttons.quiet} onClick={() => onOpen(cell)}>
        Open this run
      </button>
    </section>
  );
}
