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

export const ring = pointsDataset({
  id: 'ring',
  name: 'Ring',
  summary: 'Eight equal clusters on a circle.',
  components: MODES,
  modes: MODES,
  density: () => planarModes(centres, SIGMA),
});

export const longTail = pointsDataset({
  id: 'long-tail',
  name: 'Long tail',
  summary: 'The same ring, but each cluster, clockwise from the top, is half as common as the one before.',
  components: MODES,
  modes: MODES,
  density: () =>
    planarModes(
      centres,
      SIGMA,
      centres.map((_, m) => 1 / (1 << m)),
    ),
});
