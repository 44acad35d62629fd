import ln from '@stdlib/math-base-special-ln';
import type { Experiment } from '../experiment';
import { exp } from '../math/exp';
import { c4, digamma } from '../math/gamma';
import { type LoopMoments, momentLaw } from './moments';

/** What is known exactly about generation t of a Gaussian loop; a and m are null, with their reason, where they are not known. */
export interface GaussianTheory {
  /** E[Sigma_t] = a Sigma_0 */
  readonly a: number | null;
  /** E[(mu_t - mu_0)(mu_t - mu_0)'] = m Sigma_0 */
  readonly m: number | null;
  /** E W2^2 between the fitted Gaussian and the truth; only where it is known */
  readonly w2Squared?: number;
  /** E log sigma_t^2; only where it is known and finite */
  readonly logVariance?: number;
  readonly undefined: Readonly<Record<string, string>>;
}

/**
 * Theory of a Gaussian model in `loop` of `experiment`, of the fitted model before bias (science: MODEL.md, theory curves).
 *
 * a and m hold for any real data with a covariance and in any dimension; w2Squared and logVariance for normal data in one dimension,
 * fully synthetic with memory `previous`. From the first changed generation on (`changes`) all are null.
 * @returns a function of the generation t = 1, 2, ...
 */
export function gaussianTheory(loop: string, experiment: Experiment): (t: number) => GaussianTheory {
  if (experiment.model !== 'gaussian') return () => nothing('known for the Gaussian model only');
  const changed = experiment.changes.reduce((first, { generation }) => Math.min(first, generation), Infinity);
  const law = momentLaw(loop, experiment);
  const known: LoopMoments[] = [];
  return (t) => {
    if (t >= changed) return nothing(`settings change at generation ${changed}`);
    if (!law) return nothing(`${loop} does not know the memory ${experiment.memory}`);
    while (known.length < t) known.push(law.next().value);
    const { a, m } = known[t - 1];
    if (!Number.isFinite(a + m)) return nothing('grown beyond the range of numbers');
    return { a, m, ...(isOneDimensional(loop, experiment) ? oneDimensionalLaw(experiment, t, a, m) : {}), undefined: {} };
  };
}

function nothing(reason: string): GaussianTheory {
  return { a: null, m: null, undefined: { a: reason, m: reason } };
}

function isOneDimensional(loop: string, { dataset, dim, memory }: Experiment): boolean {
  return dataset === 'gaussian' && dim === 1 && loop === 'fully-synthetic' && memory === 'previous';
}

/**
 * Fully synthetic, d = 1, sigma_0 = 1: sigma_t is a product of t independent chi variables, hence
 * E sigma_t = lambda^((t-1)/2) c4(n_ini) c4(n_s)^(t-1) and E log sigma_t^2 = (t - 1) ln lambda + sum of psi((n-1)/2) - ln((n-1)/2); each
 * maximum likelihood fit multiplies the variance by 1 - 1/n.
 */
function oneDimensionalLaw(
  { initialReal, synthetic, bias, covariance }: Experiment,
  t: number,
  a: number,
  m: number,
): Pick<GaussianTheory, 'w2Squared' | 'logVariance'> {
  const shrink = (n: number) => (covariance === 'mle' ? ln(1 - 1 / n) : 0);
  const logDeviation = (n: number) => ln(c4(n)) + shrink(n) / 2;
  const logSquare = (n: number) => digamma((n - 1) / 2) - ln((n - 1) / 2) + shrink(n);
  if (bias === 0 && t > 1) return { w2Squared: m + a + 1 };
  const logBias = t > 1 ? (t - 1) * ln(bias) : 0;
  const deviation = exp(logBias / 2 + logDeviation(initialReal) + (t - 1) * logDeviation(synthetic));
  return { w2Squared: m + a + 1 - 2 * deviation, logVariance: logBias + logSquare(initialReal) + (t - 1) * logSquare(synthetic) };
}
