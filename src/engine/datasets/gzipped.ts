import type { Host } from '../contracts';
import { EngineError } from '../errors';

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

/** The error of a file in which that was found. */
type Damaged = (found: string) => EngineError;

async function load<Value>(host: Host, path: string, read: (bytes: Uint8Array, damaged: Damaged) => Value): Promise<Value> {
  const loaded = await host.load(path);
  // a server that sends Content-Encoding: gzip has had the browser decode the file already
  const zipped = loaded[0] === 0x1f && loaded[1] === 0x8b;
  const damaged: Damaged = (found) => new EngineError('asset-missing', `${path} is damaged: ${found}. Reload the page.`);
  const bytes = zipped
    ? await gunzip(loaded).catch((cause: unknown) => {
        throw damaged(`it does not decompress (${String(cause)})`);
      })
    : loaded;
  return read(bytes, damaged);
}

/**
 * Files of public/ that are compressed with gzip, as what `read` makes of their bytes. Each is fetched at most once per host; a failed
 * fetch is forgotten, so that a later call tries again.
 */
export function gzippedFiles<Value>(): (host: Host, path: string, read: (bytes: Uint8Array, damaged: Damaged) => Value) => Promise<Value> {
  // by the way of loading: a worker opens a host for every run and keeps one `load`
  const cache = new WeakMap<Host['load'], Map<string, Promise<Value>>>();
  return (host, path, read) => {
    const loaded = cache.get(host.load) ?? new Map<string, Promise<Value>>();
    cache.set(host.load, loaded);
    const known = loaded.get(path);
    if (known) return known;
    const pending = load(host, path, read);
    loaded.set(path, pending);
    pending.catch(() => loaded.delete(path));
    return pending;
  };
}
