/** The exact law of the mean variance, in Python: `MODEL.md`, Theory. */
import type { Experiment } from '../../engine/experiment';
import { lines } from '../lines';
import { valuesOf } from '../valuesOf';

/** Whether it is known here: a Gaussian has it, and a mixture as long as the bias leaves the shape of what is fitted. */
export const hasTheory = (experiment: Experiment): boolean =>
  valuesOf(experiment, 'memory').every((memory) => memory === 'previous') &&
  (experiment.model === 'gaussian' || experiment.components === 1 || valuesOf(experiment, 'bias').every((bias) => bias === 1));

export function theoryLines({ model, covariance }: Experiment): readonly string[] {
  const unbiased = model === 'gaussian' && covariance === 'unbiased';
  const floor = model === 'gaussian' ? '' : ' + 1e-6 * (1 - 1 / INITIAL)';
  return lines`
    def expected(kept):
        """Theory: the mean of the model's variance over all possible runs. Exact; MAD Lab's MODEL.md says why."""
        now, error, found = dict(SETTINGS), 0 if kept == 'first' else 1 / INITIAL, [${unbiased ? '1' : `1 - 1 / INITIAL${floor}`}]
        for t in range(2, GENERATIONS + 1):
            now.update(CHANGES.get(t, {}))
            real_ones, made = {'none': 0, 'first': INITIAL, 'new': now['real']}[kept], now['synthetic']
            n, noise = real_ones + made, now['bias'] * found[-1]
            p, q, own = real_ones / n, made / n, 1 / real_ones if kept == 'first' else 1 / n
            scatter = p * (1 - own) + q * (1 - 1 / n) * noise + p * q * error
            found.append(${unbiased ? 'scatter * n / (n - 1)' : `scatter${floor}`})
            error = (p / n if kept == 'new' else 0) + q ** 2 * error + q * noise / n
        return VARIANCE * np.array(found)`;
}
