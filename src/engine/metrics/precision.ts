import { about } from './about';
import { isUndefined, type Metric } from './scene';

export const precision: Metric = {
  ...about('precision'),
  *compute({ realBalls, synthetic }) {
    const balls = yield* realBalls();
    return isUndefined(balls) ? balls : { value: balls.covered / synthetic.count };
  },
};
