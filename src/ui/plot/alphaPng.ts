/** Largest block of bytes that deflate stores as they are. */
const BLOCK = 65535;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 255] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}

const uint32 = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

function joined(parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** A zlib stream without compression: a browser's own compressor answers later, and these pictures are small. */
function stored(bytes: Uint8Array): Uint8Array {
  const parts: (Uint8Array | readonly number[])[] = [[0x78, 0x01]];
  for (let at = 0; at < bytes.length; at += BLOCK) {
    const size = Math.min(BLOCK, bytes.length - at);
    parts.push([at + size === bytes.length ? 1 : 0, size & 255, size >>> 8, ~size & 255, (~size >>> 8) & 255], bytes.subarray(at, at + size));
  }
  return joined([...parts, uint32(adler32(bytes))]);
}

function chunk(name: string, data: Uint8Array | readonly number[]): Uint8Array {
  const body = joined([[...name].map((character) => character.charCodeAt(0)), data]);
  return joined([uint32(data.length), body, uint32(crc32(body))]);
}

/** A PNG of one colour ("#rrggbb") whose opacity is each pixel's byte, row by row. `compress` makes a zlib stream. */
export function alphaPng(width: number, height: number, opacity: Uint8Array, colour: string, compress = stored): Uint8Array {
  const rgb = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const lines = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++) lines.set(opacity.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return joined([
    [137, 80, 78, 71, 13, 10, 26, 10],
    chunk('IHDR', [...uint32(width), ...uint32(height), 8, 3, 0, 0, 0]),
    chunk('PLTE', Array.from({ length: 256 }, () => rgb).flat()),
    chunk(
      'tRNS',
      Uint8Array.from({ length: 256 }, (_, i) => i),
    ),
    chunk('IDAT', compress(lines)),
    chunk('IEND', []),
  ]);
}
