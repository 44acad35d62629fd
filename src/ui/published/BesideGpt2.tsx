import { useMemo, useRef } from 'react';
import { isSameExperiment, parseQuery } from '../../engine/experimentText';
import { GPT2_DIFFERS, GPT2_SOURCE } from '../../presets/gpt2';
import type { Brief } from '../../presets/preset';
import type { Kept } from '../../store/state';
import charts from '../charts/Charts.module.css';
import { useChartSnapshot } from '../charts/useChartSnapshot';
import { useLook } from '../useLook';
import { BesideChart } from './BesideChart';
import { MEASURES, SCORES } from './measures';
import styles from './Published.module.css';

/** Rounds 0 to 4. */
const ROUNDS = 5;

/** The kept run, where it is what stands best beside the preset; of any seed. */
function halfOf(kept: Kept | null, { beside }: Brief): Kept['frames'] {
  if (!kept || !beside) return [];
  const { experiment } = parseQuery(beside.query);
  const { seed, replicates, generations, backend } = kept.experiment;
  return isSameExperiment({ ...experiment, seed, replicates, generations, backend }, kept.experiment) ? kept.frames : [];
}

/** GPT-2's published curves and this run's in one chart each, and what keeps them from being the same. */
export default function BesideGpt2({ preset }: { preset: Brief }) {
  const section = useRef<HTMLDivElement>(null);
  const { snapshot } = useChartSnapshot(section);
  useLook(SCORES);
  const { frames, kept, experiment } = snapshot;
  const half = useMemo(() => halfOf(kept, preset), [kept, preset]);
  const ours = useMemo(() => ({ run: frames, half }), [frames, half]);
  const generations = Math.max(ROUNDS, experiment.generations);
  return (
    <div ref={section} className={styles.beside}>
      <p className={styles.words}>
        Dashed with hollow signs: GPT-2, as published. Solid: {frames.length === 0 ? 'this run, once you start it' : 'this run'}. In percent: how much
        of each training set is fresh real text; 0&nbsp;% replaces everything.
        {half.length === 0 && ' Our 50\u00a0% stands here once it is opened beside, by the preset’s link above.'}
      </p>
      <div className={charts.charts}>
        {MEASURES.map((measure) => (
          <BesideChart key={measure.id} measure={measure} ours={ours} generations={generations} />
        ))}
      </div>
      <h3>What differs</h3>
      <ul className={styles.differs}>
        {GPT2_DIFFERS.map((difference) => (
          <li key={difference}>{difference}</li>
        ))}
      </ul>
      <p className={styles.words}>
        Order and direction are what can be compared, not values. Source: <a href={GPT2_SOURCE.address}>{GPT2_SOURCE.words}</a>, read in{' '}
        <a href={GPT2_SOURCE.file}>{GPT2_SOURCE.name}</a>.
      </p>
    </div>
  );
}
