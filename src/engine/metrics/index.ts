import type { MetricDescription } from '../contracts';

export const metrics: readonly MetricDescription[] = [];
