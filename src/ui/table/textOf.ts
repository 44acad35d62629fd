/** The share of zero bytes at even or odd places from which on these are the upper halves of UTF-16. */
const MOSTLY = 0.4;
const SAMPLE = 1000;

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const length = Math.min(bytes.length, SAMPLE);
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2]++;
  const [even, odd] = zeros.map((count) => count / (length / 2));
  if (odd >= MOSTLY && even < MOSTLY) return 'utf-16le';
  return even >= MOSTLY && odd < MOSTLY ? 'utf-16be' : 'utf-8';
}

/** The text of a file in whatever way it is written: UTF-8, UTF-16 with or without its mark, and what old programs of the West write. */
export function textOf(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  if (encoding !== 'utf-8') return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
