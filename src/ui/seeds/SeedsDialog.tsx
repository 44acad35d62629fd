import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { MetricDescription } from '../../engine/descriptions';
import { seconds } from '../../format';
import { labStore } from '../../store/labStore';
import { missingOf, type SeedRuns, seedRuns, seedsOf } from '../../store/seedRuns';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { workersHere } from '../../store/workers';
import { axisOf } from '../charts/axis';
import { extentOf } from '../charts/extent';
import { aspectWords } from '../charts/summary';
import { Dialog } from '../dialogs/Dialog';
import { SideProgress } from '../progress/SideProgress';
import { firstScore } from '../stage/firstScore';
import { estimateSeconds } from '../text/estimate';
import { useTheme } from '../theme';
import { useWidth } from '../useSize';
import { SeedRow } from './SeedRow';
import styles from './Seeds.module.css';
import { SeedTable } from './SeedTable';
import { aboutWords, loopSeeds, progressWords } from './seedWords';

/** What takes longer is asked for twice. */
const LONG_SECONDS = 120;

const estimateOf = (runs: SeedRuns) => (missingOf(runs).length * estimateSeconds(runs.experiment, labStore.getState().badge, 1)) / workersHere();

function Progress({ runs }: { runs: SeedRuns }) {
  const all = seedsOf(runs.experiment).length;
  const done = all - missingOf(runs).length;
  const long = estimateOf(runs);
  const asks = !runs.isComputing && done === 0 && long > LONG_SECONDS;
  return (
    <SideProgress
      name="Runs computed"
      done={done}
      all={all}
      words={asks ? `${all} runs take about ${seconds(long)} here. Closing this stops them.` : progressWords(runs)}
      isComputing={runs.isComputing}
      problem={runs.problem}
      begin="Compute them"
      onGo={seedRuns.compute}
      onStop={seedRuns.stop}
    />
  );
}

function Picture({ runs, metric }: { runs: SeedRuns; metric: MetricDescription }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const em = useTheme() === 'projector' ? 24 : 13;
  const { loop: loops, seed } = runs.experiment;
  const rows = loops.map((loop) => ({ loop, seeds: loopSeeds(runs, loop) }));
  const axis = axisOf(
    metric,
    extentOf(rows.flatMap(({ seeds: { values, yours } }) => [...values.map(([, value]) => value), ...(yours === null ? [] : [yours])])),
  );
  return (
    <div ref={box} className={styles.picture} style={{ fontSize: em }}>
      {width > 0 &&
        rows.map((row, at) => <SeedRow key={row.loop} {...row} yours={seed} axis={axis} width={width} em={em} isLast={at === rows.length - 1} />)}
    </div>
  );
}

/** The experiment on the screen over thirty seeds, in one picture with yours marked. */
export default function SeedsDialog() {
  const experiment = useLab(experimentOnScreen);
  const metric = firstScore(experiment);
  const runs = useStore(seedRuns.store);

  useEffect(() => {
    if (!metric) return;
    seedRuns.open(experiment, metric.id);
    const opened = seedRuns.store.getState();
    if (opened && estimateOf(opened) <= LONG_SECONDS) seedRuns.compute();
    return seedRuns.stop;
  }, [experiment, metric]);

  const isHere = runs !== null && runs.score === metric?.id;
  return (
    <Dialog title="Thirty seeds in one picture" width="wide">
      {!metric && <p>This experiment computes no score to draw.</p>}
      {metric && isHere && (
        <>
          <p>{aboutWords(experiment, metric.name, experiment.generations, experiment.replicates)}</p>
          <p className="mute">
            {[metric.name, aspectWords(metric)].filter((words) => words !== '').join(' · ')}. The run on the screen is not touched.
          </p>
          <Progress runs={runs} />
          <Picture runs={runs} metric={metric} />
          <details>
            <summary>As a table</summary>
            <SeedTable runs={runs} name={metric.name} />
          </details>
        </>
      )}
    </Dialog>
  );
}
