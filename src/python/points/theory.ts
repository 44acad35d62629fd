/** The exact law of the mean variance, in Python: \`MODEL.md\`, Theory. */
import type { Experiment } from '../../engine/experiment';
import { lines } from '../lines';

/** Whether there is a law: the true covariance is known, and the bias keeps the shape of what is fitted. */
export const hasTheory = ({ dataset, model, memory, bias, changes }: Experiment): boolean =>
  !['moons', 'spiral'].includes(dataset) &&
  memory === 'previous' &&
  (model === 'gaussian' || (bias === 1 && changes.every(({ settings }) => (settings.bias ?? 1) === 1)));

export function theoryLines({ model, covariance }: Experiment): readonly string[] {
  const isUnbiased = model === 'gaussian' && covariance === 'unbiased';
  return lines(`
    # --- theory: the expected variance per axis of the fitted model, exact for every loop below (MODEL.md of MAD Lab, "Theory")
    def expected(keeps, fresh):
        away = CENTRES - WEIGHTS @ CENTRES
        truth = SIGMA ** 2 + (WEIGHTS @ away ** 2).mean()
        def kappa(n):
            return ${isUnbiased ? 'n / (n - 1)' : '1.0'}
        now, a, m, found = dict(SETTINGS), kappa(INITIAL) * (1 - 1 / INITIAL), 0.0 if keeps else 1 / INITIAL, []
        for t in range(1, GENERATIONS + 1):
            now.update(CHANGES.get(t, {}))
            if t > 1:
                real_ones, bias = INITIAL if keeps else now['real'] if fresh else 0, now['bias']
                n = real_ones + now['synthetic']
                p, q = real_ones / n, now['synthetic'] / n
                own = 1 - 1 / real_ones if keeps else 1 - 1 / n
                a, m = (kappa(n) * (p * own + (1 - 1 / n) * bias * q * a + p * q * m),
                        (0 if keeps else p / n) + q ** 2 * m + bias * q * a / n)
            found.append(a * truth)
        return found`);
}
