import { Bytes } from './bytes';
import { changed, type Patch } from './changed';
import { lzw } from './lzw';
import { addColours, blueOf, greenOf, type Histogram, nearestIn, type Pixels, paletteOf, redOf } from './palette';

/** A film to be written: its pictures are drawn when they are wanted, each the same every time. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  /** how long each of the pictures stands, s */
  readonly seconds: readonly number[];
  /** what the file says of itself, for programs that show it */
  readonly comment: string;
  /** in pieces of work */
  draw(at: number): Generator<undefined, Pixels>;
}

/** So many pictures are asked for their colours. */
const ASKED = 8;
/** Pixels of a picture between two places where whoever waits may do something else. */
const STRETCH = 1 << 14;

/** The colours of a film: of some of its pictures, evenly, the first and the last among them. */
function* coloursOf({ seconds: { length }, draw }: Drawn, most: number): Generator<undefined, number[]> {
  const asked = Math.min(ASKED, length);
  const histogram: Histogram = new Map();
  for (let i = 0; i < asked; i++) {
    const pixels: Pixels = yield* draw(asked === 1 ? 0 : Math.round((i * (length - 1)) / (asked - 1)));
    yield;
    for (let from = 0; from < pixels.length; from += STRETCH) {
      addColours(histogram, pixels.subarray(from, from + STRETCH));
      yield;
    }
  }
  return yield* paletteOf(histogram, most);
}

/** The places of a picture’s colours in the palette. */
function* placesOf(pixels: Pixels, nearest: (colour: number) => number): Generator<undefined, Uint8Array> {
  const places = new Uint8Array(pixels.length);
  let [colour, place] = [pixels[0], nearest(pixels[0])];
  for (let i = 0; i < pixels.length; i++) {
    if (pixels[i] !== colour) [colour, place] = [pixels[i], nearest(pixels[i])];
    places[i] = place;
    if (i % STRETCH === STRETCH - 1) yield;
  }
  return places;
}

/** Size, palette, “for ever”, and the comment. `bits`: of a place in the palette. */
function head({ width, height, comment }: Drawn, palette: readonly number[], bits: number): Uint8Array {
  const bytes = new Bytes();
  const letters = (text: string) => bytes.append(new TextEncoder().encode(text));
  letters('GIF89a');
  bytes.short(width);
  bytes.short(height);
  bytes.add(0xf0 | (bits - 1), 0, 0);
  for (let i = 0; i < 1 << bits; i++) {
    const colour = palette[i] ?? 0;
    bytes.add(redOf(colour), greenOf(colour), blueOf(colour));
  }
  bytes.add(0x21, 0xff, 11);
  letters('NETSCAPE2.0');
  bytes.add(3, 1, 0, 0, 0);
  bytes.add(0x21, 0xfe);
  const said = new TextEncoder().encode(comment);
  for (let from = 0; from < said.length; from += 255) {
    const block = said.subarray(from, from + 255);
    bytes.add(block.length);
    bytes.append(block);
  }
  bytes.add(0);
  return bytes.all();
}

/** One picture: how long it stands, on what was there, and where it lies. */
function picture({ left, top, width, height }: Patch, seconds: number, same: number): Uint8Array {
  const bytes = new Bytes();
  bytes.add(0x21, 0xf9, 4, 0x05);
  bytes.short(Math.round(100 * seconds));
  bytes.add(same, 0, 0x2c);
  for (const value of [left, top, width, height]) bytes.short(value);
  bytes.add(0);
  return bytes.all();
}

/** What a file may be. */
export interface Limits {
  readonly bytes: number;
  /** at most 255: one entry of a palette stays for “as before” */
  readonly colours: number;
}

/** What came of writing a film: a file, or how many pictures of it would have had room. */
export type Encoded = { readonly gif: Uint8Array } | { readonly room: number };

/**
 * An animated GIF, in pieces of work; each picture holds only what is new in it. Where it would be longer than it may the work ends, with about
 * how many pictures there is room for. The same pictures give the same bytes.
 * @param tell is told how many pictures are done
 * Source: CompuServe, Graphics Interchange Format 89a (1990); the loop is Netscape’s application extension
 */
export function* encodeGif(drawn: Drawn, most: Limits, tell: (done: number) => void = () => {}): Generator<undefined, Encoded> {
  const palette = yield* coloursOf(drawn, most.colours);
  const same = palette.length;
  const bits = Math.max(2, Math.ceil(Math.log2(same + 1)));
  const nearest = nearestIn(palette);
  const bytes = new Bytes();
  bytes.append(head(drawn, palette, bits));
  let before: Uint8Array | null = null;
  let first = 0;
  for (const [at, seconds] of drawn.seconds.entries()) {
    const pixels: Pixels = yield* drawn.draw(at);
    yield;
    const now: Uint8Array = yield* placesOf(pixels, nearest);
    const patch: Patch = before
      ? yield* changed(before, now, drawn.width, same)
      : { left: 0, top: 0, width: drawn.width, height: drawn.height, pixels: now };
    yield;
    bytes.append(picture(patch, seconds, same));
    bytes.append(yield* lzw(patch.pixels, bits));
    if (at === 0) first = bytes.length;
    else if (bytes.length >= most.bytes) return { room: 1 + Math.floor(((most.bytes - first) * at) / (bytes.length - first)) };
    before = now;
    tell(at + 1);
    yield;
  }
  bytes.add(0x3b);
  return { gif: bytes.all() };
}
