import { pointsDataset } from './points';

/** N(0, I) in `dim` dimensions. */
export const gaussianData = pointsDataset('gaussian', {
  density: ({ dim }) => ({ count: 1, dim, centres: new Float64Array(dim), weights: Float64Array.of(1), sigma: 1 }),
});
