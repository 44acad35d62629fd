import { lazy } from 'react';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { NotLoaded } from '../broken/NotLoaded';
import { Late } from '../Late';
import { areTreated } from './areTreated';
import styles from './Treatments.module.css';

const Treatments = lazy(() => import('./Treatments'));

/** The verdict on treatments side by side; nothing where there are none. */
export function TreatmentsSection() {
  const isShown = useLab((state) => areTreated(experimentOnScreen(state)));
  if (!isShown) return null;
  return (
    <section className={styles.treatments} aria-label="Which treatment held">
      <h2>Which treatment held</h2>
      <Late failed={<NotLoaded />}>
        <Treatments />
      </Late>
    </section>
  );
}
