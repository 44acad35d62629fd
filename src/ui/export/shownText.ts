import type { ShownSamples } from '../../protocol/messages';
import { refuse } from './saved';

/** Arguments of one call: engines allow some 65,000. */
const CHUNK = 8192;
const STRIDE = 6;

/** Samples of the screen as JSON holds them: numbers as base64 of their bytes, float32 (little-endian) for points, a byte a pixel for images. */
export function encodeShown(shown: ShownSamples) {
  const { kind, count } = shown;
  if (shown.kind === 'images') return { kind, count, side: shown.side, values: toBase64(shown.values) };
  return { kind, count, dim: shown.dim, values: toBase64(bytesOf(shown.values)), components: toBase64(bytesOf(shown.components)) };
}

/** @param shown a value from a file, `where` it stands there */
export function decodeShown(shown: unknown, where: string): ShownSamples | null {
  if (shown === null || shown === undefined) return null;
  const { kind, count, dim, side, values, components } = shown as Readonly<Record<string, unknown>>;
  const isCount = typeof count === 'number' && Number.isInteger(count) && count >= 0;
  if (kind === 'images' && isCount && typeof side === 'number') {
    const bytes = fromBase64(values, where);
    if (bytes.length !== count * side * side) refuse(`${where}: the images are not ${count} of ${side} × ${side} pixels.`);
    return { kind, count, side, values: bytes };
  }
  if (kind !== 'points' || !isCount || (dim !== 1 && dim !== 2)) refuse(`${where}: the samples are neither points nor images.`);
  const points = floatsOf(fromBase64(values, where));
  const fitted = floatsOf(fromBase64(components, where));
  if (points.length !== count * dim || fitted.length % STRIDE !== 0) refuse(`${where}: the points are not ${count} of ${dim} numbers each.`);
  return { kind, count, dim, values: points, components: fitted };
}

/** What stands for samples that a file does not hold: none, so that no other picture takes their place. */
export function noSamples(kind: 'points' | 'images', dim: number, side: number): ShownSamples {
  if (kind === 'images') return { kind, count: 0, side, values: new Uint8Array(0) };
  return { kind, count: 0, dim: dim === 1 ? 1 : 2, values: new Float32Array(0), components: new Float32Array(0) };
}

const bytesOf = (floats: Float32Array) => new Uint8Array(floats.buffer, floats.byteOffset, floats.byteLength);

function floatsOf(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => view.getFloat32(4 * i, true));
}

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

function fromBase64(text: unknown, where: string): Uint8Array {
  try {
    if (typeof text === 'string') return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    // not base64: refused below
  }
  return refuse(`${where}: the samples can't be read.`);
}
