import { BETA_1, BETA_2, type Rates } from '../../engine/models/vae/adam';
import { offsetsOf, type Shape } from '../../engine/models/vae/network';
import type { Kernels } from './kernels';
import { workspaceOf } from './workspace';

type Layer = 'encode' | 'posterior' | 'decode' | 'pixels';

/** Addresses of float32 numbers. */
export interface Operands {
  /** [batch, d] */
  readonly x: number;
  /** [batch, k] */
  readonly epsilon: number;
  readonly parameters: number;
  /** Adam's two sums */
  readonly first: number;
  readonly second: number;
  /** `workspaceOf(shape, batch).bytes` */
  readonly workspace: number;
}

export interface StepOptions {
  readonly shape: Shape;
  readonly batch: number;
  readonly beta: number;
  readonly rates: Rates;
}

/**
 * One training step as in network.ts and adam.ts, of the kernels in kernels/vaeStep.ts: the same numbers, bit for bit. In three parts, to
 * be taken in turn; what comes between them is tfjs's own. Parameters and sums change in place.
 */
export function stepOf(kernels: Kernels, operands: Operands, { shape, batch, beta, rates }: StepOptions) {
  const { pixels: d, units: h, latent: k } = shape;
  const { x, epsilon, parameters, first, second, workspace } = operands;
  const parts = workspaceOf(shape, batch);
  const at = (part: Exclude<keyof typeof parts, 'bytes'>) => workspace + parts[part];
  const [encoded, posterior, noise, z, decoded, logits] = [at('encoded'), at('posterior'), at('noise'), at('z'), at('decoded'), at('logits')];
  const [table, lists, sizes, panel, transposed] = [at('table'), at('lists'), at('sizes'), at('panel'), at('transposed')];
  const offsets = offsetsOf(shape);
  const weightsOf = (layer: Layer) => parameters + 4 * offsets[layer];
  const biasOf = (layer: Layer) => parameters + 4 * offsets[`${layer}Bias`];

  /** Lists the rows of a matrix [batch, columns]; how many numbers are not 0. */
  const listRows = (matrix: number, columns: number) => kernels.list(matrix, batch, columns, lists, sizes, table);
  const listColumns = (matrix: number, columns: number) => {
    kernels.transpose(matrix, batch, columns, transposed);
    return kernels.list(transposed, columns, batch, lists, sizes, table);
  };
  /** @returns how many of the inputs are not 0 */
  const forward = (input: number, inputs: number, layer: Layer, outputs: number, isRelu: boolean, out: number): number => {
    const used = listRows(input, inputs);
    kernels.product(lists, sizes, batch, inputs, weightsOf(layer), outputs, biasOf(layer), isRelu, 0, out, panel);
    return used;
  };
  /** Errors [batch, outputs] of a layer, to its inputs [batch, inputs], where the gate is open. */
  const back = (errors: number, outputs: number, layer: Layer, inputs: number, gate: number, out: number) => {
    kernels.transpose(weightsOf(layer), inputs, outputs, transposed);
    listRows(errors, outputs);
    kernels.product(lists, sizes, batch, outputs, transposed, inputs, 0, false, gate, out, panel);
  };
  /** Columns of [batch, rows], as listed, times [batch, columns]: the gradient of weights [rows, columns]. */
  const ofWeights = (rows: number, right: number, columns: number, out: number) =>
    kernels.product(lists, sizes, rows, batch, right, columns, 0, false, 0, out, panel);
  /** How much of the images is not 0. */
  let drawn = 0;

  /** Fills `half` [batch, k] with half of the log variances. */
  function toPosterior(half: number): void {
    kernels.fillTable(table);
    drawn = forward(x, d, 'encode', h, true, encoded);
    forward(encoded, h, 'posterior', 2 * k, false, posterior);
    kernels.halfLogVariances(posterior, batch, k, half);
  }

  /** @param sigma [batch, k] */
  function toLogits(sigma: number): void {
    kernels.latentPoints(posterior, sigma, epsilon, batch, k, noise, z);
    forward(z, k, 'decode', h, true, decoded);
    forward(decoded, h, 'pixels', d, false, logits);
  }

  function toParameters(sigma: number): void {
    const perSample = 1 / batch;
    const [decodedErrors, zErrors, posteriorErrors, encodedErrors] = [at('decodedErrors'), at('zErrors'), at('posteriorErrors'), at('encodedErrors')];
    const gradient = at('gradient');
    const slope = (part: Layer | `${Layer}Bias`) => gradient + 4 * offsets[part];

    kernels.pixelErrors(logits, x, batch * d, perSample);
    kernels.columnSums(logits, batch, d, slope('pixelsBias'));
    listColumns(decoded, h);
    ofWeights(h, logits, d, slope('pixels'));
    back(logits, d, 'pixels', h, decoded, decodedErrors);

    kernels.columnSums(decodedErrors, batch, h, slope('decodeBias'));
    listColumns(z, k);
    ofWeights(k, decodedErrors, h, slope('decode'));
    back(decodedErrors, h, 'decode', k, 0, zErrors);

    kernels.posteriorErrors(posterior, sigma, noise, zErrors, batch, k, beta * perSample, posteriorErrors);
    kernels.columnSums(posteriorErrors, batch, 2 * k, slope('posteriorBias'));
    listColumns(encoded, h);
    ofWeights(h, posteriorErrors, 2 * k, slope('posterior'));
    back(posteriorErrors, 2 * k, 'posterior', h, encoded, encodedErrors);

    kernels.columnSums(encodedErrors, batch, h, slope('encodeBias'));
    const passed = listColumns(encodedErrors, h);
    if (passed * d < drawn * h) {
      ofWeights(h, x, d, transposed);
      kernels.transpose(transposed, h, d, slope('encode'));
    } else {
      listColumns(x, d);
      ofWeights(d, encodedErrors, h, slope('encode'));
    }

    kernels.adam(parameters, first, second, gradient, offsets.size, BETA_1, BETA_2, rates.epsilon, rates.stepSize);
  }

  return { posterior, logits, toPosterior, toLogits, toParameters };
}
