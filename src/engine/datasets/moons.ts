import cos from '@stdlib/math-base-special-cos';
import sin from '@stdlib/math-base-special-sin';
import { curveModes, curveSampler, pointsDataset } from './points';

const SIGMA = 0.08;

/** The geometry of scikit-learn's make_moons, shifted by (-1/2, -1/4) so that it is centred on the origin. */
const arcs = [
  (u: number) => [cos(Math.PI * u) - 0.5, sin(Math.PI * u) - 0.25] as const,
  (u: number) => [0.5 - cos(Math.PI * u), 0.25 - sin(Math.PI * u)] as const,
];

export const moons = pointsDataset('moons', {
  density: () => curveModes(arcs, SIGMA, 128),
  draw: curveSampler(arcs, SIGMA),
});
