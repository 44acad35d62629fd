import cos from '@stdlib/math-base-special-cos';
import sin from '@stdlib/math-base-special-sin';
import { curveModes, curveSampler, pointsDataset } from './points';

const SIGMA = 0.05;
const TURNS = 1.5;
const RADIUS = 2;

/** An Archimedean arm; the square root spreads its points about evenly along it. */
const arm = (sign: 1 | -1) => (u: number) => {
  const along = Math.sqrt(u);
  const angle = 2 * Math.PI * TURNS * along;
  return [sign * RADIUS * along * cos(angle), sign * RADIUS * along * sin(angle)] as const;
};
const arms = [arm(1), arm(-1)];

export const spiral = pointsDataset('spiral', {
  density: () => curveModes(arms, SIGMA, 512),
  draw: curveSampler(arms, SIGMA),
});
