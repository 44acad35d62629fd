import { about } from './about';
import type { Metric } from './scene';

export const modesAlive: Metric = {
  ...about('modesAlive'),
  compute({ shares }) {
    if (!shares) return { undefined: 'these data have no modes or classes, or there are no samples' };
    return { value: shares.alive.filter(Boolean).length };
  },
};
