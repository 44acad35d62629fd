import type { ShownText } from '../../../engine/kinds/text';
import { INK, REAL, TINT } from '../../palette';
import { box, type Path, type Primitive, type Step, type Words } from '../../plot/primitive';
import type { Brush } from '../../samples/brush';
import { TYPE } from './letters';
import { isReal, repeatsOf } from './marks';
import { type Placed, type Setting, settingOf } from './setting';

/** What stands where nothing was written. */
const NOTHING = 'nothing left to read';
/** Of a name of no letters. */
const EMPTY = '–';

/** Of the line, in sizes of type: where letters stand, and the dots under them. */
const FOOT = 0.74;
const DOTS_BELOW = 0.2;
/** A tint reaches so far over the words, in sizes of type. */
const OVER = 0.12;
const ASCENT = 0.86;
const DESCENT = 0.3;

/** Letters a to z by their number, as first letters are followed. */
const A = 97;

/** Whether a name begins with a letter, or a piece with a word, that the reader follows. */
function isWatched({ pieces, isRunning, known }: ShownText, place: number, watched: readonly number[]): boolean {
  if (isRunning) return watched.includes((known?.[place] ?? 0) - 2);
  const piece = pieces[place] ?? '';
  return piece !== '' && watched.includes(piece.toLowerCase().charCodeAt(0) - A);
}

/** How a loop's text is set in a square: on the page, where words are pressed, as in its picture. */
export function settingFor(
  text: ShownText,
  { side, surface, width }: Pick<Brush, 'side' | 'surface' | 'width'>,
  watched: readonly number[],
): Setting {
  const known = settings.get(text.pieces);
  if (known && known.side === side && known.surface === surface && known.width === width && known.watched === watched) return known.setting;
  const setting = settingOf(text, side, surface, (place) => isWatched(text, place, watched), width);
  settings.set(text.pieces, { side, surface, width, watched, setting });
  return setting;
}

/** The last one of each text: on the page the picture and what lies over it ask for the same. */
const settings = new WeakMap<
  readonly string[],
  Pick<Brush, 'side' | 'surface'> & { readonly width: number | undefined; readonly watched: readonly number[]; readonly setting: Setting }
>();

/** Neighbours in a line that belong together. */
function stretchesOf(placed: readonly Placed[], isIn: (place: number) => boolean): { line: number; from: number; to: number }[] {
  const found: { line: number; from: number; to: number; last: number }[] = [];
  for (const { place, line, x, width } of placed) {
    if (!isIn(place)) continue;
    const before = found.at(-1);
    if (before && before.line === line && before.last === place - 1) Object.assign(before, { to: x + width, last: place });
    else found.push({ line, from: x, to: x + width, last: place });
  }
  return found;
}

/** Words in ink; dots under what is not real; a tint behind what comes again. */
export function passage(text: ShownText, watched: readonly number[], brush: Brush): Primitive[] {
  const { look, dark, side, surface } = brush;
  const theme = dark ? 'dark' : 'light';
  const ink = brush.ink ?? INK[theme];
  const accent = brush.ink ?? (look ? (dark ? look.inkOnDark : look.inkOnLight) : REAL.colour);
  if (text.pieces.every((piece) => piece === '')) {
    const size = Math.max(9, Math.min(16, side / 11));
    const words: Words = {
      kind: 'words',
      x: (brush.width ?? side) / 2,
      y: side / 2,
      textAnchor: 'middle',
      fontSize: size,
      fontFamily: TYPE,
      fill: ink,
      parts: [{ text: NOTHING }],
    };
    return [words];
  }
  const { size, leading, top, placed } = settingFor(text, brush, watched);
  const repeats = repeatsOf(text, placed.length);
  const footOf = (line: number) => top + line * leading + (leading - size) / 2 + FOOT * size + 0.06 * size;
  // names stand apart, running text in stretches
  const together = (isIn: (place: number) => boolean) =>
    text.isRunning
      ? stretchesOf(placed, isIn)
      : placed.filter(({ place }) => isIn(place)).map(({ line, x, width }) => ({ line, from: x, to: x + width }));
  const tints = together((place) => repeats[place] === 1).flatMap(({ line, from, to }): Step[] =>
    box(from - OVER * size, footOf(line) - ASCENT * size, to - from + 2 * OVER * size, (ASCENT + DESCENT) * size),
  );
  const dots = placed
    .filter(({ place }) => isReal(text, place) === false)
    .flatMap(({ line, x, width }): Step[] => [
      ['M', x, footOf(line) + DOTS_BELOW * size],
      ['H', x + width],
    ]);
  const thick = Math.max(1, size / (surface === 'projector' ? 10 : 12));
  const words = placed.map(
    ({ place, text: word, line, x, width }): Words => ({
      kind: 'words',
      x,
      y: footOf(line),
      fontSize: size,
      fontFamily: TYPE,
      ...(isWatched(text, place, watched) && { fontWeight: 700 }),
      ...(word === '' ? {} : { length: width }),
      fill: ink,
      parts: [{ text: word === '' ? EMPTY : word }],
    }),
  );
  const tint: Path = {
    kind: 'path',
    steps: tints,
    fill: look ? look.colour : REAL.colour,
    fillOpacity: TINT[theme],
    data: ['repeated', repeats.filter(Boolean).length],
  };
  const dotted: Path = {
    kind: 'path',
    steps: dots,
    fill: 'none',
    stroke: accent,
    strokeWidth: thick,
    strokeDasharray: `${(0.01).toFixed(2)} ${(2.1 * thick).toFixed(1)}`,
    strokeLinecap: 'round',
    data: ['invented', dots.length / 2],
  };
  return [...(tints.length > 0 ? [tint] : []), ...(dots.length > 0 ? [dotted] : []), ...words];
}
