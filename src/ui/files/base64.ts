import { refuse } from '../../engine/refusal';

/** Arguments of one call: engines allow some 65,000. */
const CHUNK = 8192;

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

/** Bytes that a base64 text of this length stands for. */
export const bytesIn = (text: string) => Math.floor((text.length * 3) / 4) - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0);

/** The bytes of a base64 text at `place` of a file; throws a `Refusal` where it has not `length` of them. */
export function base64At(text: unknown, place: string, length: number): Uint8Array {
  const allowed = `base64 of ${length} bytes`;
  if (typeof text !== 'string' || bytesIn(text) !== length) return refuse(place, text, allowed);
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return refuse(place, text, allowed);
  }
}
