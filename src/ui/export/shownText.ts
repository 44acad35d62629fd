import { numberAt, objectAt } from '../../engine/checked';
import { Refusal, refuse } from '../../engine/refusal';
import type { ShownSamples } from '../../protocol/messages';

/** Arguments of one call: engines allow some 65,000. */
const CHUNK = 8192;
/** numbers of a component, bytes of a number */
const STRIDE = 6;
const FLOAT = 4;
const FARTHEST = 3.4028234663852886e38;
const MOST_COMPONENTS = 1000;

const countAt = numberAt({ min: 0, max: 20_000, whole: true });

/** Samples of the screen as JSON holds them: numbers as base64 of their bytes, float32 (little-endian) for points, a byte a pixel for images. */
export function encodeShown(shown: ShownSamples) {
  const { kind, count } = shown;
  if (shown.kind === 'images') return { kind, count, side: shown.side, values: toBase64(shown.values) };
  return { kind, count, dim: shown.dim, values: toBase64(bytesOf(shown.values)), components: toBase64(bytesOf(shown.components)) };
}

/** @param shown a value from a file, at `place`; `kind`, `dim` and `side` are those of the file's experiment */
export function decodeShown(shown: unknown, place: string, kind: ShownSamples['kind'], dim: number, side: number): ShownSamples | null {
  if (shown === null || shown === undefined) return null;
  const raw = objectAt(shown, place);
  if (raw.kind !== kind) refuse(`${place}.kind`, raw.kind, `${kind}, which the model makes`);
  const count = countAt(raw.count, `${place}.count`);
  if (kind === 'images') {
    if (raw.side !== side) refuse(`${place}.side`, raw.side, `${side}, the resolution of the experiment`);
    return { kind, count, side, values: fromBase64(raw.values, `${place}.values`, count * side * side) };
  }
  const plane = dim === 1 ? 1 : 2;
  if (raw.dim !== plane) refuse(`${place}.dim`, raw.dim, `${plane}, as the experiment has it`);
  const values = floatsOf(fromBase64(raw.values, `${place}.values`, FLOAT * count * plane), `${place}.values`);
  const components = floatsOf(componentBytes(raw.components, `${place}.components`), `${place}.components`);
  return { kind, count, dim: plane, values, components };
}

function componentBytes(text: unknown, place: string): Uint8Array {
  const length = typeof text === 'string' ? lengthOf(text) : 0;
  const whole = FLOAT * STRIDE * Math.min(MOST_COMPONENTS, Math.round(length / (FLOAT * STRIDE)));
  return fromBase64(text, place, whole);
}

/** What stands for samples that a file does not hold: none, so that no other picture takes their place. */
export function noSamples(kind: 'points' | 'images', dim: number, side: number): ShownSamples {
  if (kind === 'images') return { kind, count: 0, side, values: new Uint8Array(0) };
  return { kind, count: 0, dim: dim === 1 ? 1 : 2, values: new Float32Array(0), components: new Float32Array(0) };
}

const bytesOf = (floats: Float32Array) => new Uint8Array(floats.buffer, floats.byteOffset, floats.byteLength);

/** What lies beyond the range of float32 was written as infinite: it becomes the farthest that there is. */
function floatsOf(bytes: Uint8Array, place: string): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.length / FLOAT }, (_, i) => {
    const value = view.getFloat32(FLOAT * i, true);
    if (Number.isNaN(value)) throw new Refusal(`${place}[${i}] is not a number`);
    return Math.min(FARTHEST, Math.max(-FARTHEST, value));
  });
}

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

/** Bytes that a base64 text of this length stands for. */
const lengthOf = (text: string) => Math.floor((text.length * 3) / 4) - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0);

function fromBase64(text: unknown, place: string, length: number): Uint8Array {
  const allowed = `base64 of ${length} bytes`;
  if (typeof text !== 'string' || lengthOf(text) !== length) return refuse(place, text, allowed);
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return refuse(place, text, allowed);
  }
}
