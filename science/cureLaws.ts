import { readFileSync } from 'node:fs';
import { quantile } from '../src/engine/math/quantile';
import type { CureRun, CureRuns, Keys } from './cureRuns';
import { type Estimate, Mean } from './estimates';
import type { Finding } from './finding';
import { standardised } from './loopDeviations';
import { gaussianExperiment, theoryCurve } from './theoryCurves';

/** A Gaussian loop with cures, with the exact a and m of t = 1 to 30. */
interface LinearCase {
  readonly name: string;
  readonly keys: Keys & { readonly loop: string; readonly dim: number };
  readonly rows: readonly (readonly [a: number, m: number])[];
}

const { cases: CASES } = JSON.parse(readFileSync(new URL('../test/fixtures/cures.json', import.meta.url), 'utf8')) as { cases: LinearCase[] };

const REPLICATES = 2000;
const GENERATIONS = [2, 5, 10, 20, 30];
const LARGEST_Z = 4.5;
const NOTABLE_Z = 3;
const CHANCE = 'chance: 4.5 standard errors, as the references ask';

/** So many samples that their number hardly matters any more. */
const MANY = { model: 'gaussian', dataset: 'gaussian', initialReal: 20_000, synthetic: 20_000, dim: 2 };
/** As large a share of real data as 64 have beside 200. */
const MANY_FRESH = { ...MANY, loop: 'fresh-data', real: 6400 };

const LIMITS: readonly { readonly name: string; readonly keys: Keys; readonly values: readonly string[] }[] = [
  {
    name: 'Curation by density, 0.9 kept, fully synthetic',
    keys: { ...MANY, loop: 'fully-synthetic', curation: 'density', keep: 0.9 },
    values: ['traceOverDim'],
  },
  { name: 'Curation by density, 0.5 kept, fresh data', keys: { ...MANY_FRESH, curation: 'density' }, values: ['traceOverDim'] },
  {
    name: 'Curation by preference, κ = 0.5, fully synthetic',
    keys: { ...MANY, loop: 'fully-synthetic', curation: 'preference' },
    values: ['traceOverDim', 'meanSquared'],
  },
  {
    name: 'Curation by preference, κ = 0.5, fresh data, λ = 0.9',
    keys: { ...MANY_FRESH, curation: 'preference', bias: 0.9 },
    values: ['traceOverDim', 'meanSquared'],
  },
];
const IN_WORDS: Keys = { traceOverDim: 'variance', meanSquared: 'error of the mean' };
const LIMIT_REPLICATES = 8;
const LIMIT_GENERATIONS = [2, 4, 8];

const NEON = { model: 'gaussian', dataset: 'gaussian', dim: 1, loop: 'fully-synthetic', bias: 0.8, synthetic: 200 };
/** w = 1/λ samples without a bias. */
const UNBIASED = 1.25;
const ONE_STEP = { name: 'Neon, one step', real: 50, strengths: [0.5, UNBIASED] };
const IN_LOOP = { name: 'Neon, inside the loop', last: 20, strengths: [0, UNBIASED] };
const nameOf = (name: string, strength: number) => `${name}, w = ${strength}`;

export const LAW_RUNS: readonly CureRun[] = [
  ...CASES.map(({ name, keys }, at) => ({ name, keys: { ...keys, seed: 100 + at }, replicates: REPLICATES, generations: GENERATIONS })),
  ...LIMITS.map(({ name, keys }) => ({ name, keys, replicates: LIMIT_REPLICATES, generations: LIMIT_GENERATIONS })),
  ...ONE_STEP.strengths.map((neon) => ({
    name: nameOf(ONE_STEP.name, neon),
    keys: { ...NEON, neon, initialReal: ONE_STEP.real },
    replicates: 2 * REPLICATES,
    generations: [1],
  })),
  ...IN_LOOP.strengths.map((neon) => ({
    name: nameOf(IN_LOOP.name, neon),
    keys: { ...NEON, neon, initialReal: NEON.synthetic },
    replicates: REPLICATES,
    generations: [IN_LOOP.last],
  })),
];

const meanOf = (values: readonly number[]): Estimate => {
  const mean = new Mean();
  for (const value of values) mean.add(value);
  return mean.estimate();
};

const largest = (values: readonly number[]): number => Math.max(...values.map(Math.abs));

/** z of every value of a case: variance and error of the mean, at every generation that was reported. */
function deviationsOf({ name, keys, rows }: LinearCase, runs: CureRuns): number[] {
  return GENERATIONS.flatMap((t) => {
    const [a, m] = rows[t - 1];
    const measured = (key: string) => meanOf(runs.values(name, keys.loop, t, key));
    return [standardised(measured('traceOverDim'), a), standardised(measured('meanSquared'), keys.dim * m)];
  });
}

function linearFindings(runs: CureRuns): Finding[] {
  const z = CASES.flatMap((item) => deviationsOf(item, runs));
  const shared = {
    what: `Variance and error of the mean with linear cures, t = ${GENERATIONS.join(', ')}: ${CASES.length} settings`,
    against: `the exact values of cures.json, beside ${REPLICATES.toLocaleString('en')} replicates of the engine's own run`,
    cases: z.length,
  };
  return [
    { ...shared, worst: largest(z), limit: LARGEST_Z, unit: 'largest |z|', reason: CHANCE },
    {
      ...shared,
      worst: z.filter((value) => Math.abs(value) >= NOTABLE_Z).length / z.length,
      limit: null,
      unit: 'share with |z| of 3 and more',
      reason: 'chance alone gives 0.0027',
    },
  ];
}

/** The worst z of every setting with linear cures. */
export function linearTable(runs: CureRuns): string {
  return [
    '### Linear cures, setting by setting\n',
    '| setting (cures.json) | loop | λ | largest \\|z\\| |',
    '| --- | --- | --- | --- |',
    ...CASES.map((item) => `| ${item.name} | ${item.keys.loop} | ${item.keys.bias} | ${largest(deviationsOf(item, runs)).toFixed(2)} |`),
  ].join('\n');
}

function limitFindings(runs: CureRuns): Finding[] {
  return LIMITS.map(({ name, keys, values }) => {
    const theory = theoryCurve(gaussianExperiment(keys));
    const deviations = LIMIT_GENERATIONS.flatMap((t) =>
      values.map((key) => {
        const { value, error } = meanOf(runs.values(name, String(keys.loop), t, key));
        return Math.max(0, Math.abs(value - theory(t, key)) - NOTABLE_Z * error) / value;
      }),
    );
    return {
      what: `${name}: ${values.map((key) => IN_WORDS[key]).join(' and ')}, t = ${LIMIT_GENERATIONS.join(', ')}`,
      against: `the limit of infinitely many samples, beside ${LIMIT_REPLICATES} replicates with ${MANY.synthetic.toLocaleString('en')}`,
      cases: deviations.length,
      worst: largest(deviations),
      limit: 0.01,
      unit: 'relative, beyond 3 standard errors',
      reason: 'what so many samples are still away from infinitely many',
    };
  });
}

function neonFindings(runs: CureRuns): Finding[] {
  const { bias, synthetic, loop } = NEON;
  const oneStep = ONE_STEP.strengths.flatMap((w) => {
    const of = (key: string, power = 1) => meanOf(runs.values(nameOf(ONE_STEP.name, w), loop, 1, key).map((value) => value ** power));
    const mean = 1 + w * (1 - bias);
    const ofReal = 2 / (ONE_STEP.real - 1);
    const square = mean ** 2 * (1 + ofReal) + ((w * bias) ** 2 * (1 + ofReal) * 2) / (synthetic - 1);
    return [
      standardised(of('traceOverDim'), mean),
      standardised(of('traceOverDim', 2), square),
      standardised(of('meanSquared'), 1 / ONE_STEP.real + (w * w * bias) / synthetic),
    ];
  });
  const inLoop = (w: number, key: string) => runs.values(nameOf(IN_LOOP.name, w), loop, IN_LOOP.last, key);
  // at w = 1/λ every generation samples with variance 1
  const ofMean = (IN_LOOP.last * (1 + UNBIASED ** 2 * bias)) / synthetic;
  const settled = [
    standardised(meanOf(inLoop(UNBIASED, 'traceOverDim')), 1 + UNBIASED * (1 - bias)),
    standardised(meanOf(inLoop(UNBIASED, 'meanSquared')), ofMean),
  ];
  const medians = IN_LOOP.strengths.map((w) =>
    quantile(
      inLoop(w, 'traceOverDim').toSorted((a, b) => a - b),
      0.5,
    ),
  );
  return [
    {
      what: 'Neon, one step, λ = 0.8, w = 0.5 and 1.25: mean and mean square of the variance, error of the mean',
      against: `(1 + w(1 − λ)), its spread, and 1/n_r + w² λ/n_s, beside ${(2 * REPLICATES).toLocaleString('en')} replicates`,
      cases: oneStep.length,
      worst: largest(oneStep),
      limit: LARGEST_Z,
      unit: '|z|',
      reason: CHANCE,
    },
    {
      what: 'Neon inside the fully synthetic loop, λ = 0.8, w = 1/λ, n = 200, t = 20: mean variance and error of the mean',
      against: `1.25, which stays, and ${ofMean}, beside ${REPLICATES.toLocaleString('en')} replicates`,
      cases: settled.length,
      worst: largest(settled),
      limit: LARGEST_Z,
      unit: '|z|',
      reason: CHANCE,
    },
    {
      what: `The same, median variance: ${medians.map((value) => value.toPrecision(3)).join(' without Neon, ')} with it`,
      against: 'an independent implementation: 0.013 and 1.05',
      cases: medians.length,
      worst: largest(medians.map((value, at) => value / [0.013, 1.05][at] - 1)),
      limit: null,
      unit: 'relative',
      reason: 'no tolerance: its own number of runs is not told',
    },
  ];
}

export const lawFindings = (runs: CureRuns): Finding[] => [...linearFindings(runs), ...limitFindings(runs), ...neonFindings(runs)];
