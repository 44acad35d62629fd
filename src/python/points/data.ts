/** Real points in Python: what draws them, and where their modes are. */
import { bandwidthOf } from '../../engine/bandwidth';
import { datasetOf } from '../../engine/chosen';
import type { Experiment } from '../../engine/experiment';
import { decodePoints } from '../../engine/pointsText';
import { lines } from '../lines';

const CIRCLE = lines(`
  turn = 2 * np.pi * np.arange(8) / 8
  CENTRES, SIGMA = 2 * np.column_stack([np.sin(turn), np.cos(turn)]), 0.2`);

/** Gaussians of one width: CENTRES [modes, d], SIGMA, WEIGHTS [modes]. */
const MIXTURES: Readonly<Record<string, (experiment: Experiment) => readonly string[]>> = {
  ring: () => [...CIRCLE, 'WEIGHTS = np.full(8, 1 / 8)'],
  'long-tail': () => [...CIRCLE, 'WEIGHTS = 0.5 ** np.arange(8) / (0.5 ** np.arange(8)).sum()'],
  grid: () => lines(`
    CENTRES, SIGMA = np.array([(x, y) for y in range(-2, 3) for x in range(-2, 3)], float), 0.05
    WEIGHTS = np.full(25, 1 / 25)`),
  gaussian: ({ dim }) => [`CENTRES, SIGMA, WEIGHTS = np.zeros((1, ${dim})), 1.0, np.ones(1)`],
  drawn: ({ points }) => drawn(decodePoints(points)),
};

/** How many points stand in a line. */
const A_LINE = 8;

/** The reader's own, each with a kernel. */
function drawn(points: ArrayLike<number>): readonly string[] {
  const pairs = Array.from({ length: points.length / 2 }, (_, i) => `(${Number(points[2 * i].toFixed(4))}, ${Number(points[2 * i + 1].toFixed(4))})`);
  const rows = Array.from({ length: Math.ceil(pairs.length / A_LINE) }, (_, i) => `    ${pairs.slice(A_LINE * i, A_LINE * (i + 1)).join(', ')},`);
  return ['CENTRES = np.array([', ...rows, '])', `SIGMA, WEIGHTS = ${Number(bandwidthOf(points).toFixed(6))}, np.full(len(CENTRES), 1 / len(CENTRES))`];
}

const FROM_MIXTURE = lines(`
  def real(n):
      k = rng.choice(len(CENTRES), n, p=WEIGHTS)
      return CENTRES[k] + SIGMA * rng.standard_normal((n, CENTRES.shape[1]))`);

/** Curves with noise: places along them, evenly by \`u\`. */
const CURVES: Readonly<Record<string, readonly string[]>> = {
  moons: lines(`
    def real(n):
        u, lower = np.pi * rng.random(n), rng.integers(2, size=n)[:, None]
        upper = np.column_stack([np.cos(u) - 0.5, np.sin(u) - 0.25])
        return np.where(lower, -upper, upper) + 0.08 * rng.standard_normal((n, 2))`),
  spiral: lines(`
    def real(n):
        along, sign = np.sqrt(rng.random(n)), rng.choice([-1, 1], n)
        turn = 2 * np.pi * 1.5 * along
        return (2 * sign * along)[:, None] * np.column_stack([np.cos(turn), np.sin(turn)]) + 0.05 * rng.standard_normal((n, 2))`),
};

/** Whether modes can be counted: CENTRES are there, and are modes. */
export const hasModes = (experiment: Experiment): boolean => datasetOf(experiment).modes > 1 && experiment.dataset in MIXTURES;

export const canDraw = ({ dataset, points }: Experiment): boolean => (dataset === 'drawn' ? points !== '' : dataset in MIXTURES || dataset in CURVES);

export function dataLines(experiment: Experiment): readonly string[] {
  const { dataset } = experiment;
  return dataset in CURVES ? CURVES[dataset] : [...MIXTURES[dataset](experiment), '', ...FROM_MIXTURE];
}
