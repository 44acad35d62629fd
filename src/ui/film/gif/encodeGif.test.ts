import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../testing/finish';
import { readGif } from '../testing/readGif';
import { type Drawn, encodeGif } from './encodeGif';
import { lzw } from './lzw';
import { paletteOf } from './palette';

const opaque = (rgb: number) => (0xff000000 | rgb) >>> 0;
const plain = (word: number) => word & 0xffffff;

/** A film of pictures that are there already. */
const filmOf = (width: number, pictures: readonly Uint32Array[]): Drawn => ({
  width,
  height: pictures[0].length / width,
  seconds: pictures.map((_, i) => (i === 0 ? 1 : 0.2)),
  comment: 'A run. https://lab.example/?v=1&seed=7',
  *draw(at) {
    yield;
    return pictures[at];
  },
});

function written(drawn: Drawn): Uint8Array {
  const encoded = finish(encodeGif(drawn, { bytes: 3e6, colours: 255 }));
  if (!('gif' in encoded)) throw new Error('too long');
  return encoded.gif;
}

/** A ground with a bright square that wanders over it. */
const wandering = (width: number, height: number, count: number): Uint32Array[] =>
  Array.from({ length: count }, (_, at) =>
    Uint32Array.from({ length: width * height }, (_, i) => {
      const [x, y] = [i % width, Math.floor(i / width)];
      return opaque(x >= at && x < at + 9 && y > 5 && y < 15 ? 0x00aa00 + x : 0xffffff);
    }),
  );

describe('a GIF', () => {
  it('is read by another decoder as the very pictures that were drawn, where they have no more than 255 colours', () => {
    const pictures = wandering(60, 40, 12);
    const gif = readGif(written(filmOf(60, pictures)));
    expect(gif).toMatchObject({ width: 60, height: 40, loops: 0, comment: 'A run. https://lab.example/?v=1&seed=7' });
    expect(gif.pictures.map(({ pixels }) => pixels)).toEqual(pictures.map((pixels) => [...pixels].map(plain)));
    expect(gif.pictures.map(({ seconds }) => seconds)).toEqual(pictures.map((_, i) => (i === 0 ? 1 : 0.2)));
  });

  it('is so of any pixels, whatever they are', () => {
    const pixel = fc.constantFrom(0xff0000, 0x00ff00, 0x0000ff, 0xffffff, 0).map(opaque);
    const picture = fc.array(pixel, { minLength: 35, maxLength: 35 }).map((pixels) => Uint32Array.from(pixels));
    fc.assert(
      fc.property(fc.array(picture, { minLength: 1, maxLength: 4 }), (pictures) => {
        const seen = readGif(written(filmOf(7, pictures))).pictures.map(({ pixels }) => pixels);
        expect(seen).toEqual(pictures.map((pixels) => [...pixels].map(plain)));
      }),
    );
  });

  it('has the same bytes for the same pictures', () => {
    const film = filmOf(60, wandering(60, 40, 12));
    expect(written(film)).toEqual(written(film));
  });

  it('holds of a picture only what is new in it, and next to nothing of one that is as the one before', () => {
    const [first, second] = wandering(300, 200, 2);
    const [still, moving] = [
      [first, first],
      [first, second],
    ].map((pictures) => written(filmOf(300, pictures)).length - written(filmOf(300, [first])).length);
    expect(still).toBeLessThan(30);
    expect(moving).toBeLessThan(200);
  });

  it('keeps ground and ink exactly, and other colours nearly, where there are more than it can hold', () => {
    let state = 1;
    const random = () => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    };
    const pixels = Uint32Array.from({ length: 120 * 120 }, (_, i) => {
      if (i % 120 < 40) return opaque(0xffffff);
      if (i % 120 < 60) return opaque(0x1d1816);
      return opaque((Math.floor(256 * random()) << 16) | (Math.floor((i / 14_400) * 255) << 8) | 0x80);
    });
    const [{ pixels: seen }] = readGif(written(filmOf(120, [pixels]))).pictures;
    for (const [i, colour] of seen.entries()) {
      if (i % 120 < 60) expect(colour).toBe(plain(pixels[i]));
      for (const shift of [0, 8, 16]) expect(Math.abs(((colour >> shift) & 255) - ((pixels[i] >>> shift) & 255))).toBeLessThan(32);
    }
  });

  it('is given up where it would be too long, with how many pictures there is room for', () => {
    const film = filmOf(60, wandering(60, 40, 40));
    const whole = written(film).length;
    const half = finish(encodeGif(film, { bytes: Math.round(whole / 2), colours: 255 }));
    expect(half).toHaveProperty('room');
    expect((half as { room: number }).room).toBeLessThan(40);
    expect((half as { room: number }).room).toBeGreaterThan(1);
  });
});

describe('lzw', () => {
  it('begins anew when all of its codes are used up', () => {
    // nothing in it comes again soon
    const pixels = Uint8Array.from({ length: 60_000 }, (_, i) => (i * i * 31 + (i >> 3) * 17) & 255);
    expect(finish(lzw(pixels, 8)).length).toBeGreaterThan(20_000);
    const words = Uint32Array.from(pixels, (value) => opaque(value % 200));
    expect(readGif(written(filmOf(300, [words]))).pictures[0].pixels).toEqual([...words].map(plain));
  });
});

describe('paletteOf', () => {
  it('has every colour where there is room, and never more than it may', () => {
    const colours = Array.from({ length: 90 }, (_, i) => opaque(i * 12_345));
    const histogram = new Map(colours.map((colour, i) => [colour, 1 + (i % 7)]));
    expect([...finish(paletteOf(histogram, 255))].sort()).toEqual([...colours].sort());
    expect(finish(paletteOf(histogram, 16))).toHaveLength(16);
  });
});
