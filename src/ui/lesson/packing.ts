import { toBase64 } from '../files/base64';

/*
 * What is told in the fragment of a link, which no server is sent: base64url of four bytes that tell whether the rest is whole, and JSON, deflated.
 */

/** Chat apps and mailers cut what is longer. */
export const LONGEST_LINK = 2000;
/** A link that is longer was never ours. */
const LONGEST_READ = 100_000;
/** More than any work has: a short link may unfold to anything. */
const MOST_BYTES = 4e6;
const MARK_BYTES = 4;

/** FNV-1a. */
function markOf(bytes: Uint8Array): number {
  let mark = 0x811c9dc5;
  for (const byte of bytes) mark = Math.imul(mark ^ byte, 0x01000193);
  return mark >>> 0;
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough<Uint8Array>(stream).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MOST_BYTES) {
      await reader.cancel();
      throw new RangeError('it unfolds to too much');
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** In letters, digits, - and _; null where this browser can't. */
export async function packed(value: unknown): Promise<string | null> {
  try {
    const bytes = new TextEncoder().encode(JSON.stringify(value));
    const deflated = await through(bytes, new CompressionStream('deflate-raw'));
    const all = new Uint8Array(MARK_BYTES + deflated.length);
    new DataView(all.buffer).setUint32(0, markOf(bytes));
    all.set(deflated, MARK_BYTES);
    return toBase64(all).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  } catch {
    return null;
  }
}

/** null where it did not arrive whole, or is none. */
export async function unpacked(text: string): Promise<unknown> {
  if (text.length > LONGEST_READ) return null;
  try {
    const all = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
    const bytes = await through(all.slice(MARK_BYTES), new DecompressionStream('deflate-raw'));
    if (new DataView(all.buffer).getUint32(0) !== markOf(bytes)) return null;
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return null;
  }
}

/** Mailers and redirects encode once more. */
function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

/** What a fragment holds under a letter, as it is written; null without one. */
export const partIn = (hash: string, key: 'a' | 'l'): string | null =>
  new RegExp(`(?:^|[#&?;])${key}=([\\w-]*)`, 'i').exec(decoded(hash))?.[1] ?? null;

/** The fragment without it. */
export const withoutPart = (hash: string, key: 'a' | 'l'): string =>
  hash.replace(new RegExp(`([#&?;])${key}=[^&]*&?`, 'i'), '$1').replace(/[#&?;]+$/, '');
