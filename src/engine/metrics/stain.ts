import type { Score } from '../contracts';
import { stainOf } from '../datasets/stain';
import { about } from './about';
import type { Metric, Scene } from './scene';

/** The mean, over the generated images, of what is read off their ink where a stain would be: 0 none, 1 full. */
function meanOfInk({ samples }: Scene, read: (ink: number) => number): Score {
  if (!samples || samples.count === 0) return { undefined: 'needs the images themselves, not only their features' };
  const { count, dim, values } = samples;
  const stain = stainOf(dim);
  let sum = 0;
  for (let i = 0; i < count; i++) sum += read(stain.reduce((ink, pixel) => ink + values[i * dim + pixel], 0) / stain.length);
  return { value: sum / count };
}

export const stainShare: Metric = { ...about('stainShare'), compute: (scene) => meanOfInk(scene, (ink) => (ink > 0.5 ? 1 : 0)) };

export const stainInk: Metric = { ...about('stainInk'), compute: (scene) => meanOfInk(scene, (ink) => ink) };
