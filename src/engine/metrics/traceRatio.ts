import { about } from './about';
import { isUndefined, type Metric } from './scene';

export const traceRatio: Metric = {
  ...about('traceRatio'),
  compute({ real, synthetic }) {
    const [below, above] = [real.trace(), synthetic.trace()];
    if (isUndefined(below)) return below;
    if (isUndefined(above)) return above;
    if (below.value === 0) return { undefined: 'all real samples coincide: they have no variance' };
    const value = above.value / below.value;
    return value === 0 && above.value > 0 ? { undefined: 'the value is too small for a number' } : { value };
  },
};
