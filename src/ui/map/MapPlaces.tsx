import type { CSSProperties } from 'react';
import type { SweepPlan } from '../../engine/sweepPlan';
import { number } from '../../format';
import sliders from '../forms/Slider.module.css';
import styles from './Map.module.css';
import { numberSpec } from './mapChoice';

interface MapPlacesProps {
  readonly plan: SweepPlan;
  readonly looked: number;
  readonly onLook: (at: number) => void;
}

/** For the keyboard: the square that is looked at, by its two settings. */
export function MapPlaces({ plan: { x, y }, looked, onLook }: MapPlacesProps) {
  const columns = x.values.length;
  const [column, row] = [looked % columns, Math.floor(looked / columns)];
  const sides = [
    { ...x, place: column, at: (place: number) => row * columns + place },
    { ...y, place: row, at: (place: number) => place * columns + column },
  ];
  return (
    <div className={styles.places}>
      {sides.map(({ key, values, place, at }) => (
        <label key={key}>
          <span aria-hidden="true">
            {numberSpec(key).label} <strong>{number(values[place])}</strong>
          </span>
          <input
            type="range"
            className={`${sliders.range} ${sliders.railed}`}
            style={{ '--part': place / (values.length - 1) } as CSSProperties}
            min={0}
            max={values.length - 1}
            value={place}
            aria-label={numberSpec(key).label}
            aria-valuetext={number(values[place])}
            onChange={(event) => onLook(at(event.target.valueAsNumber))}
          />
        </label>
      ))}
    </div>
  );
}
