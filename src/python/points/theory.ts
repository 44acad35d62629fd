/** The exact law of the mean variance, in Python: `MODEL.md`, Theory. */
import type { Experiment } from '../../engine/experiment';
import { lines } from '../lines';
import { valuesOf } from '../valuesOf';

/** Whether it is known here: a Gaussian has it, and a mixture that remembers one generation, as long as the bias leaves the shape of what is fitted. */
export const hasTheory = (experiment: Experiment): boolean =>
  experiment.model === 'gaussian' ||
  (remembersOne(experiment) && (experiment.components === 1 || valuesOf(experiment, 'bias').every((bias) => bias === 1)));

const remembersOne = (experiment: Experiment): boolean => valuesOf(experiment, 'memory').every((memory) => memory === 'previous');

/** For any memory: all sets of samples are followed, each beside the others. */
const ofAll = (unbiased: boolean): readonly string[] => lines`
  def expected(kept):
      """Theory: the mean of the model's variance over all possible runs. Exact; MAD Lab's MODEL.md says why."""
      now, found, sizes, scatters = dict(SETTINGS), [], np.zeros(GENERATIONS), np.zeros(GENERATIONS)
      errors = np.zeros((GENERATIONS, GENERATIONS))  # of the means of all sets, with each other: the first real one, then those made
      sizes[0], scatters[0], errors[0, 0] = INITIAL, INITIAL - 1, 1 / INITIAL
      for t in range(1, GENERATIONS + 1):
          now.update(CHANGES.get(t, {}))
          if t > 1:
              made, noise = now['synthetic'], now['bias'] * found[-1]
              sizes[t - 1], scatters[t - 1] = made, (made - 1) * noise
              errors[t - 1] = errors[:, t - 1] = shares @ errors
              errors[t - 1, t - 1] = error + noise / made
          is_in, fresh = np.zeros(GENERATIONS), now['real'] if kept == 'new' and t > 1 else 0
          is_in[1 if now['memory'] == 'all' else t - 1:t] = 1
          is_in[0] = t == 1 or kept == 'first'
          n = sizes @ is_in + fresh
          shares = sizes * is_in / n
          error = shares @ errors @ shares + fresh / n ** 2
          scatter = scatters @ is_in + (n * shares @ errors.diagonal() + fresh - n * error)
          found.append(scatter / ${unbiased ? '(n - 1)' : 'n'})
      return VARIANCE * np.array(found)`;

export function theoryLines(experiment: Experiment): readonly string[] {
  const { model, covariance } = experiment;
  const unbiased = model === 'gaussian' && covariance === 'unbiased';
  if (!remembersOne(experiment)) return ofAll(unbiased);
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
