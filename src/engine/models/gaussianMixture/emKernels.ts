import { borrowKernels, giveBackKernels, layout } from '../../wasm/kernels';
import type { EmRows, RowsOfPoints } from './emRows';

/** `emRows` in WebAssembly, for points in the plane: the same bits. Null for other points, and where there is no WebAssembly with SIMD. */
export function kernelRows({ values, count, dim, times }: RowsOfPoints, components: number): EmRows | null {
  if (dim !== 2) return null;
  // two rows at a time, and two components
  const pitch = 2 * Math.ceil(count / 2);
  const width = 2 * Math.ceil(components / 2);
  const { part, bytes } = layout();
  const x = part(8 * pitch);
  const y = part(8 * pitch);
  const counts = part(8 * pitch);
  const shares = part(8 * pitch * width);
  const parameters = part(48 * components);
  const sums = part(24 * width);
  const means = part(16 * width);
  const kernels = borrowKernels(bytes());
  if (!kernels) return null;
  const at = (address: number, length: number) => new Float64Array(kernels.memory.buffer, address, length);
  const [xs, ys, ofRows, ofComponents, ofSums, ofMeans] = [
    at(x, pitch),
    at(y, pitch),
    at(counts, pitch),
    at(parameters, 6 * components),
    at(sums, 3 * width),
    at(means, 2 * width),
  ];
  for (let n = 0; n < pitch; n++) {
    const row = Math.min(n, count - 1);
    xs[n] = values[2 * row];
    ys[n] = values[2 * row + 1];
    ofRows[n] = times ? times[row] : 1;
  }

  return {
    expect(from, to, mixture, factors, constants, before) {
      for (let k = 0; k < components; k++) {
        ofComponents[6 * k] = constants[k];
        ofComponents[6 * k + 1] = mixture.means[2 * k];
        ofComponents[6 * k + 2] = mixture.means[2 * k + 1];
        ofComponents[6 * k + 3] = factors[4 * k];
        ofComponents[6 * k + 4] = factors[4 * k + 2];
        ofComponents[6 * k + 5] = factors[4 * k + 3];
      }
      return kernels.responsibilities(x, y, counts, from, to, pitch, components, parameters, shares, before);
    },
    addMeans(from, to, { sizes, means: into }) {
      for (let k = 0; k < components; k++) {
        ofSums[k] = sizes[k];
        ofSums[width + k] = into[2 * k];
        ofSums[2 * width + k] = into[2 * k + 1];
      }
      kernels.addMeans(x, y, from, to, pitch, width, shares, sums);
      for (let k = 0; k < components; k++) {
        sizes[k] = ofSums[k];
        into[2 * k] = ofSums[width + k];
        into[2 * k + 1] = ofSums[2 * width + k];
      }
    },
    addCovariances(from, to, centres, covariances) {
      for (let k = 0; k < components; k++) {
        ofMeans[k] = centres[2 * k];
        ofMeans[width + k] = centres[2 * k + 1];
        ofSums[k] = covariances[4 * k];
        ofSums[width + k] = covariances[4 * k + 2];
        ofSums[2 * width + k] = covariances[4 * k + 3];
      }
      kernels.addCovariances(x, y, from, to, pitch, width, shares, means, sums);
      for (let k = 0; k < components; k++) {
        covariances[4 * k] = ofSums[k];
        covariances[4 * k + 2] = ofSums[width + k];
        covariances[4 * k + 3] = ofSums[2 * width + k];
      }
    },
    close: () => giveBackKernels(kernels),
  };
}
