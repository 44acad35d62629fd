import type { Host } from '../contracts';
import { gzippedFiles } from './gzipped';
import type { Half, ImageSet } from './imageSets';

const shards = gzippedFiles<Uint8Array>();

/** A shard as it is packed. */
export function imageShard(host: Host, set: ImageSet, half: Half, shard: number): Promise<Uint8Array> {
  const size = (set.perShard * set.side * set.side) / (set.isPaired ? 2 : 1);
  return shards(host, set.path(half, shard), (bytes, damaged) => {
    if (bytes.length !== size) throw damaged(`${bytes.length} bytes instead of ${size}`);
    return bytes;
  });
}

/** Writes image `row` of a shard as float32 pixels in [0, 1] to `pixels` from `offset`. */
export function unpackImage(packed: Uint8Array, { side, isPaired, full }: ImageSet, row: number, pixels: Float32Array, offset: number): void {
  const size = side * side;
  if (isPaired) {
    for (let i = 0; i < size / 2; i++) {
      const pair = packed[(row * size) / 2 + i];
      pixels[offset + 2 * i] = (pair >> 4) / full;
      pixels[offset + 2 * i + 1] = (pair & 15) / full;
    }
  } else {
    for (let i = 0; i < size; i++) pixels[offset + i] = packed[row * size + i] / full;
  }
}
