import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parseExperiment } from '../../../engine/experimentText';
import type { ShownText } from '../../../engine/kinds/text';
import type { Preview, TextFound } from '../../../protocol/messages';
import { isFromWorker } from '../../../worker/engineGuard';
import { lookOf } from '../../palette';
import { paintPrimitives } from '../../plot/canvas';
import type { Primitive } from '../../plot/primitive';
import { print } from '../../plot/print';
import { pieceNouns } from '../../text/pieceNouns';
import { decodeShown, encodeShown, noSamples } from '../files';
import { textFile } from './file';
import { foundWords } from './foundWords';
import { emsOf } from './letters';
import { isReal, partsOf, repeatsOf, timesOf, written } from './marks';
import { passage, settingFor } from './passage';
import { pieceWords } from './pieceWords';
import { placeAt, settingOf } from './setting';
import { textView } from './view';
import { wordAfter } from './wordKeys';

const names = (...pieces: string[]): ShownText => ({ kind: 'text', count: pieces.length, isRunning: false, pieces });
const running = (text: string): ShownText => {
  const pieces = text.split(' ');
  return { kind: 'text', count: pieces.length, isRunning: true, pieces };
};
const experimentOf = (dataset: string) => parseExperiment({ dataset }).experiment;
const look = lookOf('fresh-data');
const brush = { look, dark: false, surface: 'page', side: 272 } as const;
const preview = {} as Preview;
const wordsIn = (picture: readonly Primitive[]) =>
  picture.flatMap((shape) => (shape.kind === 'words' ? [shape.parts.map(({ text }) => text).join('')] : []));

describe('a text in its square', () => {
  const side = fc.oneof(fc.integer({ min: 84, max: 1000 }), fc.double({ min: 84, max: 1000, noNaN: true }));
  const surface = fc.constantFrom('page', 'projector', 'figure', 'thumbnail');
  const piece = fc.oneof(
    fc.constantFrom('WWWWWWWWWWWWWWWWWWWW', 'wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww', 'i', '', '鯨鯨鯨鯨鯨鯨鯨鯨', 'ahab,'),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  );

  it('overflows at no size, not with the widest letters; no word runs into the next one', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 120 }),
        fc.boolean(),
        side,
        surface,
        fc.double({ min: 1, max: 2.5, noNaN: true }),
        (pieces, isRunning, size, where, wider) => {
          const set = settingOf({ kind: 'text', count: pieces.length, isRunning, pieces }, size, where, (place) => place % 3 === 0, wider * size);
          expect(set.placed.length).toBeGreaterThan(0);
          for (const [i, { x, width, line, place }] of set.placed.entries()) {
            expect(place).toBe(i);
            expect(x).toBeGreaterThanOrEqual(0);
            expect(x + width).toBeLessThanOrEqual(wider * size + 1e-9);
            expect(set.top + (line + 1) * set.leading).toBeLessThanOrEqual(size + 1e-9);
            const next = set.placed[i + 1];
            if (next?.line === line) expect(next.x).toBeGreaterThanOrEqual(x + width);
          }
        },
      ),
    );
  });

  it('keeps every name in its place whatever stands before it, and many of them in sight', () => {
    const [short, long] = ['ann', 'maximiliana'].map((first) => settingOf(names(first, ...Array<string>(119).fill('joan')), 272, 'page'));
    expect(long.placed.slice(1)).toEqual(short.placed.slice(1));
    expect(short.placed.length).toBeGreaterThanOrEqual(36);
    expect(settingOf(names(...Array<string>(120).fill('joan')), 96, 'page').placed.length).toBeGreaterThanOrEqual(10);
    expect(settingOf(names(...Array<string>(120).fill('joan')), 1000, 'page').placed).toHaveLength(120);
  });

  it('squeezes a long name a little, and cuts one that is longer', () => {
    const texts = settingOf(names('christabelle', 'w'.repeat(20)), 96, 'page').placed.map(({ text }) => text);
    expect(texts[0]).toMatch(/^Christa.*$/);
    expect(texts[1]).toMatch(/^Ww*…$/);
  });

  it('is found again under the pointer', () => {
    const set = settingOf(running('call me ishmael. some years ago never mind how long precisely'), 272, 'page');
    for (const { place, x, width, line } of set.placed) expect(placeAt(set, x + width / 2, set.top + (line + 0.5) * set.leading)).toBe(place);
    expect(placeAt(set, 270, 270)).toBe(-1);
  });

  it('has widths for all letters, none of a mark above one', () => {
    expect(emsOf('m')).toBeGreaterThan(emsOf('i'));
    expect(emsOf('e\u0301')).toBe(emsOf('e'));
    expect(emsOf('\u00e9')).toBe(emsOf('e'));
    expect(emsOf('鯨')).toBe(1);
    expect(emsOf('ann', true)).toBeGreaterThan(emsOf('ann'));
  });
});

describe('its marks', () => {
  it('tint a name made more than once, and words of four in a row that stood there before', () => {
    expect([...repeatsOf(names('ann', 'bob', 'Ann', 'cy'), 4)]).toEqual([1, 0, 1, 0]);
    expect([...repeatsOf(names('ann', 'bob', 'ann'), 2)], 'only what is in sight').toEqual([0, 0]);
    const again = repeatsOf(running('the whale is white; the whale is grey. The whale is white'), 12);
    expect([...again]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1]);
  });

  it('are as few elements as there are marks: a stretch of plain words is none, every invented word one of its own', () => {
    const text = { ...running('it is the whale and the wale the whale and the end'), known: Uint8Array.of(1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1) };
    const parts = (from: number, to: number, repeats: Uint8Array | null) =>
      partsOf(text, from, to, repeats).map(
        (part) => `${part.from}-${part.to}${part.isInvented ? ' invented' : ''}${part.isRepeated ? ' repeated' : ''}`,
      );
    expect(parts(0, 12, null)).toEqual(['0-6', '6-7 invented', '7-12']);
    expect(parts(0, 12, repeatsOf(text, 12))).toEqual(['0-6', '6-7 invented', '7-11 repeated', '11-12']);
    const twice = names('ann', 'ann', 'bob', 'cy');
    expect(partsOf(twice, 0, 4, repeatsOf(twice, 4)).map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [1, 2],
      [2, 4],
    ]);
  });

  it('are found once for a text, not at every drawing', () => {
    const text = names('ann', 'bob', 'ann');
    expect(repeatsOf(text, 3)).toBe(repeatsOf(text, 3));
    expect([...repeatsOf(text, 2)]).toEqual([0, 0]);
    const box = { side: 200, surface: 'page', width: 200 } as const;
    const watched: number[] = [];
    expect(settingFor(text, box, watched)).toBe(settingFor(text, box, watched));
    expect(settingFor(text, { ...box, width: 300 }, watched)).not.toBe(settingFor(text, box, watched));
  });

  it('count words whatever the marks around them', () => {
    expect(timesOf(running('whale, whale the "whale"'), 0)).toBe(3);
    expect(timesOf(names('ann', 'Ann'), 0)).toBe(2);
  });

  it('say nothing of the first piece of a passage, which begins anywhere', () => {
    const text = { ...running('ale the whale'), known: Uint8Array.of(0, 1, 0) };
    expect([0, 1, 2].map((place) => isReal(text, place))).toEqual([null, true, false]);
    expect(written(text, 0)).toBe('…ale');
    expect(isReal(names('ann'), 0)).toBeNull();
    expect([written(names('ann'), 0), written(names('McLeod'), 0), written(names(''), 0)]).toEqual(['Ann', 'McLeod', '']);
  });

  it('are told in words, where a name or a word is pressed', () => {
    const known = { ...names('ann', 'bot', 'ann'), known: Uint8Array.of(1, 0, 1) };
    expect(pieceWords(known, 0, pieceNouns(experimentOf('names')))).toEqual(['a real name', 'twice among 3 names']);
    expect(pieceWords(known, 1, pieceNouns(experimentOf('names')))).toEqual(['invented: no real name', 'the only one among 3 names']);
    expect(pieceWords(names('ann'), 0, pieceNouns(experimentOf('names')))).toEqual(['the only name']);
    expect(pieceWords(names('ann', 'bob'), 0, pieceNouns(experimentOf('own-text')))).toEqual(['the only one among 2 lines']);
    const text = { ...running('so the whale saw the whale'), known: Uint8Array.of(1, 1, 1, 0, 1, 1) };
    expect(pieceWords(text, 5, pieceNouns(experimentOf('moby-dick')))).toEqual(['a real word', 'said once before in this passage']);
    expect(pieceWords(text, 3, pieceNouns(experimentOf('moby-dick')))).toEqual([
      'invented: no word of the real text',
      'for the first time in this passage',
    ]);
  });
});

describe('what is found in the real text', () => {
  const named = { loop: 'fresh-data', generation: 3, name: 'annah', isReal: false, isOfFirst: false, nearest: null };
  const passageFound = {
    loop: 'fresh-data',
    generation: 3,
    copied: 'the white whale',
    words: 3,
    at: 12_345,
    of: 60_000,
    before: 'one two three four five six',
    after: 'a b c d e f',
    isOfFirst: true,
  };
  const told = (found: TextFound, dataset: string) => foundWords(found, experimentOf(dataset)).join(' ');

  it('of a name is whether it is a real one, and else the nearest one', () => {
    expect(told({ ...named, isReal: true, isOfFirst: true }, 'names')).toBe('One of the real names that generation 1 learned from.');
    expect(told({ ...named, isReal: true }, 'names')).toBe(
      'One of the real names, but none that generation 1 learned from: it was made, or came with later real data.',
    );
    expect(told({ ...named, nearest: { name: 'anna', letters: 1 } }, 'names')).toBe(
      'No real name is nearer to it than “Anna”: 1 letter to change, add or take out.',
    );
    expect(told({ ...named, nearest: { name: 'Bear cub', letters: 2 } }, 'own-text')).toBe(
      'No real line is nearer to it than “Bear cub”: 2 characters to change, add or take out.',
    );
    expect([told({ ...named, name: '' }, 'names'), told(named, 'names')]).toEqual(['', '']);
  });

  it('of a book is the first place where as many words stand so', () => {
    expect(told(passageFound, 'moby-dick')).toBe(
      'The same 3 words in a row stand in Moby-Dick, first from word or mark 12,345 of the 60,000 to learn from (21\u00a0%) on: “…\u00a0two three four five six [the white whale] a b c d e\u00a0…” Generation 1 learned from them.',
    );
    expect(told({ ...passageFound, isOfFirst: false }, 'addresses')).toMatch(
      /in a row stand in the State of the Union addresses, .*They are not, in a row, in what generation 1 learned from\.$/,
    );
    expect(told({ ...passageFound, words: 1, copied: 'whale', at: 12 }, 'moby-dick')).toBe(
      'It stands in Moby-Dick, first as word or mark 12 of the 60,000 to learn from (<1\u00a0%), but next to neither of its neighbours here. Generation 1 learned from it.',
    );
    expect(told({ ...passageFound, words: 0, copied: '', at: 0, isOfFirst: false }, 'own-text')).toBe(
      'It does not stand among the 60,000 words and marks of your text to learn from.',
    );
  });
});

describe('its picture', () => {
  const text = { ...names('ann', 'bot', 'ann', ''), known: Uint8Array.of(1, 0, 1, 0) };

  it('has dots under what is invented, a tint behind what comes again, and bold what begins with a letter that is followed', () => {
    const svg = print(passage(text, [1], brush));
    expect(svg).toContain('data-invented="2"');
    expect(svg).toContain('data-repeated="2"');
    expect(svg).toMatch(/stroke-dasharray="0.01 [\d.]+"/);
    expect(svg).toMatch(/<text [^>]*textLength="[\d.]+" lengthAdjust="spacingAndGlyphs"[^>]*font-weight="700"[^>]*>Bot<\/text>/);
    expect(wordsIn(passage(text, [], brush))).toEqual(['Ann', 'Bot', 'Ann', '–']);
  });

  it('says so where nothing is left', () => {
    for (const nothing of [names(), names('', ''), { ...names(), isRunning: true }]) {
      expect(wordsIn(textView.picture(nothing, { preview, watched: [] }, brush))).toEqual(['nothing left to read']);
    }
  });

  it('has one ink where the ground is not known, and needs no colour that a file could not have', () => {
    const inked = passage(text, [], { ...brush, surface: 'thumbnail', ink: look.colour });
    for (const shape of inked) expect('fill' in shape && [look.colour, 'none']).toContain('fill' in shape ? shape.fill : null);
    expect(print(passage(text, [], { ...brush, dark: true }))).not.toContain('var(');
  });

  it('is as wide on a canvas, whatever type the machine has', () => {
    const drawn: string[] = [];
    let scale = 1;
    const context = {
      beginPath() {},
      moveTo() {},
      lineTo() {},
      closePath() {},
      fill() {},
      stroke: vi.fn(),
      setLineDash: vi.fn(),
      measureText: (word: string) => ({ width: 10 * word.length }),
      scale: (x: number) => {
        scale *= x;
      },
      fillText: (word: string, x: number) => void drawn.push(`${word} ${(x * scale).toFixed(1)} ${(10 * word.length * scale).toFixed(1)}`),
    };
    paintPrimitives(context as unknown as CanvasRenderingContext2D, passage(text, [], brush));
    const set = settingOf(text, 272, 'page').placed.filter((word) => word.text !== '');
    expect(drawn.slice(0, 3)).toEqual(set.map((word) => `${word.text} ${word.x.toFixed(1)} ${word.width.toFixed(1)}`));
    expect(scale).toBeCloseTo(1);
    expect(context.setLineDash.mock.calls.at(-1)).toEqual([[]]);
  });
});

describe('the keys of a text', () => {
  const set = settingOf(running('call me ishmael. some years ago never mind how long precisely having little or no money in my purse'), 110, 'page');

  it('lead along it, to the word above or below, and to the ends', () => {
    const last = set.placed.length - 1;
    expect([wordAfter('ArrowLeft', false, 0, set), wordAfter('ArrowRight', false, 0, set), wordAfter('ArrowRight', false, last, set)]).toEqual([
      0,
      1,
      last,
    ]);
    const below = wordAfter('ArrowDown', false, 0, set) ?? -1;
    expect(set.placed[below].line).toBe(1);
    expect(wordAfter('ArrowUp', false, below, set)).toBe(0);
    expect([wordAfter('Home', true, 3, set), wordAfter('End', true, 3, set)]).toEqual([0, last]);
    expect(set.placed[wordAfter('End', false, below, set) ?? 0].line).toBe(1);
    expect(wordAfter('x', false, 0, set)).toBeNull();
  });
});

describe('in files', () => {
  const experiment = experimentOf('names');
  const text = { ...names('ann', 'bot'), known: Uint8Array.of(1, 0) };

  it('it comes back as it was, with or without what is known of it', () => {
    for (const shown of [text, names('ann', ''), noSamples(experiment)])
      expect(decodeShown(JSON.parse(JSON.stringify(encodeShown(shown))), 'shown', experiment)).toEqual(shown);
    const passageShown = running('call me');
    expect(decodeShown(encodeShown(passageShown), 'shown', experimentOf('moby-dick'))).toEqual(passageShown);
  });

  it.each([
    [{ count: 3 }, 'shown.pieces has 2 entries; shown.count says 3'],
    [{ count: 1e9 }, 'shown.count'],
    [{ pieces: ['ann', 'b'.repeat(501)] }, 'shown.pieces[1]'],
    [{ pieces: ['ann', 7] }, 'at most 500 characters'],
    [{ isRunning: true }, 'shown.isRunning = true is not false'],
    [{ known: 'AQ==' }, 'base64 of 2 bytes'],
    [{ known: 'ASI=' }, 'shown.known[1] = 34 is not a whole number from 0 to 33'],
  ])('%j is refused, with its place and what is allowed', (wrong, message) => {
    const decode = () => textFile.decode({ ...(encodeShown(text) as Record<string, unknown>), ...wrong }, 'shown', experiment);
    expect(decode).toThrow(message);
  });

  it('a very long piece is cut where it is written', () => {
    expect(encodeShown(names('a'.repeat(9000)))).toMatchObject({ pieces: ['a'.repeat(500)] });
  });
});

it('the page understands text that comes from the worker, and no pieces that are none', () => {
  const message = {
    type: 'preview',
    previewId: 1,
    preview: { real: names('ann'), ghost: null, extent: 1, modes: new Float32Array(0), reach: 0, weights: [] },
  };
  expect(isFromWorker(message)).toBe(true);
  expect(isFromWorker({ ...message, preview: { ...message.preview, real: { kind: 'text', count: 1, pieces: [1] } } })).toBe(false);
});
