import { SCHEMA } from '../engine/experiment';
import { experimentOnScreen } from '../store/selectors';
import { useLab } from '../store/useLab';
import { KeySlider } from '../ui/controls/KeySlider';
import { Speed } from '../ui/controls/Speed';
import { lookOf, REAL } from '../ui/palette';
import { Control } from '../ui/view/Control';
import { useControl } from '../ui/view/viewStore';
import styles from './EmbedApp.module.css';

/** The sliders that act on the running loop, and the few others that a reader of an article looks for. */
export function EmbedSettings() {
  const fresh = useLab((state) => SCHEMA.real.applies(experimentOnScreen(state)));
  const access = useControl('controls');
  if (access === 'hidden') return null;
  return (
    <details className={styles.settings} data-off-paper>
      <summary>Settings</summary>
      <section className={styles.sliders} aria-label="Controls">
        <Control name="controls">
          {fresh && (
            <Control name="real">
              <KeySlider of="real" colour={lookOf('fresh-data').colour} />
            </Control>
          )}
          <Control name="synthetic">
            <KeySlider of="synthetic" />
          </Control>
          <Control name="bias">
            <KeySlider of="bias" />
          </Control>
          <Control name="initialReal">
            <KeySlider of="initialReal" colour={REAL.colour} />
          </Control>
          <Control name="generations">
            <KeySlider of="generations" />
          </Control>
        </Control>
        <Control name="speed">
          <Speed />
        </Control>
      </section>
    </details>
  );
}
