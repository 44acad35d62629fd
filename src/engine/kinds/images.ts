import { FEATURES, openImageFeatures } from '../datasets/imageFeatures';
import { imageSetOf } from '../datasets/imageSets';
import { byId } from '../registry';
import type { ShownSamples } from '../results';
import { KINDS } from './about';
import type { Kind } from './kind';

/** values: a byte a pixel, [count, side * side] */
export interface ShownImages extends ShownSamples {
  readonly kind: 'images';
  readonly side: number;
  readonly values: Uint8Array;
  /** what the classifier reads them as, [count]; absent where nothing asked it */
  readonly classes?: Uint8Array;
}

/** Images shown, in 8 rows. */
export const SHOWN_IMAGES = 64;

/** Square images of ten classes, pixels in [0, 1]. They are scored by the 64 features of a small classifier. */
export const images: Kind = {
  ...byId(KINDS, 'images'),
  numberBytes: 4,
  width: ({ resolution }) => resolution * resolution,
  show({ count: all, dim, values }, _, classes): ShownImages {
    const count = Math.min(all, SHOWN_IMAGES);
    const shown = Uint8Array.from(values.subarray(0, count * dim), (value) => Math.round(255 * Math.min(1, Math.max(0, value))));
    return { kind: 'images', count, side: Math.round(Math.sqrt(dim)), values: shown, ...(classes && { classes: classes.slice(0, count) }) };
  },
  shownBytes: ({ resolution }) => SHOWN_IMAGES * resolution * resolution,
  reader: { width: FEATURES, open: (host, experiment) => openImageFeatures(host, imageSetOf(experiment)) },
};
