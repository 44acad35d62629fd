import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const KEYWORD = 'Source';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Channels in steps of 17, and of these colours the commonest 256; rarer ones take the nearest. */
function quantised(rgba: Uint8Array): { palette: readonly number[]; indices: Uint8Array } {
  const coarse = (at: number) => (Math.round(rgba[at] / 17) << 8) | (Math.round(rgba[at + 1] / 17) << 4) | Math.round(rgba[at + 2] / 17);
  const counts = new Map<number, number>();
  for (let at = 0; at < rgba.length; at += 4) counts.set(coarse(at), (counts.get(coarse(at)) ?? 0) + 1);
  const palette = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 256)
    .map(([colour]) => colour);
  const channels = (colour: number) => [colour >> 8, (colour >> 4) & 15, colour & 15];
  const distance = (a: number, b: number) => channels(a).reduce((sum, value, i) => sum + (value - channels(b)[i]) ** 2, 0);
  const indexOf = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, (candidate) => distance(candidate, colour))]));
  return { palette, indices: Uint8Array.from({ length: rgba.length / 4 }, (_, i) => indexOf.get(coarse(4 * i)) ?? 0) };
}

function nearest(palette: readonly number[], distance: (colour: number) => number): number {
  let best = 0;
  for (let i = 1; i < palette.length; i++) if (distance(palette[i]) < distance(palette[best])) best = i;
  return best;
}

/** A PNG of at most 256 colours that says what it was made from. @param rgba [height, width, 4], opaque */
export function palettePng(width: number, height: number, rgba: Uint8Array, source: string): Buffer {
  const { palette, indices } = quantised(rgba);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) rows.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [(colour >> 8) * 17, ((colour >> 4) & 15) * 17, (colour & 15) * 17]))),
    chunk('tEXt', Buffer.from(`${KEYWORD}\0${source}`, 'latin1')),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Width, height and what the picture was made from. */
export function readPngHead(png: Buffer): { width: number; height: number; source: string | null } {
  const size = { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
  for (let at = SIGNATURE.length; at + 8 <= png.length; ) {
    const length = png.readUInt32BE(at);
    const data = png.subarray(at + 8, at + 8 + length).toString('latin1');
    if (png.toString('latin1', at + 4, at + 8) === 'tEXt' && data.startsWith(`${KEYWORD}\0`))
      return { ...size, source: data.slice(KEYWORD.length + 1) };
    at += length + 12;
  }
  return { ...size, source: null };
}
