import { lazy } from 'react';
import { presetOf } from '../../presets/presetOf';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { NotLoaded } from '../broken/NotLoaded';
import { Late } from '../Late';
import styles from './Published.module.css';

const BesideGpt2 = lazy(() => import('./BesideGpt2'));

/** Published curves beside the run's own, for the preset that has some. */
export function PublishedSection() {
  const preset = useLab((state) => presetOf(experimentOnScreen(state)));
  if (preset?.published !== 'gpt2') return null;
  return (
    <section className={styles.section} aria-label="GPT-2 beside this run">
      <h2>GPT-2 beside this run</h2>
      <Late failed={<NotLoaded />}>
        <BesideGpt2 preset={preset} />
      </Late>
    </section>
  );
}
