import type { CSSProperties } from 'react';
import { useStore } from 'zustand';
import sliders from '../forms/Slider.module.css';
import styles from './Listening.module.css';
import { listenStore } from './listenStore';

const percent = (volume: number) => `${Math.round(100 * volume)}\u00a0%`;

/** How loud all is that is heard here. */
export function Volume() {
  const volume = useStore(listenStore, (state) => state.volume);
  return (
    <label className={styles.volume}>
      Volume
      <input
        type="range"
        className={`${sliders.range} ${sliders.railed}`}
        style={{ '--part': volume } as CSSProperties}
        min={0}
        max={1}
        step={0.05}
        value={volume}
        aria-valuetext={percent(volume)}
        onChange={(event) => listenStore.setState({ volume: event.target.valueAsNumber })}
      />
    </label>
  );
}
