import { type FixedEmFit, type FixedEmTask, fitFixed } from '../src/engine/models/gaussianMixture/fixedEm';
import { createNodeHost } from '../src/headless/nodeHost';
import {
  brokenRules,
  degenerateCases,
  deviation,
  emCases,
  gaussianCases,
  gaussianDeviations,
  larger,
  scoreCases,
  scoreDeviations,
} from '../test/fixtures/mixtureCases';
import { collapse, collapseDeviation, collapseSettings, GENERATIONS, LOGARITHM, LOGARITHM_BELOW } from './collapse';
import type { Family, Finding } from './finding';

const host = createNodeHost('wasm');

/** Expectation maximisation on both of its paths, and what is computed of Gaussians in closed form. */
export const em: Family = {
  name: 'em',

  async check(say) {
    const findings = [
      await references('float64'),
      await references('tfjs'),
      ...(await degenerate()),
      ...scores(),
      gaussians(),
      ...(await collapses(say)),
    ];
    for (const { what, worst } of findings) say(`${what}: ${worst.toExponential(1)}`);
    return findings;
  },
};

async function references(path: FixedEmTask['path']): Promise<Finding> {
  let cases = 0;
  let worst = 0;
  for (const { task, expected } of emCases()) {
    for (const { iterations, ...wanted } of expected) {
      worst = larger(worst, deviation(await fitFixed({ ...task, iterations, path }, host), wanted));
      cases += numbersIn(wanted);
    }
  }
  const isExact = path === 'float64';
  return {
    what: `EM after 1, 5 and 20 iterations, ${isExact ? 'float64' : 'tfjs on wasm'}`,
    against: 'scikit-learn’s formulas (gmm-em.json)',
    cases,
    worst,
    limit: isExact ? 1e-8 : 1e-3,
    unit: 'share of the largest entry of weights, means, covariances or the log-likelihood',
    reason: isExact ? 'moving the data by 1e-12 moves the references by 8e-10' : 'float32 has 7 digits, and iterations lose some',
  };
}

/** Weights, means, covariances and the log-likelihood; of components left out the weight alone. */
function numbersIn({ mixture: { dim, weights } }: FixedEmFit, undetermined = 0): number {
  return weights.length + (weights.length - undetermined) * (dim + dim * dim) + 1;
}

async function degenerate(): Promise<Finding[]> {
  let fits = 0;
  let broken = 0;
  let cases = 0;
  let worst = 0;
  for (const { task, expected, leastEigenvalue, compareValues, undetermined } of degenerateCases()) {
    for (const { iterations, ...wanted } of expected) {
      const fit = await fitFixed({ ...task, iterations, path: 'float64' }, host);
      fits++;
      if (brokenRules(fit, leastEigenvalue * (1 - 1e-6)).length > 0) broken++;
      if (!compareValues) continue;
      worst = larger(worst, deviation(fit, wanted, undetermined));
      cases += numbersIn(wanted, undetermined.length);
    }
  }
  const against = 'gmm-degenerate.json';
  return [
    {
      what: 'EM on degenerate data, float64: finite, weights a distribution, no variance below the floor',
      against,
      cases: fits,
      worst: broken,
      limit: 0,
      unit: 'fits that break a rule',
      reason: 'the rules hold for any data; an eigenvalue may round 1e-6 below its floor',
    },
    {
      what: 'EM on degenerate data, float64: values, where data determine them',
      against,
      cases,
      worst,
      limit: 1e-6,
      unit: 'share of the largest entry',
      reason: 'collapsed components are conditioned worse',
    },
  ];
}

function scores(): Finding[] {
  let points = 0;
  let shares = 0;
  const worst = { logDensity: 0, responsibilities: 0 };
  for (const item of scoreCases()) {
    const { logDensity, responsibilities } = scoreDeviations(item);
    worst.logDensity = larger(worst.logDensity, logDensity);
    worst.responsibilities = larger(worst.responsibilities, responsibilities);
    // their mean is one more
    points += item.logDensity.length + 1;
    shares += item.logDensity.length * item.mixture.weights.length;
  }
  const common = { against: '50 digits (gmm-score.json)', limit: 1e-9 };
  return [
    {
      ...common,
      what: 'Log density of a mixture',
      cases: points,
      worst: worst.logDensity,
      unit: 'relative',
      reason: 'the ill-conditioned case costs float64 1e-11',
    },
    {
      ...common,
      what: 'Responsibilities of a mixture',
      cases: shares,
      worst: worst.responsibilities,
      unit: 'absolute',
      reason: 'they lie between 0 and 1',
    },
  ];
}

function gaussians(): Finding {
  const shares = gaussianCases().flatMap((item) => gaussianDeviations(item).map(({ share }) => share));
  return {
    what: 'W₂², KL, Jeffreys, Bhattacharyya, Hellinger², entropy of Gaussians, singular ones included',
    against: '50 digits (gmm-gaussians.json)',
    cases: shares.length,
    worst: shares.reduce(larger, 0),
    limit: 1,
    unit: 'share of the tolerance',
    reason: 'tolerance 1e-9 relative + 1e-12; nearly singular covariances 1e-6, for what their inverses amplify',
  };
}

async function collapses(say: (line: string) => void): Promise<Finding[]> {
  const backend = await host.tensors();
  let above = 0;
  let worst = 0;
  let below = 0;
  let worstBelow = 0;
  for (const setting of collapseSettings) {
    const found = await collapseDeviation(collapse(setting), backend);
    say(`collapse of ${setting.name}: down to ${found.lowestShare.toExponential(1)} of the initial variance`);
    above += found.compared;
    below += found.comparedBelow;
    worst = larger(worst, found.worst);
    worstBelow = larger(worstBelow, found.worstBelow);
  }
  const common = { against: 'our float64 path on the same training sets', unit: 'difference of log eigenvalues' };
  return [
    {
      ...common,
      what: `Collapse over ${GENERATIONS} generations on tfjs (wasm), variances down to 1e-12 of the initial one`,
      cases: above,
      worst,
      limit: LOGARITHM,
      reason: 'float32; a thin direction loses digits by the root of its share',
    },
    {
      ...common,
      what: 'The same below 1e-12, down to the floor at 1e-15',
      cases: below,
      worst: worstBelow,
      limit: LOGARITHM_BELOW,
      reason: 'a path that had silently stopped would be off by several units',
    },
  ];
}
