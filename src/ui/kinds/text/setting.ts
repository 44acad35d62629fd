import type { ShownText } from '../../../engine/kinds/text';
import type { Surface } from '../../samples/brush';
import { emsOf } from './letters';
import { written } from './marks';

/** A word in its place, px from the corner of the square. */
export interface Placed {
  /** among the pieces */
  readonly place: number;
  /** as it is written; cut where there is no room for it */
  readonly text: string;
  readonly line: number;
  readonly x: number;
  readonly width: number;
}

/** Words set in a square. */
export interface Setting {
  /** of type, px */
  readonly size: number;
  readonly leading: number;
  readonly top: number;
  readonly placed: readonly Placed[];
}

/** The size of type grows with the square, but by far less. */
const LEAST_SIZE = 9;
const SIZE_AT_NONE = 6.4;
const SIDE_A_PIXEL = 52;
const LARGER: Record<Surface, number> = { page: 1, projector: 1.3, figure: 1, thumbnail: 2.6 };
const LEADING = { names: 1.5, running: 1.52 };
/** Of the side that is left free around. */
const EDGE = 0.03;
const LEAST_EDGE = 4;
/** A column of names, in sizes of type, and how few there are. */
const COLUMN = 6.7;
const LEAST_COLUMNS = 2;
const COLUMN_GAP = 0.7;
const BLANK = 0.27;
/** So far letters may be squeezed before a word is cut. */
const SQUEEZE = 0.82;
const CUT = '…';

/** A word as wide as there is room for: squeezed a little, or cut. */
function fitted(word: string, room: number, size: number, isBold = false): { text: string; width: number } {
  const width = emsOf(word, isBold) * size;
  if (width <= room) return { text: word, width };
  if (width * SQUEEZE <= room) return { text: word, width: room };
  const letters = [...word];
  while (letters.length > 1 && emsOf(letters.join('') + CUT, isBold) * size * SQUEEZE > room) letters.pop();
  const text = letters.join('') + CUT;
  return { text, width: Math.min(room, emsOf(text, isBold) * size) };
}

const sizeIn = (side: number, surface: Surface): number => LARGER[surface] * Math.max(LEAST_SIZE, SIZE_AT_NONE + side / SIDE_A_PIXEL);

/**
 * The text in a square, or in a wider box: names in columns, row by row, so that the i-th always stands in the same place; running text in
 * ragged lines. What finds no room is left out.
 */
export function settingOf(text: ShownText, side: number, surface: Surface, isBold: (place: number) => boolean = () => false, width = side): Setting {
  const { pieces, isRunning } = text;
  const size = sizeIn(Math.sqrt(side * width), surface);
  const leading = size * (isRunning ? LEADING.running : LEADING.names);
  const edge = Math.max(LEAST_EDGE, EDGE * side);
  const [room, height] = [width - 2 * edge, side - 2 * edge];
  const lines = Math.max(1, Math.floor(height / leading));
  const frame = { size, leading, top: edge + (height - lines * leading) / 2 };
  const words = pieces.map((_, place) => written(text, place));
  if (!isRunning) {
    const columns = Math.max(LEAST_COLUMNS, Math.floor(room / (COLUMN * size)));
    const pitch = (room + COLUMN_GAP * size) / columns;
    return {
      ...frame,
      placed: words.slice(0, columns * lines).map((word, place) => ({
        place,
        line: Math.floor(place / columns),
        x: edge + (place % columns) * pitch,
        ...fitted(word, pitch - COLUMN_GAP * size, size, isBold(place)),
      })),
    };
  }
  const placed: Placed[] = [];
  let [line, x] = [0, 0];
  for (const [place, word] of words.entries()) {
    const set = fitted(word, room, size, isBold(place));
    if (x > 0 && x + set.width > room) [line, x] = [line + 1, 0];
    if (line >= lines) break;
    placed.push({ place, line, x: edge + x, ...set });
    x += set.width + BLANK * size;
  }
  return { ...frame, placed };
}

/** The place of the word under a point; -1 = none. The room between two words belongs to the nearer one. */
export function placeAt({ placed, leading, top, size }: Setting, x: number, y: number): number {
  const line = Math.floor((y - top) / leading);
  const near = placed.filter((word) => word.line === line);
  const away = (word: Placed) => Math.max(word.x - x, x - word.x - word.width, 0);
  const nearest = near.reduce<Placed | null>((best, word) => (best === null || away(word) < away(best) ? word : best), null);
  return nearest && away(nearest) <= size ? nearest.place : -1;
}
