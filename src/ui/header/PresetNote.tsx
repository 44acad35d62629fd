import { presetId } from '../../presets/presetId';
import buttons from '../forms/Buttons.module.css';
import { PresetFacts } from './PresetFacts';
import styles from './PresetNote.module.css';
import { dismissPreset, usePresetOnScreen } from './presetOnScreen';

/** What to look for in the preset on the screen; goes when the experiment is no longer the preset's. */
export function PresetNote() {
  const preset = usePresetOnScreen();
  if (!preset) return null;
  const { title, look, published } = preset;
  return (
    <section className={styles.note} aria-label="Preset">
      <p>
        <strong>{title}.</strong> {look}{' '}
        {location.protocol !== 'file:' && (
          <a data-off-paper className={styles.own} href={`preset/${presetId(preset)}/`} target="_blank" rel="noopener">
            Page of this preset, to print or share
          </a>
        )}
      </p>
      <button type="button" className={buttons.close} aria-label="Dismiss" title="Dismiss" onClick={() => dismissPreset(preset)}>
        ×
      </button>
      {published && (
        <details key={title}>
          <summary>What is known, and what we measured</summary>
          <PresetFacts published={published} />
        </details>
      )}
    </section>
  );
}
