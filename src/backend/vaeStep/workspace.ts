import { type Shape, sizeOf } from '../../engine/models/vae/network';

/** Columns of a panel of kernels/vaeStep.ts. */
const PANEL = 24;

/** Where a step keeps what, in bytes from the start of its workspace; every part starts at a multiple of 16. `bytes` in all. */
export function workspaceOf(shape: Shape, batch: number) {
  const { pixels, units, latent } = shape;
  const widest = Math.max(pixels, units, 2 * latent);
  let bytes = 0;
  const part = (numbers: number) => {
    const at = bytes;
    bytes += 16 * Math.ceil(numbers / 4);
    return at;
  };
  const parts = {
    encoded: part(batch * units),
    posterior: part(batch * 2 * latent),
    noise: part(batch * latent),
    z: part(batch * latent),
    decoded: part(batch * units),
    /** become their errors */
    logits: part(batch * pixels),
    decodedErrors: part(batch * units),
    zErrors: part(batch * latent),
    posteriorErrors: part(batch * 2 * latent),
    encodedErrors: part(batch * units),
    /** of one matrix after the other */
    transposed: part(Math.max(units, batch) * widest),
    gradient: part(sizeOf(shape)),
    /** of sixteen shuffles */
    table: part(16 * 4),
    /** of one left matrix after the other: an entry is as large as two numbers */
    lists: part(2 * batch * widest),
    sizes: part(Math.max(widest, batch)),
    panel: part(PANEL * Math.max(widest, batch)),
  };
  return { ...parts, bytes };
}
