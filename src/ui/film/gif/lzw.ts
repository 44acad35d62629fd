import { Bytes } from './bytes';

/** Codes have at most so many bits. */
const MOST_BITS = 12;
const MOST_CODES = 1 << MOST_BITS;
/** Of data in a row, before their length is said again. */
const BLOCK = 255;
/** Pixels between two places where whoever waits may do something else. */
const STRETCH = 1 << 13;

/** Bits packed from the lowest on, in blocks that say their length. */
class Packed {
  #bits = 0;
  #count = 0;
  readonly #block = new Uint8Array(BLOCK);
  #filled = 0;

  constructor(readonly bytes: Bytes) {}

  put(code: number, size: number): void {
    this.#bits |= code << this.#count;
    this.#count += size;
    for (; this.#count >= 8; this.#count -= 8) {
      this.#byte(this.#bits & 255);
      this.#bits >>>= 8;
    }
  }

  #byte(byte: number): void {
    this.#block[this.#filled++] = byte;
    if (this.#filled === BLOCK) this.#endBlock();
  }

  #endBlock(): void {
    if (this.#filled === 0) return;
    this.bytes.add(this.#filled);
    this.bytes.append(this.#block.subarray(0, this.#filled));
    this.#filled = 0;
  }

  end(): void {
    if (this.#count > 0) this.#byte(this.#bits & 255);
    this.#endBlock();
    this.bytes.add(0);
  }
}

/**
 * The pixels of a GIF’s picture as its variable-length LZW code, in pieces of work.
 * @param pixels places in the palette, all below 2^`size`, 2 <= `size` <= 8
 * Source: CompuServe, Graphics Interchange Format 89a (1990), Appendix F
 */
export function* lzw(pixels: Uint8Array, size: number): Generator<undefined, Uint8Array> {
  const bytes = new Bytes();
  bytes.add(size);
  const packed = new Packed(bytes);
  const colours = 1 << size;
  const [clear, end] = [colours, colours + 1];
  // the code of a known stretch with one more pixel; 0: there is none
  const longer = new Uint16Array(MOST_CODES << size);
  let next = end + 1;
  let bits = size + 1;
  packed.put(clear, bits);
  let stretch = pixels[0];
  for (let i = 1; i < pixels.length; i++) {
    const place = (stretch << size) | pixels[i];
    const known = longer[place];
    if (known !== 0) stretch = known;
    else {
      packed.put(stretch, bits);
      stretch = pixels[i];
      if (next < MOST_CODES) {
        // a reader has this code one step later than we do
        if (next === 1 << bits) bits++;
        longer[place] = next++;
      } else {
        packed.put(clear, bits);
        longer.fill(0);
        next = end + 1;
        bits = size + 1;
      }
    }
    if (i % STRETCH === 0) yield;
  }
  packed.put(stretch, bits);
  // the reader has learned one more code from the last stretch
  if (next === 1 << bits && bits < MOST_BITS) bits++;
  packed.put(end, bits);
  packed.end();
  return bytes.all();
}
