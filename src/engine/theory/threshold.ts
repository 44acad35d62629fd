import type { Recipe } from '../recipe';

/**
 * n_s* of the fresh data loop: with more synthetic samples than these a generation the steady state is worse than the real samples alone, with
 * fewer better. n_r -> infinity, second-order law of W2^2: [4 (2 - lambda) + (d + 1)(1/2 + 3 lambda/2 - lambda^2)]/(1 - lambda)^2.
 */
export function syntheticThreshold(dim: number, { bias, memory }: Pick<Recipe, 'bias' | 'memory'>): number | string {
  if (memory !== 'previous') return 'known for the memory previous only';
  if (bias === 1) return 'none: at λ = 1 synthetic samples do no harm';
  return (4 * (2 - bias) + (dim + 1) * (0.5 + 1.5 * bias - bias * bias)) / ((1 - bias) * (1 - bias));
}
