import { presetOf } from '../presets/presetOf';
import { experimentOnScreen } from '../store/selectors';
import { useLab } from '../store/useLab';
import styles from './EmbedApp.module.css';

/** What the figure shows: the preset's own words, as long as it is one. */
export function EmbedTitle() {
  const preset = useLab((state) => presetOf(experimentOnScreen(state)));
  return (
    <header>
      <h1 className={styles.title}>{preset?.title ?? 'What happens when AI trains on AI?'}</h1>
      {preset && <p className={styles.look}>{preset.look}</p>}
    </header>
  );
}
