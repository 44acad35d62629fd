import type { Cloud, Modes, Shares } from '../contracts';

/** A mode or class is alive when it holds at least this part of its fair share. */
const ALIVE_PART = 0.1;
const ALIVE_SAMPLES = 3;
export const ALIVE_SIGMAS = 3;

/**
 * Share of samples nearest to each mode (the first of equals), and which modes are alive: at least 10 % of the mode's fair share and at
 * least 3 samples within 3 sigma of its centre. The cloud has at least one row.
 */
export function modeShares({ count, dim, values }: Cloud, modes: Modes): Shares {
  const reach = ALIVE_SIGMAS * ALIVE_SIGMAS * modes.sigma * modes.sigma;
  const nearestCount = new Float64Array(modes.count);
  const withinCount = new Float64Array(modes.count);
  for (let i = 0; i < count; i++) {
    let nearest = 0;
    let least = Infinity;
    for (let m = 0; m < modes.count; m++) {
      let squared = 0;
      for (let a = 0; a < dim; a++) {
        const difference = values[i * dim + a] - modes.centres[m * dim + a];
        squared += difference * difference;
      }
      if (squared <= reach) withinCount[m]++;
      if (squared < least) {
        least = squared;
        nearest = m;
      }
    }
    nearestCount[nearest]++;
  }
  return {
    share: nearestCount.map((samples) => samples / count),
    alive: Array.from(withinCount, (samples, m) => samples >= ALIVE_SAMPLES && samples >= ALIVE_PART * modes.weights[m] * count),
  };
}

/** Share of samples per class, and which classes hold at least 10 % of their true share. `labels` has at least one entry. */
export function classShares(labels: Uint8Array, trueShares: Float64Array): Shares {
  const share = classFrequencies(labels, trueShares.length);
  return { share, alive: Array.from(share, (part, c) => part > 0 && part >= ALIVE_PART * trueShares[c]) };
}

/** Relative frequencies [classes]; zeros without labels. */
export function classFrequencies(labels: Uint8Array, classes: number): Float64Array {
  const frequencies = new Float64Array(classes);
  for (const label of labels) frequencies[label]++;
  return frequencies.map((samples) => samples / Math.max(1, labels.length));
}
