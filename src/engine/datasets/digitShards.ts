import type { Host } from '../contracts';
import { gzippedFiles } from './gzipped';

export const DIGITS_PER_SHARD = 1000;

/** Number of shards: 30,000 training digits, 10,000 held-out ones. */
export const SHARDS = { train: 30, test: 10 } as const;

export type DigitSet = keyof typeof SHARDS;

export function shardPath(side: number, set: DigitSet, shard: number): string {
  return `digits/${side}/${set}-${String(shard).padStart(2, '0')}.bin`;
}

const shards = gzippedFiles<Uint8Array>();

/**
 * A shard as it is packed: at 14 px two 4-bit pixels a byte (left pixel high), at 28 px one byte a pixel, row-major, digit after
 * digit.
 */
export function digitShard(host: Host, side: number, set: DigitSet, shard: number): Promise<Uint8Array> {
  const size = (DIGITS_PER_SHARD * side * side) / (side === 14 ? 2 : 1);
  return shards(host, shardPath(side, set, shard), (bytes, damaged) => {
    if (bytes.length !== size) throw damaged(`${bytes.length} bytes instead of ${size}`);
    return bytes;
  });
}

/** Writes digit `row` of a shard as float32 pixels in [0, 1] to `pixels` from `offset`. */
export function unpackDigit(packed: Uint8Array, side: number, row: number, pixels: Float32Array, offset: number): void {
  const size = side * side;
  if (side === 14) {
    for (let i = 0; i < size / 2; i++) {
      const pair = packed[(row * size) / 2 + i];
      pixels[offset + 2 * i] = (pair >> 4) / 15;
      pixels[offset + 2 * i + 1] = (pair & 15) / 15;
    }
  } else {
    for (let i = 0; i < size; i++) pixels[offset + i] = packed[row * size + i] / 255;
  }
}
