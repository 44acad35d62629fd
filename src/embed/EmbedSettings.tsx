import { SCHEMA } from '../engine/experiment';
import { experimentOnScreen } from '../store/selectors';
import { useLab } from '../store/useLab';
import { KeySlider } from '../ui/controls/KeySlider';
import { Speed } from '../ui/controls/Speed';
import { lookOf, REAL } from '../ui/palette';
import styles from './EmbedApp.module.css';

/** The sliders that act on the running loop, and the few others that a reader of an article looks for. */
export function EmbedSettings() {
  const fresh = useLab((state) => SCHEMA.real.applies(experimentOnScreen(state)));
  return (
    <details className={styles.settings}>
      <summary>Settings</summary>
      <section className={styles.sliders} aria-label="Controls">
        {fresh && <KeySlider of="real" colour={lookOf('fresh-data').colour} />}
        <KeySlider of="synthetic" />
        <KeySlider of="bias" />
        <KeySlider of="initialReal" colour={REAL.colour} />
        <KeySlider of="generations" />
        <Speed />
      </section>
    </details>
  );
}
