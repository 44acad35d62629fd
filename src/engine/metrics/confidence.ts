import { about } from './about';
import type { Metric } from './scene';

export const confidence: Metric = {
  ...about('confidence'),
  compute({ synthetic: { cloud }, samples, reader }) {
    const probabilities = reader?.probabilities?.(cloud, samples ?? undefined);
    if (!probabilities || cloud.count === 0) return { undefined: 'no classifier reads these data, or there are no samples' };
    const classes = probabilities.length / cloud.count;
    let sum = 0;
    for (let i = 0; i < cloud.count; i++) sum += probabilities.subarray(i * classes, (i + 1) * classes).reduce((a, b) => Math.max(a, b));
    return { value: sum / cloud.count };
  },
};
