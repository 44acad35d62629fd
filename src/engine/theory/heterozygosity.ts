import type { Experiment } from '../experiment';

/** E[1 - sum_k w_k^2] of the weights of generation t; null with its reason where no law is known. */
export interface HeterozygosityTheory {
  readonly heterozygosity: number | null;
  readonly undefined: Readonly<Record<string, string>>;
}

/**
 * Drift law of a mixture's weights under resampling: each training set is a multinomial draw of modes, as genes are drawn in the
 * Wright-Fisher model. With F_t = E sum w_t^2 and H = 1 - F, for modes that never mix and `weights` w_0 of the truth:
 * fully synthetic F_t = F_{t-1} + (1 - F_{t-1})/n_s, hence H_t = H_0 (1 - 1/n_ini)(1 - 1/n_s)^(t-1); with a share p of real data of which
 * sum r^2 is R = F_0 + H_0/n_r, F_t = p^2 R + q^2 (F_{t-1} + (1 - F_{t-1})/n_s) + 2 p q C, where C = E sum r w_{t-1} is F_0 for fresh
 * data and R for the fixed set (augmentation, n_r = n_ini).
 *
 * Of the fitted model; the bias does not change it. Known for memory `previous`, one component or more a mode, and unchanged settings.
 * @returns a function of the generation t = 1, 2, ...
 */
export function heterozygosityTheory(loop: string, experiment: Experiment, weights: Float64Array | null): (t: number) => HeterozygosityTheory {
  const reason = whyNone(experiment, weights);
  if (reason || !weights) return () => none(reason ?? '');
  const changed = experiment.changes.reduce((first, { generation }) => Math.min(first, generation), Infinity);
  const { initialReal, synthetic, real } = experiment;
  const reals = loop === 'fully-synthetic' ? 0 : loop === 'fresh-data' ? real : initialReal;
  const p = reals / (reals + synthetic);
  const truth = weights.reduce((sum, weight) => sum + weight * weight, 0);
  const sampled = (size: number) => truth + (1 - truth) / size;
  const realSquares = reals > 0 ? sampled(reals) : 0;
  const cross = loop === 'fresh-data' ? truth : realSquares;

  const squares = [sampled(initialReal)];
  return (t) => {
    if (t >= changed) return none(`settings change at generation ${changed}`);
    while (squares.length < t) {
      const before = squares[squares.length - 1];
      squares.push(p * p * realSquares + (1 - p) * (1 - p) * (before + (1 - before) / synthetic) + 2 * p * (1 - p) * cross);
    }
    return { heterozygosity: 1 - squares[t - 1], undefined: {} };
  };
}

function whyNone({ model, memory, components }: Experiment, weights: Float64Array | null): string | null {
  if (model !== 'gaussian-mixture') return 'known for the Gaussian mixture only';
  if (!weights || weights.length < 2) return 'these data have no modes';
  if (components < weights.length) return `${components} components cannot keep ${weights.length} modes apart`;
  return memory === 'previous' ? null : 'known for the memory previous only';
}

function none(reason: string): HeterozygosityTheory {
  return { heterozygosity: null, undefined: { heterozygosity: reason } };
}
