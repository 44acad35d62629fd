import { numberAt } from '../../../engine/checked';
import type { ShownPoints } from '../../../engine/kinds/points';
import { Refusal, refuse } from '../../../engine/refusal';
import { base64At, bytesIn, toBase64 } from '../../files/base64';
import type { KindFile } from '../kindView';

/** numbers of a component, bytes of a number */
const STRIDE = 6;
const FLOAT = 4;
const LARGEST_FLOAT = 3.4028234663852886e38;
const MOST_COMPONENTS = 1000;

const countAt = numberAt({ min: 0, max: 20_000, whole: true });

/** Numbers as base64 of their bytes, float32, little-endian. */
export const pointsFile: KindFile<ShownPoints> = {
  id: 'points',
  encode: ({ kind, count, dim, values, components }) => ({
    kind,
    count,
    dim,
    values: toBase64(bytesOf(values)),
    components: toBase64(bytesOf(components)),
  }),
  decode(raw, place, experiment) {
    const count = countAt(raw.count, `${place}.count`);
    const dim = planeOf(experiment);
    if (raw.dim !== dim) refuse(`${place}.dim`, raw.dim, `${dim}, as the experiment has it`);
    const values = floatsOf(base64At(raw.values, `${place}.values`, FLOAT * count * dim), `${place}.values`);
    const components = floatsOf(componentBytes(raw.components, `${place}.components`), `${place}.components`);
    return { kind: 'points', count, dim, values, components };
  },
  none: (experiment) => ({ kind: 'points', count: 0, dim: planeOf(experiment), values: new Float32Array(0), components: new Float32Array(0) }),
};

const planeOf = ({ dim }: { readonly dim: number }): 1 | 2 => (dim === 1 ? 1 : 2);

const bytesOf = (floats: Float32Array) => new Uint8Array(floats.buffer, floats.byteOffset, floats.byteLength);

function componentBytes(text: unknown, place: string): Uint8Array {
  const length = typeof text === 'string' ? bytesIn(text) : 0;
  const whole = FLOAT * STRIDE * Math.min(MOST_COMPONENTS, Math.round(length / (FLOAT * STRIDE)));
  return base64At(text, place, whole);
}

/** What lies beyond the range of float32 was written as infinite: it becomes the farthest that there is. */
function floatsOf(bytes: Uint8Array, place: string): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.length / FLOAT }, (_, i) => {
    const value = view.getFloat32(FLOAT * i, true);
    if (Number.isNaN(value)) throw new Refusal(`${place}[${i}] is not a number`);
    return Math.min(LARGEST_FLOAT, Math.max(-LARGEST_FLOAT, value));
  });
}
