/** Real points in Python: what draws them, and where their modes are. */
import { bandwidthOf } from '../../engine/bandwidth';
import { datasetOf } from '../../engine/chosen';
import type { Experiment } from '../../engine/experiment';
import { decodePoints } from '../../engine/pointsText';
import { lines } from '../lines';

const circle = (weights: string) => lines`
  angle = 2 * np.pi * np.arange(8) / 8
  CENTRES, SIGMA, WEIGHTS = 2 * np.column_stack([np.sin(angle), np.cos(angle)]), 0.2, ${weights}`;

/** Gaussians of one width: CENTRES [modes, d], SIGMA, WEIGHTS [modes]. */
const GAUSSIANS: Readonly<Record<string, (experiment: Experiment) => readonly string[]>> = {
  ring: () => ['# --- the real data: eight equal Gaussians on a circle', ...circle('np.full(8, 1 / 8)')],
  'long-tail': () => [
    '# --- the real data: eight Gaussians on a circle, each half as common as the one before',
    ...circle('0.5 ** np.arange(8) / sum(0.5 ** np.arange(8))'),
  ],
  grid: () => lines`
    # --- the real data: 25 equal Gaussians on a grid
    CENTRES, SIGMA = np.array([(x, y) for y in range(-2, 3) for x in range(-2, 3)], float), 0.05
    WEIGHTS = np.full(25, 1 / 25)`,
  gaussian: ({ dim }) => lines`
    # --- the real data: one Gaussian, of variance 1 along each axis
    CENTRES, SIGMA, WEIGHTS = np.zeros((1, ${dim})), 1, np.ones(1)`,
  drawn: ({ points }) => lines`
    # --- the real data: a small Gaussian about each of your points, which stand here as in the link (two bytes a number)
    POINTS = '${points}'
    CENTRES = np.frombuffer(base64.urlsafe_b64decode(POINTS + '=='), '<i2').reshape(-1, 2) / 4096
    SIGMA, WEIGHTS = ${Number(bandwidthOf(decodePoints(points)).toPrecision(8))}, np.full(len(CENTRES), 1 / len(CENTRES))`,
};

const FROM_GAUSSIANS = lines`
  VARIANCE = SIGMA ** 2 + (WEIGHTS @ (CENTRES - WEIGHTS @ CENTRES) ** 2).mean()  # per axis

  def real(n):
      return CENTRES[rng.choice(len(WEIGHTS), n, p=WEIGHTS)] + SIGMA * rng.standard_normal((n, CENTRES.shape[1]))`;

/** Curves with noise. Their variance is that of our density of them, many Gaussians along the curves. */
const CURVES: Readonly<Record<string, readonly string[]>> = {
  moons: lines`
    # --- the real data: two half circles
    VARIANCE = 0.50349106  # per axis

    def real(n):
        angle, is_upper = np.pi * rng.random(n), rng.integers(2, size=(n, 1))
        upper = np.column_stack([np.cos(angle) - 0.5, np.sin(angle) - 0.25])
        return np.where(is_upper, upper, -upper) + 0.08 * rng.standard_normal((n, 2))`,
  spiral: lines`
    # --- the real data: two arms of a spiral
    VARIANCE = 1.0025  # per axis

    def real(n):
        along, arm = np.sqrt(rng.random((n, 1))), rng.choice([-2, 2], (n, 1))
        angle = 3 * np.pi * along
        return arm * along * np.hstack([np.cos(angle), np.sin(angle)]) + 0.05 * rng.standard_normal((n, 2))`,
};

/** Whether modes can be counted: CENTRES are there, and are modes. */
export const hasModes = (experiment: Experiment): boolean => datasetOf(experiment).modes > 1;

export const dataLines = (experiment: Experiment): readonly string[] =>
  CURVES[experiment.dataset] ?? [...GAUSSIANS[experiment.dataset](experiment), ...FROM_GAUSSIANS];
