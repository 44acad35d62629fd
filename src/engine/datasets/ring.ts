import cos from '@stdlib/math-base-special-cos';
import sin from '@stdlib/math-base-special-sin';
import { planarModes, pointsDataset } from './points';

const MODES = 8;
const RADIUS = 2;
const SIGMA = 0.2;

/** Eight places on a circle, the first at the top, clockwise. */
const centres = Array.from({ length: MODES }, (_, m) => {
  const angle = (2 * Math.PI * m) / MODES;
  return [RADIUS * sin(angle), RADIUS * cos(angle)] as const;
});

export const ring = pointsDataset('ring', {
  density: () => planarModes(centres, SIGMA),
});

export const longTail = pointsDataset('long-tail', {
  density: () =>
    planarModes(
      centres,
      SIGMA,
      centres.map((_, m) => 1 / (1 << m)),
    ),
});
