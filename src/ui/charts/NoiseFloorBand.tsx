import { type Axis, heightOn } from './axis';
import styles from './Charts.module.css';
import type { Geometry } from './geometry';
import type { NoiseBand } from './series';

/** Thinner than this a band is not seen, px. */
const THINNEST = 2;

/** The noise floor, behind the lines. */
export function NoiseFloorBand({ band, axis, geometry }: { band: NoiseBand; axis: Axis; geometry: Geometry }) {
  const { width, height, left, right, top, bottom } = geometry;
  const floor = height - bottom;
  const toY = (value: number) => floor - heightOn(axis, value) * (floor - top);
  const upper = Math.min(toY(band.high), floor - THINNEST);
  return (
    <svg className={styles.overlay} width={width} height={height} aria-hidden="true">
      <rect
        className={styles.noise}
        data-noise={`${band.low} ${band.high}`}
        x={left}
        y={upper}
        width={Math.max(0, width - left - right)}
        height={Math.max(THINNEST, toY(band.low) - upper)}
      />
    </svg>
  );
}
