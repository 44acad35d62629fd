import { numberAt } from '../../../engine/checked';
import type { ShownImages } from '../../../engine/kinds/images';
import { refuse } from '../../../engine/refusal';
import { base64At, toBase64 } from '../../files/base64';
import type { KindFile } from '../kindView';

const countAt = numberAt({ min: 0, max: 20_000, whole: true });

/** A byte a pixel, as base64. */
export const imagesFile: KindFile<ShownImages> = {
  id: 'images',
  encode: ({ kind, count, side, values }) => ({ kind, count, side, values: toBase64(values) }),
  decode(raw, place, { resolution: side }) {
    const count = countAt(raw.count, `${place}.count`);
    if (raw.side !== side) refuse(`${place}.side`, raw.side, `${side}, the resolution of the experiment`);
    return { kind: 'images', count, side, values: base64At(raw.values, `${place}.values`, count * side * side) };
  },
  none: ({ resolution }) => ({ kind: 'images', count: 0, side: resolution, values: new Uint8Array(0) }),
};
