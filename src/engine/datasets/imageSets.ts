export type Half = 'train' | 'test';

/** The images of a dataset, as files of public/ hold them: shards of as many each, row-major, image after image, without a header. */
export interface ImageSet {
  /** what it is called in streams of random numbers */
  readonly name: string;
  readonly side: number;
  /** images in a shard, and shards: to train on, and held out */
  readonly perShard: number;
  readonly shards: Readonly<Record<Half, number>>;
  readonly path: (half: Half, shard: number) => string;
  /** two pixels a byte, the left one in its high half; one, where it says nothing */
  readonly isPaired?: true;
  /** the largest value of a pixel: full ink */
  readonly full: number;
  /** the file of the classifier that reads them, the width of its first hidden layer, and the bytes of a weight */
  readonly classifier: string;
  readonly hidden: number;
  readonly weightBytes: 1 | 2;
}

const two = (shard: number) => String(shard).padStart(2, '0');

/** 30,000 digits to train on, 10,000 held out. */
const digitsAt = (side: number) =>
  ({
    name: 'digits',
    side,
    perShard: 1000,
    shards: { train: 30, test: 10 },
    path: (half, shard) => `digits/${side}/${half}-${two(shard)}.bin`,
    classifier: `classifier/${side}.bin`,
    hidden: 128,
    weightBytes: 2,
  }) as const satisfies Partial<ImageSet>;

export const DIGITS_14: ImageSet = { ...digitsAt(14), isPaired: true, full: 15 };
export const DIGITS_28: ImageSet = { ...digitsAt(28), full: 255 };

/** Spoken words: log-mel spectrograms in eight levels. */
export const SPEECH: ImageSet = {
  name: 'speech',
  side: 28,
  perShard: 250,
  shards: { train: 12, test: 4 },
  path: (half, shard) => `speech/${half}-${two(shard)}.bin`,
  full: 7,
  classifier: 'classifier/speech.bin',
  hidden: 32,
  weightBytes: 1,
};

export const IMAGE_SETS: readonly ImageSet[] = [DIGITS_14, DIGITS_28, SPEECH];

/** The images that an experiment learns from. */
export function imageSetOf({ dataset, resolution }: { readonly dataset: string; readonly resolution: number }): ImageSet {
  if (dataset === 'speech') return SPEECH;
  return resolution === 14 ? DIGITS_14 : DIGITS_28;
}

/** How many there are. */
export const sizeOfHalf = ({ perShard, shards }: ImageSet, half: Half): number => perShard * shards[half];
