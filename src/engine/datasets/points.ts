import type { Dataset, Modes, RealSource, Rng, Samples } from '../contracts';
import type { Experiment } from '../experiment';
import { byId } from '../registry';
import { DATASETS } from './about';

interface PointsOptions {
  /** the true density; its centres are the modes where `modes` > 0 */
  density(experiment: Experiment): Modes;
  /** one point, written to `into` at `offset`; without it points are drawn from `density`, by a search that suits few Gaussians */
  draw?(rng: Rng, into: Float64Array, offset: number, truth: Modes): void;
}

/** Points drawn without end from a known density: the dataset that `about.ts` describes under this id. */
export function pointsDataset(id: string, { density, draw }: PointsOptions): Dataset {
  return {
    ...byId(DATASETS, id),
    density,
    open(experiment, replicate): RealSource {
      const truth = density(experiment);
      const sampleOne = draw ?? mixtureSampler(truth);
      const sample = async (count: number, rng: Rng): Promise<Samples> => {
        const values = new Float64Array(count * truth.dim);
        if (!draw && truth.count === 1) fillFromOne(truth, rng, values);
        else for (let i = 0; i < count; i++) sampleOne(rng, values, i * truth.dim, truth);
        return { kind: 'points', count, dim: truth.dim, values };
      };
      return {
        initial: (count) => sample(count, replicate.fork('initial')),
        fresh: (count, _offset, rng) => sample(count, rng),
        heldOut: (count) => sample(count, replicate.fork('held-out')),
      };
    },
  };
}

/** What `mixtureSampler` draws from a single Gaussian, an array at a time. */
function fillFromOne({ dim, centres, sigma }: Modes, rng: Rng, into: Float64Array): void {
  rng.normals(into);
  for (let axis = 0; axis < dim; axis++) {
    const centre = centres[axis];
    for (let at = axis; at < into.length; at += dim) into[at] = centre + sigma * into[at];
  }
}

function mixtureSampler({ count, dim, centres, weights, sigma }: Modes): (rng: Rng, into: Float64Array, offset: number) => void {
  const cumulative = Float64Array.from(weights);
  for (let m = 1; m < count; m++) cumulative[m] += cumulative[m - 1];
  return (rng, into, offset) => {
    let mode = 0;
    if (count > 1) {
      const u = rng.uniform();
      while (mode < count - 1 && u >= cumulative[mode]) mode++;
    }
    for (let axis = 0; axis < dim; axis++) into[offset + axis] = centres[mode * dim + axis] + sigma * rng.normal();
  };
}

/** Modes in the plane; weights are normalised. */
export function planarModes(centres: readonly (readonly [number, number])[], sigma: number, weights = centres.map(() => 1)): Modes {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { count: centres.length, dim: 2, centres: Float64Array.from(centres.flat()), weights: Float64Array.from(weights, (w) => w / total), sigma };
}

/** A curve as many equal Gaussians along it: its density up to a discretisation far finer than `sigma`. */
export function curveModes(curves: readonly ((u: number) => readonly [number, number])[], sigma: number, perCurve: number): Modes {
  const centres = curves.flatMap((curve) => Array.from({ length: perCurve }, (_, i) => curve((i + 0.5) / perCurve)));
  return planarModes(centres, sigma);
}

/** A point at a uniformly chosen place of a uniformly chosen curve, with isotropic noise. */
export function curveSampler(
  curves: readonly ((u: number) => readonly [number, number])[],
  sigma: number,
): (rng: Rng, into: Float64Array, offset: number) => void {
  return (rng, into, offset) => {
    const [x, y] = curves[rng.integer(curves.length)](rng.uniform());
    into[offset] = x + sigma * rng.normal();
    into[offset + 1] = y + sigma * rng.normal();
  };
}
