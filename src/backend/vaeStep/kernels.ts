/** What kernels/vaeStep.ts exports; what each does is said there. Addresses are bytes in the memory of tfjs's WebAssembly. */
export interface Kernels {
  fillTable(table: number): void;
  list(matrix: number, rows: number, columns: number, lists: number, sizes: number, table: number): number;
  product(
    lists: number,
    sizes: number,
    rows: number,
    steps: number,
    right: number,
    columns: number,
    bias: number,
    isRelu: boolean,
    gate: number,
    out: number,
    panel: number,
  ): void;
  transpose(matrix: number, rows: number, columns: number, out: number): void;
  columnSums(matrix: number, rows: number, columns: number, out: number): void;
  pixelErrors(logits: number, x: number, count: number, perSample: number): void;
  halfLogVariances(posterior: number, batch: number, latent: number, out: number): void;
  latentPoints(posterior: number, sigma: number, epsilon: number, batch: number, latent: number, noise: number, z: number): void;
  posteriorErrors(posterior: number, sigma: number, noise: number, zErrors: number, batch: number, latent: number, weight: number, out: number): void;
  adam(
    parameters: number,
    first: number,
    second: number,
    gradient: number,
    count: number,
    beta1: number,
    beta2: number,
    epsilon: number,
    stepSize: number,
  ): void;
}
