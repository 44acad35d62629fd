import { planarModes, pointsDataset } from './points';

const STEPS = [-2, -1, 0, 1, 2] as const;

/** MAD App. B.2: 25 modes at {-2..2}², sigma .05. */
export const grid = pointsDataset('grid', {
  density: () =>
    planarModes(
      STEPS.flatMap((y) => STEPS.map((x) => [x, y] as const)),
      0.05,
    ),
});
