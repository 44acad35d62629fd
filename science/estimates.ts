import { quantile } from '../src/engine/math/quantile';

/** A value from replicates, with its standard error. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
}

/** A running mean and its standard error sqrt(s^2 / n), s^2 with divisor n - 1 (Welford 1962). */
export class Mean {
  private count = 0;
  private mean = 0;
  private scatter = 0;

  add(value: number): void {
    this.count++;
    const away = value - this.mean;
    this.mean += away / this.count;
    this.scatter += away * (value - this.mean);
  }

  estimate(): Estimate {
    return { value: this.mean, error: Math.sqrt(this.scatter / (this.count - 1) / this.count) };
  }
}

/** Half the share of the values between the two quantiles that measure the density at the median. */
const HALF_WINDOW = 0.1;

/**
 * The median and its standard error 1 / (2 f sqrt n), with the density f at the median from the values between the 40 % and the 60 %
 * quantile (Siddiqui 1960): with 2,000 values it is known to 5 %, and its bias is 1 % for normal ones.
 */
export function medianOf(values: readonly number[]): Estimate {
  const sorted = values.toSorted((a, b) => a - b);
  const sparsity = (quantile(sorted, 0.5 + HALF_WINDOW) - quantile(sorted, 0.5 - HALF_WINDOW)) / (2 * HALF_WINDOW);
  return { value: quantile(sorted, 0.5), error: sparsity / 2 / Math.sqrt(values.length) };
}
