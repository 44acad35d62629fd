import { lazy } from 'react';
import type { Brief } from '../../presets/preset';
import { presetId } from '../../presets/presetId';
import { useLab } from '../../store/useLab';
import { NotLoaded } from '../broken/NotLoaded';
import { openDialog } from '../dialogs/openDialog';
import buttons from '../forms/Buttons.module.css';
import { Late } from '../Late';
import { Control } from '../view/Control';
import { isBeside, openPair, pairAddress } from './openPreset';
import styles from './PresetNote.module.css';
import { dismissPreset, usePresetOnScreen } from './presetOnScreen';

// its numbers are many, and most links are no published preset
const PresetFacts = lazy(() => import('./PresetFacts'));

/** The way to what is seen best beside a preset, as long as it is not there. */
function Pair({ preset }: { preset: Brief }) {
  const isThere = useLab((state) => isBeside(state, preset));
  const address = pairAddress(preset);
  if (address === null || isThere) return null;
  return (
    <Control name="compare">
      <a data-off-paper className={styles.own} href={address} onClick={(event) => openPair(event, preset)}>
        Open beside {preset.beside?.words}
      </a>{' '}
    </Control>
  );
}

/** What to look for in the preset on the screen; goes when the experiment is no longer the preset's. */
export function PresetNote() {
  const preset = usePresetOnScreen();
  if (!preset) return null;
  const { title, look, published, map } = preset;
  return (
    <section className={styles.note} aria-label="Preset">
      <p>
        <strong>{title}.</strong> {look} <Pair preset={preset} />
        {map !== undefined && (
          <Control name="compare">
            <button type="button" data-off-paper className={`textButton ${styles.own}`} onClick={() => openDialog('map', map)}>
              Draw its map
            </button>{' '}
          </Control>
        )}
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
          <Late failed={<NotLoaded />}>
            <PresetFacts preset={preset} />
          </Late>
        </details>
      )}
    </section>
  );
}
