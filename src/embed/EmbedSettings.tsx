import { LiveSliders, StartSliders } from '../ui/controls/LoopSliders';
import { Speed } from '../ui/controls/Speed';
import { Setting } from '../ui/view/Setting';
import { useControl } from '../ui/view/viewStore';
import styles from './EmbedApp.module.css';

/** The sliders that act on the running loop, and the few others that a reader of an article looks for. */
export function EmbedSettings() {
  const access = useControl('controls');
  if (access === 'hidden') return null;
  return (
    <details className={styles.settings} data-off-paper>
      <summary>Settings</summary>
      <section className={styles.sliders} aria-label="Controls">
        <Setting name="controls">
          <LiveSliders />
          <StartSliders />
        </Setting>
        <Setting name="speed">
          <Speed />
        </Setting>
      </section>
    </details>
  );
}
