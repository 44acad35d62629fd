import * as v from 'valibot';
import { type Work, workSchema } from '../../lessons/work';
import { pageOf } from '../../store/pageAddress';
import { toBase64 } from '../files/base64';

/*
 * Work in the fragment of a link, which no server is sent: `#a=` and base64url of four bytes that tell whether the rest is whole, and the work's
 * JSON, deflated.
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
export async function packed(work: Work): Promise<string | null> {
  try {
    const bytes = new TextEncoder().encode(JSON.stringify(work));
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
export async function unpacked(text: string): Promise<Work | null> {
  if (text.length > LONGEST_READ) return null;
  try {
    const all = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
    const bytes = await through(all.slice(MARK_BYTES), new DecompressionStream('deflate-raw'));
    if (new DataView(all.buffer).getUint32(0) !== markOf(bytes)) return null;
    const read = v.safeParse(workSchema, JSON.parse(new TextDecoder().decode(bytes)));
    return read.success ? read.output : null;
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

/** What a fragment holds under `a`, as it is written; null without one. */
export const packedIn = (hash: string): string | null => /(?:^|[#&?;])a=([\w-]*)/i.exec(decoded(hash))?.[1] ?? null;

/** The fragment without it. */
export const withoutPacked = (hash: string): string => hash.replace(/([#&?;])a=[^&]*&?/i, '$1').replace(/[#&?;]+$/, '');

const place = ({ group, desk }: Work): string => [group && `group=${encodeURIComponent(group)}&`, desk && `desk=${desk}&`].filter(Boolean).join('');

/** The link of a lesson for this desk and group, with no work in it. */
export const linkOfLesson = (work: Work): string => `${pageOf(location)}?lesson=${work.lesson}${`#${place(work)}`.replace(/[#&]$/, '')}`;

/** The link that goes on with some work. Its query has nothing of it but the lesson. */
export async function linkOfWork(work: Work): Promise<string | null> {
  const text = await packed(work);
  return text === null ? null : `${pageOf(location)}?lesson=${work.lesson}#${place(work)}a=${text}`;
}
