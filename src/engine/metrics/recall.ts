import { about } from './about';
import { isUndefined, type Metric } from './scene';

export const recall: Metric = {
  ...about('recall'),
  *compute({ syntheticBalls, real }) {
    const balls = yield* syntheticBalls();
    return isUndefined(balls) ? balls : { value: balls.covered / real.count };
  },
};
