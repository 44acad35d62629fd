import { about } from './about';
import { isUndefined, type Metric } from './scene';

export const coverage: Metric = {
  ...about('coverage'),
  *compute({ realBalls, real }) {
    const balls = yield* realBalls();
    return isUndefined(balls) ? balls : { value: balls.occupied / real.count };
  },
};
