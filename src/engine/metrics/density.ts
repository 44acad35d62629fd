import { about } from './about';
import { isUndefined, type Metric } from './scene';

export const density: Metric = {
  ...about('density'),
  *compute({ realBalls, synthetic, k }) {
    const balls = yield* realBalls();
    return isUndefined(balls) ? balls : { value: balls.strictPairs / (k * synthetic.count) };
  },
};
