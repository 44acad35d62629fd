import { pointsDataset } from './points';

/** N(0, I) in `dim` dimensions. */
export const gaussianData = pointsDataset({
  id: 'gaussian',
  name: 'Gaussian',
  summary: 'One round cloud: the case in which theory is exact.',
  components: 1,
  modes: 0,
  density: ({ dim }) => ({ count: 1, dim, centres: new Float64Array(dim), weights: Float64Array.of(1), sigma: 1 }),
});
