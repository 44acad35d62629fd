import { numberAt } from '../../../engine/checked';
import type { ShownImages } from '../../../engine/kinds/images';
import { refuse } from '../../../engine/refusal';
import { base64At, toBase64 } from '../../export/base64';
import { imageSvg } from '../../export/imageSvg';
import { INK } from '../../palette';
import type { KindFile } from '../kindView';

/** The page's wall of digits. */
const COLUMNS = 8;
const ROWS = 8;
const GAP = 1;

const countAt = numberAt({ min: 0, max: 20_000, whole: true });

/** A byte a pixel, as base64. */
export const imagesFile: KindFile<ShownImages> = {
  id: 'images',
  svg: (samples, { side }) => wall(samples, side),
  encode: ({ kind, count, side, values }) => ({ kind, count, side, values: toBase64(values) }),
  decode(raw, place, { resolution: side }) {
    const count = countAt(raw.count, `${place}.count`);
    if (raw.side !== side) refuse(`${place}.side`, raw.side, `${side}, the resolution of the experiment`);
    return { kind: 'images', count, side, values: base64At(raw.values, `${place}.values`, count * side * side) };
  },
  none: ({ resolution }) => ({ kind: 'images', count: 0, side: resolution, values: new Uint8Array(0) }),
};

function wall({ count, side, values }: ShownImages, size: number): string {
  const pitch = side + GAP;
  const width = COLUMNS * pitch - GAP;
  const height = ROWS * pitch - GAP;
  const shown = Math.min(count, COLUMNS * ROWS);
  const opacity = new Uint8Array(width * height);
  for (let i = 0; i < shown; i++) {
    const [left, top] = [(i % COLUMNS) * pitch, Math.floor(i / COLUMNS) * pitch];
    for (let y = 0; y < side; y++) opacity.set(values.subarray((i * side + y) * side, (i * side + y + 1) * side), (top + y) * width + left);
  }
  if (shown === 0) return '';
  return imageSvg(width, height, opacity, INK.light, size, `data-samples="${shown}" style="image-rendering:pixelated"`);
}
