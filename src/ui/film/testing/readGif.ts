/** A picture of a GIF as it is seen: what was there, with what it brings. */
interface Seen {
  readonly seconds: number;
  /** the colours of all pixels, red lowest */
  readonly pixels: readonly number[];
}

/** What a GIF holds. */
export interface Gif {
  readonly width: number;
  readonly height: number;
  /** 0 = for ever */
  readonly loops: number | null;
  readonly comment: string;
  readonly pictures: readonly Seen[];
}

/** LZW as a reader knows it: a table of stretches, grown one code behind the writer. */
function unpack(data: Uint8Array, size: number): number[] {
  const clear = 1 << size;
  const pixels: number[] = [];
  let [table, bits, place, before]: [number[][], number, number, number[] | null] = [[], size + 1, 0, null];
  const reset = () => {
    table = Array.from({ length: clear + 2 }, (_, i) => (i < clear ? [i] : []));
    bits = size + 1;
    before = null;
  };
  reset();
  for (;;) {
    let code = 0;
    for (let i = 0; i < bits; i++, place++) {
      if (place >> 3 >= data.length) throw new Error('the data end before their end code');
      code |= ((data[place >> 3] >> (place & 7)) & 1) << i;
    }
    if (code === clear) {
      reset();
      continue;
    }
    if (code === clear + 1) return pixels;
    const stretch: number[] | undefined = table[code] ?? (before && code === table.length ? [...before, before[0]] : undefined);
    if (!stretch) throw new Error(`there is no code ${code}`);
    pixels.push(...stretch);
    if (before && table.length < 4096) table.push([...before, stretch[0]]);
    if (table.length === 1 << bits && bits < 12) bits++;
    before = stretch;
  }
}

/** Reads a GIF by its specification (CompuServe, 1990), independently of what writes it here; throws where it breaks it. */
export function readGif(bytes: Uint8Array): Gif {
  let at = 0;
  const byte = () => bytes[at++];
  const short = () => byte() | (byte() << 8);
  const text = (length: number) => String.fromCharCode(...Array.from({ length }, byte));
  const blocks = () => {
    const parts: number[] = [];
    for (let length = byte(); length > 0; length = byte()) {
      parts.push(...bytes.subarray(at, at + length));
      at += length;
    }
    return Uint8Array.from(parts);
  };
  if (text(6) !== 'GIF89a') throw new Error('no GIF');
  const [width, height, flags] = [short(), short(), byte()];
  at += 2;
  const palette = Array.from({ length: 2 << (flags & 7) }, () => byte() | (byte() << 8) | (byte() << 16));
  let [loops, comment, seconds, clear]: [number | null, string, number, number | null] = [null, '', 0, null];
  const pictures: Seen[] = [];
  let canvas: number[] = Array.from({ length: width * height }, () => -1);
  for (;;) {
    const kind = byte();
    if (kind === 0x3b) break;
    if (kind === 0x21) {
      const label = byte();
      const data = blocks();
      if (label === 0xfe) comment += new TextDecoder().decode(data);
      if (label === 0xff) loops = data[12] | (data[13] << 8);
      if (label === 0xf9) {
        if (((data[0] >> 2) & 7) !== 1) throw new Error('pictures are to stay');
        [seconds, clear] = [(data[1] | (data[2] << 8)) / 100, data[0] & 1 ? data[3] : null];
      }
    } else if (kind === 0x2c) {
      const [left, top, across, down, local] = [short(), short(), short(), short(), byte()];
      if (local !== 0) throw new Error('one palette is enough');
      if (left + across > width || top + down > height) throw new Error('a picture reaches beyond its film');
      const size = byte();
      const places = unpack(blocks(), size);
      if (places.length !== across * down) throw new Error(`${places.length} pixels instead of ${across * down}`);
      canvas = [...canvas];
      for (const [i, place] of places.entries()) {
        if (place !== clear) canvas[(top + Math.floor(i / across)) * width + left + (i % across)] = palette[place];
      }
      pictures.push({ seconds, pixels: canvas });
    } else throw new Error(`a block of kind ${kind}`);
  }
  if (at !== bytes.length) throw new Error('something follows the end');
  return { width, height, loops, comment, pictures };
}
