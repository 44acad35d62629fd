import type { Family, Finding } from './finding';
import { closedFormDeviations, curveDeviations, gaussianExperiment, theoryCurve } from './theoryCurves';
import { publishedValues } from './theoryPublished';
import { type Beside, besideTheory, relative, standardised } from './theoryRuns';

const BEYOND_CHANCE = 'relative, beyond 3 standard errors';

const largest = (values: readonly number[]): number => Math.max(...values.map(Math.abs));

/** Keys whose theory is exact for what is fitted: standard errors decide. */
const EXACT = ['traceOverDim', 'meanSquared', 'logDet', 'logVariance', 'kl', 'w2Squared'];

type Keys = Readonly<Record<string, string | number>>;

const small = { initialReal: 20, real: 12, synthetic: 30, generations: 8 };
const mixture = { model: 'gaussian-mixture' };
const normal = { model: 'gaussian', dataset: 'gaussian', ...small };

/** Settings without a reference of their own, or where the engine has more to it than the law. */
export const SIMULATED: readonly { readonly what: string; readonly keys: Keys; readonly replicates: number }[] = [
  { what: 'Gaussian, d = 2, λ = 0.8, every loop', keys: { ...normal, dim: 2, bias: 0.8 }, replicates: 2000 },
  {
    what: 'Gaussian, d = 1, memory all, maximum likelihood, every loop',
    keys: { ...normal, dim: 1, memory: 'all', covariance: 'mle', bias: 0.9 },
    replicates: 2000,
  },
  {
    what: 'Gaussian, d = 1, λ = 0.7, fully synthetic, maximum likelihood',
    keys: { ...normal, dim: 1, bias: 0.7, covariance: 'mle', loop: 'fully-synthetic' },
    replicates: 4000,
  },
  {
    what: 'Gaussian, d = 3, memory subsample',
    keys: { ...normal, dim: 3, memory: 'subsample', loop: 'synthetic-augmentation' },
    replicates: 2000,
  },
  {
    what: 'Gaussian, d = 2, every loop, settings and memory that change on the way',
    keys: { ...normal, dim: 2, changes: '3:bias=0.5,synthetic=45;4:memory=all;6:real=0,bias=1.1;8:memory=previous' },
    replicates: 2000,
  },
  {
    what: 'Gaussian, d = 2, memory last (4), λ = 0.9, every loop',
    keys: { ...normal, dim: 2, memory: 'last', span: 4, bias: 0.9 },
    replicates: 2000,
  },
  {
    what: 'Gaussian, d = 1, memories that change: previous, last (3), all, last (2)',
    keys: { ...normal, dim: 1, span: 3, loop: 'fully-synthetic,fresh-data', changes: '3:memory=last;5:memory=all;7:memory=last,span=2' },
    replicates: 2000,
  },
  { what: 'Gaussian fitted to the long tail: data that are not normal', keys: { ...normal, dataset: 'long-tail' }, replicates: 2000 },
  {
    what: 'Mixture of 3, d = 1, memory all, changing sizes: moments of the whole mixture',
    keys: { ...small, ...mixture, dataset: 'gaussian', dim: 1, components: 3, memory: 'all', generations: 5, changes: '4:synthetic=20' },
    replicates: 600,
  },
  {
    what: 'Mixture of 8 on the ring, every loop: moments of the whole mixture',
    keys: { ...small, ...mixture, dataset: 'ring', initialReal: 64, real: 64, synthetic: 100 },
    replicates: 400,
  },
];

/** The second-order law where it is told: as the references state it, and near its limit. */
const SECOND_ORDER: readonly {
  readonly what: string;
  readonly keys: Keys;
  readonly replicates: number;
  readonly limit: number;
  readonly reason: string;
}[] = [
  {
    what: 'Second-order law of W2², d = 2, n = 50 to 100, every loop',
    keys: { ...normal, dim: 2, initialReal: 50, real: 50, synthetic: 50, bias: 0.9 },
    replicates: 10000,
    limit: 0.02,
    reason: 'the references give 1-2 % for d = 2, n >= 50',
  },
  {
    what: 'Second-order law of W2², d = 2, n = 50 to 100, memory all',
    keys: { ...normal, dim: 2, initialReal: 50, real: 50, synthetic: 50, bias: 0.9, memory: 'all', generations: 6 },
    replicates: 10000,
    limit: 0.02,
    reason: 'the same',
  },
  {
    what: 'Second-order law of W2², d = 5, n = 20 to 50, wherever it is told',
    keys: { ...normal, dim: 5, generations: 15 },
    replicates: 4000,
    limit: 0.1,
    reason: 'it is told only where it leaves out less than a tenth',
  },
];

const valuesOf = (rows: readonly Beside[], keys: readonly string[]): Beside[] => rows.filter(({ key }) => keys.includes(key));

/** Largest |z| of what theory says exactly. */
export async function simulated({ what, keys, replicates }: (typeof SIMULATED)[number]): Promise<Finding> {
  const rows = valuesOf(await besideTheory(keys, replicates), EXACT);
  return {
    what,
    against: `theory, beside ${replicates.toLocaleString('en')} replicates of the engine's own run`,
    cases: rows.length,
    worst: largest(rows.map(standardised)),
    limit: 4.5,
    unit: '|z|',
    reason: 'chance: 4.5 standard errors, as the references ask',
  };
}

async function secondOrder({ what, keys, replicates, limit, reason }: (typeof SECOND_ORDER)[number]): Promise<Finding> {
  const rows = valuesOf(await besideTheory(keys, replicates), ['w2SquaredApproximate']);
  const against = `${replicates.toLocaleString('en')} replicates of the engine's own run`;
  return { what, against, cases: rows.length, worst: largest(rows.map(relative)), limit, unit: BEYOND_CHANCE, reason };
}

function fromReferences(): Finding[] {
  const { curves, steady } = curveDeviations();
  const closed = closedFormDeviations();
  const shared = { against: 'theory.json', limit: 1e-12, unit: 'absolute', reason: 'rounding of float64, required by the references' };
  return [
    { ...shared, what: 'a, m and v of generations 1 to 10, four loops, both conventions', cases: curves.length, worst: largest(curves) },
    { ...shared, what: 'Steady states: by closed form, and by going on to generation 1,500', cases: steady.length, worst: largest(steady) },
    ...(['moments', 'w2Squared'] as const).map((part) => ({
      what: `Every loop and memory that starts from real samples, generations 1 to 51: ${part === 'moments' ? 'variance, error of the mean, log determinant' : 'W2²'}`,
      against: 'the closed forms in loops-*.json',
      cases: closed[part].length,
      worst: largest(closed[part]),
      limit: part === 'moments' ? 1e-12 : 1e-10,
      unit: 'difference, relative above 1',
      reason:
        part === 'moments'
          ? 'rounding of float64 over 50 generations'
          : 'rounding in the file: it raises c4(1000), a difference of log-gamma functions of size 2605, to the power of 51; by 50-digit arithmetic its worst value is 2.8e-11 off, ours 5e-15',
    })),
  ];
}

const COMBINATIONS = [
  ['fully-synthetic', 'previous'],
  ['fully-synthetic', 'all'],
  ['fresh-data', 'previous'],
  ['fresh-data', 'all'],
  ['synthetic-augmentation', 'previous'],
  ['synthetic-augmentation', 'all'],
  ['synthetic-augmentation', 'subsample'],
  ['fully-synthetic', 'last'],
  ['fresh-data', 'last'],
  ['synthetic-augmentation', 'last'],
] as const;

/** Without bias, maximum likelihood only moves variance into the error of the mean: a + m = 1. */
function conservation(): Finding {
  const sums = COMBINATIONS.flatMap(([loop, memory]) => {
    const theory = theoryCurve(gaussianExperiment({ loop, memory, covariance: 'mle', initialReal: 40, real: 30, synthetic: 50, generations: 200 }));
    return Array.from({ length: 200 }, (_, index) => theory(index + 1, 'a') + theory(index + 1, 'm'));
  });
  return {
    what: 'a + m in every loop and memory, λ = 1, maximum likelihood, generations 1 to 200',
    against: '1',
    cases: sums.length,
    worst: largest(sums.map((sum) => sum - 1)),
    limit: 1e-12,
    unit: 'absolute',
    reason: 'rounding of float64',
  };
}

function fromPapers(): Finding[] {
  return publishedValues().map(({ what, against, ours, theirs, limit, reason }) => ({
    what: `${what}: ${Number(ours.toPrecision(5))}`,
    against,
    cases: 1,
    worst: Math.abs(ours / theirs - 1),
    limit,
    unit: 'relative',
    reason,
  }));
}

/** EM on a ring of modes beside the drift of genes: the evenness of the modes, and how many are alive. */
async function drift(): Promise<Finding[]> {
  const replicates = 100;
  const rows = await besideTheory({ loop: 'fully-synthetic', initialReal: 200, synthetic: 200, generations: 30, scores: 'modesAlive' }, replicates);
  const against = `the drift law, beside ${replicates} replicates of EM`;
  const even = valuesOf(rows, ['heterozygosity']);
  const alive = valuesOf(rows, ['modesAliveApproximate']);
  return [
    {
      what: 'Mixture of 8 on the ring, n = 200: evenness of the modes, generations 1 to 30',
      against,
      cases: even.length,
      worst: largest(even.map(relative)),
      limit: 0.02,
      unit: BEYOND_CHANCE,
      reason: 'the law is exact for modes that never mix; a component that bridges two modes gives its weight to one',
    },
    {
      what: 'The same: modes alive by the score, which asks for a tenth of the fair share',
      against,
      cases: alive.length,
      worst: largest(alive.map(relative)),
      limit: null,
      unit: BEYOND_CHANCE,
      reason: 'the law counts every mode that is left at all, the score those with a tenth of their share',
    },
  ];
}

/** Theory curves beside the references, published values and simulation. */
export const theory: Family = {
  name: 'theory',

  async check(say) {
    const findings = [...fromReferences(), conservation(), ...fromPapers()];
    for (const setting of SIMULATED) {
      say(setting.what);
      findings.push(await simulated(setting));
    }
    for (const setting of SECOND_ORDER) {
      say(setting.what);
      findings.push(await secondOrder(setting));
    }
    say('the drift of modes');
    findings.push(...(await drift()));
    return findings;
  },
};
