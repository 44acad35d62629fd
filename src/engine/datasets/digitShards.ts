import type { Host } from '../contracts';
import { EngineError } from '../errors';

export const DIGITS_PER_SHARD = 1000;

/** Number of shards: 30,000 training digits, 10,000 held-out ones. */
export const SHARDS = { train: 30, test: 10 } as const;

export type DigitSet = keyof typeof SHARDS;

export function shardPath(side: number, set: DigitSet, shard: number): string {
  return `digits/${side}/${set}-${String(shard).padStart(2, '0')}.bin`;
}

/** The part of the platform's DecompressionStream that is used here: browsers and Node have it, the engine's type library does not. */
declare const DecompressionStream: new (
  format: 'gzip',
) => {
  readonly writable: { getWriter(): { write(chunk: Uint8Array): Promise<void>; close(): Promise<void> } };
  readonly readable: { getReader(): { read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }> } };
};

async function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new DecompressionStream('gzip');
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  const chunks: Uint8Array[] = [];
  const drain = async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || !value) return;
      chunks.push(value);
    }
  };
  await Promise.all([writer.write(bytes), writer.close(), drain()]);
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}

async function loadShard(host: Host, path: string, size: number): Promise<Uint8Array> {
  const loaded = await host.load(path);
  // a server that sends Content-Encoding: gzip has had the browser decode the file already
  const zipped = loaded[0] === 0x1f && loaded[1] === 0x8b;
  const damaged = (found: string) => new EngineError('asset-missing', `${path} is damaged: ${found}. Reload the page.`);
  const bytes = zipped
    ? await gunzip(loaded).catch((cause: unknown) => {
        throw damaged(`it does not decompress (${String(cause)})`);
      })
    : loaded;
  if (bytes.length !== size) throw damaged(`${bytes.length} bytes instead of ${size}`);
  return bytes;
}

/** By the way of loading: a worker opens a host for every run and keeps one `load`. */
const cache = new WeakMap<Host['load'], Map<string, Promise<Uint8Array>>>();

/**
 * A shard as it is packed: at 14 px two 4-bit pixels a byte (left pixel high), at 28 px one byte a pixel, row-major, digit after
 * digit. Each is fetched at most once per host; a failed fetch is forgotten, so that a later call tries again.
 */
export function digitShard(host: Host, side: number, set: DigitSet, shard: number): Promise<Uint8Array> {
  const path = shardPath(side, set, shard);
  const loaded = cache.get(host.load) ?? new Map<string, Promise<Uint8Array>>();
  cache.set(host.load, loaded);
  const known = loaded.get(path);
  if (known) return known;
  const pending = loadShard(host, path, (DIGITS_PER_SHARD * side * side) / (side === 14 ? 2 : 1));
  loaded.set(path, pending);
  pending.catch(() => loaded.delete(path));
  return pending;
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
