import type { Modes, Samples, Stage, Step, TrainingSet } from '../contracts';
import { exp } from '../math/exp';
import { ln } from '../math/ln';
import { countMade, rowsOf, rowsWhere, union } from '../trainingSet';
import { ABOUT, type CURATION_KEYS } from './curation.about';

type Own = Stage<typeof CURATION_KEYS>;

/** Candidates for each sample that is wanted, of which one at least has to please. */
const MOST_CANDIDATES = 200;

/** Somebody chooses among what the model made; real samples pass unseen. */
export const curation: Step<typeof CURATION_KEYS> = {
  ...ABOUT,
  isOn: (settings) => settings.curation !== 'none',
  async act(added, stage) {
    const wanted = countMade(added);
    if (wanted === 0) return added;
    const real = rowsOf(
      added,
      rowsWhere(added, (origin) => origin !== 'synthetic'),
    );
    const made = rowsOf(
      added,
      rowsWhere(added, (origin) => origin === 'synthetic'),
    );
    const chosen = stage.settings.curation === 'preference' ? await preferred(made, stage) : await best(made, stage);
    return union(real, chosen);
  },
  law(recipe, { curation: by, keep, preference: kappa, dataset }) {
    if (recipe.drawn === 0) return recipe;
    // known for one round cloud
    if (dataset !== 'gaussian' || by === 'confidence' || by === 'none') return null;
    return { ...recipe, curated: by === 'density' ? { by, keep } : { by, kappa, distance: 1 } };
  },
};

/** Of ceil(n_s/keep) candidates the n_s best ones, in the order in which they were drawn; of equals the first. */
async function best(made: TrainingSet, stage: Own): Promise<TrainingSet> {
  const { count } = made.samples;
  const further = Math.ceil(count / stage.settings.keep) - count;
  const candidates = further > 0 ? union(made, await stage.moreMade(further)) : made;
  const merit = await (stage.settings.curation === 'confidence' ? confidence(candidates.samples, stage) : density(candidates.samples, stage));
  const order = Array.from(merit.keys()).sort((a, b) => merit[b] - merit[a] || a - b);
  return rowsOf(
    candidates,
    order.slice(0, count).sort((a, b) => a - b),
  );
}

/** Candidates come until n_s were accepted, each with its own probability; behind the last one allowed any is taken. */
async function preferred(made: TrainingSet, stage: Own): Promise<TrainingSet> {
  const { count } = made.samples;
  const accepted: TrainingSet[] = [];
  let taken = 0;
  let seen = 0;
  for (let candidates = made; ; ) {
    const chances = await acceptance(candidates.samples, stage);
    const rows = acceptedRows(chances, stage);
    accepted.push(rowsOf(candidates, rows.slice(0, count - taken)));
    taken = Math.min(count, taken + rows.length);
    seen += candidates.samples.count;
    const left = MOST_CANDIDATES * count - seen;
    if (taken === count || left <= 0) break;
    // as many as it should take by what was seen, and some more
    const expected = Math.ceil((1.1 * (count - taken) * seen) / Math.max(1, taken));
    candidates = await stage.moreMade(Math.min(left, Math.max(16, expected), 4 * count));
  }
  if (taken === count) return union(...accepted);
  stage.tell({ remark: `Hardly anything pleased: after ${seen} candidates the last ${count - taken} samples were taken as they came.` });
  return union(...accepted, await stage.moreMade(count - taken));
}

/** Rows that please, each by its own chance; passages of running text as a whole. */
function acceptedRows(chances: Float64Array, { passage, rng }: Own): number[] {
  const rows: number[] = [];
  for (let first = 0; first < chances.length; first += passage) {
    if (rng.uniform() >= chances[first]) continue;
    for (let row = first; row < Math.min(chances.length, first + passage); row++) rows.push(row);
  }
  return rows;
}

/** log of the true density of points, up to a constant. */
function density({ count, dim, values }: Samples, { density: truth }: Own): Float64Array {
  if (!truth) throw new Error('Points without a density can’t be curated by it.');
  const logWeights = truth.weights.map(ln);
  return Float64Array.from({ length: count }, (_, row) => logDensity(values, row * dim, truth, logWeights));
}

function logDensity(values: Samples['values'], offset: number, { count, dim, centres, sigma }: Modes, logWeights: Float64Array): number {
  const terms = logWeights.map((logWeight, mode) => logWeight - squaredDistance(values, offset, centres, mode * dim, dim) / (2 * sigma * sigma));
  let highest = terms[0];
  for (let mode = 1; mode < count; mode++) highest = Math.max(highest, terms[mode]);
  return highest + ln(terms.reduce((sum, term) => sum + exp(term - highest), 0));
}

function squaredDistance(a: ArrayLike<number>, from: number, b: ArrayLike<number>, at: number, dim: number): number {
  let squared = 0;
  for (let i = 0; i < dim; i++) {
    const away = a[from + i] - b[at + i];
    squared += away * away;
  }
  return squared;
}

/** The largest class probability of images. */
async function confidence(samples: Samples, stage: Own): Promise<Float64Array> {
  const { width, values } = await classesOf(samples, stage);
  return Float64Array.from({ length: samples.count }, (_, row) => values.subarray(row * width, (row + 1) * width).reduce((a, b) => Math.max(a, b)));
}

/** Points: exp(-(kappa/2) |x - x*|^2); images: exp(-kappa (1 - P(class))). */
async function acceptance(samples: Samples, stage: Own): Promise<Float64Array> {
  const { preference: kappa, favourite } = stage.settings;
  const { count, dim, values: points } = samples;
  if (stage.density) {
    const liked = likedPoint(stage, stage.density);
    return Float64Array.from({ length: count }, (_, row) => exp((-kappa / 2) * squaredDistance(points, row * dim, liked, 0, dim)));
  }
  const { width, values } = await classesOf(samples, stage);
  return Float64Array.from({ length: count }, (_, row) => exp(-kappa * (1 - values[row * width + favourite])));
}

/** The centre of the favourite mode; where there are none, 1 to the right of the origin. */
function likedPoint({ settings: { favourite }, hasModes }: Own, { dim, centres }: Modes): Float64Array {
  if (hasModes) return centres.subarray(favourite * dim, (favourite + 1) * dim);
  return Float64Array.from({ length: dim }, (_, axis) => (axis === 0 ? 1 : 0));
}

async function classesOf(samples: Samples, stage: Own): Promise<{ readonly width: number; readonly values: Float64Array }> {
  const values = await stage.classProbabilities(samples);
  if (!values) throw new Error('There is no classifier for these samples.');
  return { width: values.length / samples.count, values };
}
