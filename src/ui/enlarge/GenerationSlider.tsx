import type { CSSProperties } from 'react';
import { labStore } from '../../store/labStore';
import sliders from '../forms/Slider.module.css';
import { useControl } from '../view/viewStore';
import styles from './Enlarge.module.css';

/** The timeline once more, for the keyboard: what it shows is shown on the page as well. */
export function GenerationSlider({ computed, shown }: { computed: number; shown: number }) {
  if (useControl('timeline') !== 'shown') return null;
  const last = Math.max(2, computed);
  return (
    <input
      type="range"
      className={`${sliders.range} ${sliders.railed} ${styles.slider}`}
      style={{ '--part': (shown - 1) / (last - 1) } as CSSProperties}
      min={1}
      max={last}
      value={shown}
      disabled={computed < 2}
      aria-label="Generation"
      aria-valuetext={`generation ${shown} of ${computed} computed`}
      onChange={(event) => labStore.getState().show(Math.min(computed, event.target.valueAsNumber))}
    />
  );
}
