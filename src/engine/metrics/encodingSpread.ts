import { about } from './about';
import { isUndefined, type Metric } from './scene';

export const encodingSpread: Metric = {
  ...about('encodingSpread'),
  needsEncodings: true,
  compute({ encodings }) {
    if (!encodings) return { undefined: 'needs the encoder of a fitted model: two sets of real samples have none' };
    const trace = encodings.trace();
    return isUndefined(trace) ? trace : { value: Math.sqrt(trace.value / encodings.cloud.dim) };
  },
};
