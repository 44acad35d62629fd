/** Numbers of a passage's features. */
export const FEATURES = 64;

/** The polynomial of CRC-32 (IEEE 802.3), reflected. */
const POLYNOMIAL = 0xedb88320;
const SIGN_BIT = 0x10000;

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
  return crc;
});

/**
 * Features of a passage, by signed hashing: h = CRC-32 of every three successive characters (their UTF-8 bytes) adds 1 to place h mod 64, or takes
 * 1 off where bit 16 of h is set; all is divided by the root of the number of such threes. Signed hashing:
 * Weinberger et al., arXiv 0902.2206. (To hash three letters is sooner than to look them up.)
 * @param into its 64 places from `offset` on are written; all 0 for fewer than three characters
 * @returns the number of threes; 0 for fewer than three characters, where there are no features
 */
export function hashedFeatures(passage: string, into: Float64Array, offset: number): number {
  into.fill(0, offset, offset + FEATURES);
  let threes = 0;
  let first = -1;
  let second = -1;
  for (let at = 0; at < passage.length; ) {
    const third = passage.codePointAt(at) as number;
    at += third > 0xffff ? 2 : 1;
    if (first >= 0) {
      const hash = ~withCharacter(withCharacter(withCharacter(-1, first), second), third);
      into[offset + (hash & (FEATURES - 1))] += hash & SIGN_BIT ? -1 : 1;
      threes++;
    }
    first = second;
    second = third;
  }
  if (threes > 0) {
    const scale = Math.sqrt(threes);
    for (let i = offset; i < offset + FEATURES; i++) into[i] /= scale;
  }
  return threes;
}

/** CRC-32, before its last inversion, behind the UTF-8 bytes of one more character; half of a surrogate pair counts as U+FFFD. */
function withCharacter(crc: number, character: number): number {
  if (character < 0x80) return withByte(crc, character);
  if (character < 0x800) return withByte(withByte(crc, 0xc0 | (character >> 6)), tail(character));
  if (character >= 0xd800 && character < 0xe000) return withCharacter(crc, 0xfffd);
  if (character < 0x10000) return withByte(withByte(withByte(crc, 0xe0 | (character >> 12)), tail(character >> 6)), tail(character));
  const start = withByte(withByte(crc, 0xf0 | (character >> 18)), tail(character >> 12));
  return withByte(withByte(start, tail(character >> 6)), tail(character));
}

const tail = (bits: number) => 0x80 | (bits & 0x3f);

const withByte = (crc: number, byte: number) => TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
