import type { ShownText } from '../../../engine/kinds/text';

/** So many words in a row have to come again. */
const RUN = 4;

/** A word without the marks around it, as it is compared. */
export const bareWord = (piece: string): string => piece.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '') || piece;

/** Words of runs of four that have been there before, up to `count` words: 1 for each. */
function runsAgain(pieces: readonly string[], count: number): Uint8Array {
  const words = pieces.slice(0, count).map(bareWord);
  const again = new Uint8Array(count);
  const seen = new Set<string>();
  for (let at = 0; at + RUN <= count; at++) {
    const run = words.slice(at, at + RUN).join(' ');
    if (seen.has(run)) again.fill(1, at, at + RUN);
    seen.add(run);
  }
  return again;
}

function namesTwice(pieces: readonly string[], count: number): Uint8Array {
  const names = pieces.slice(0, count).map((piece) => piece.toLowerCase());
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return Uint8Array.from(names, (name) => ((times.get(name) ?? 0) > 1 ? 1 : 0));
}

/** Which of the first `count` pieces repeat what stands among them: words of runs of four that stood there before, or names made more than once. */
export function repeatsOf({ pieces, isRunning }: Pick<ShownText, 'pieces' | 'isRunning'>, count: number): Uint8Array {
  const many = Math.min(count, pieces.length);
  const key = isRunning ? many : -many;
  const known = marked.get(pieces);
  if (known?.key === key) return known.again;
  const again = (isRunning ? runsAgain : namesTwice)(pieces, many);
  marked.set(pieces, { key, again });
  return again;
}

/** Kept per text of a loop and generation: its picture is drawn anew for many a reason. */
const marked = new WeakMap<readonly string[], { readonly key: number; readonly again: Uint8Array }>();

/** Neighbours with the same marks, from one place up to another. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly isInvented: boolean;
  readonly isRepeated: boolean;
}

/** A text, from one place up to another, in as few parts as have other marks than the one before. */
export function partsOf(text: Pick<ShownText, 'known' | 'isRunning'>, from: number, to: number, repeats: Uint8Array | null): Part[] {
  const found: Part[] = [];
  for (let place = from; place < to; place++) {
    const [isInvented, isRepeated] = [isReal(text, place) === false, repeats?.[place] === 1];
    const last = found.at(-1);
    // every invented one has dots of its own, and so has every name a tint
    const isAlone = isInvented || (isRepeated && !text.isRunning);
    const joins = last && !isAlone && !last.isInvented && last.isRepeated === isRepeated;
    if (joins) found[found.length - 1] = { ...last, to: place + 1 };
    else found.push({ from: place, to: place + 1, isInvented, isRepeated });
  }
  return found;
}

/** How often a piece is among these, itself included. */
export function timesOf({ pieces, isRunning }: Pick<ShownText, 'pieces' | 'isRunning'>, place: number): number {
  const bare = isRunning ? bareWord : (piece: string) => piece.toLowerCase();
  const word = bare(pieces[place] ?? '');
  return pieces.filter((piece) => bare(piece) === word).length;
}

/** Whether a piece is found in the real data; null where nobody asked. A passage begins somewhere, often within a word: nothing is said of its first piece. */
export const isReal = ({ known, isRunning }: Pick<ShownText, 'known' | 'isRunning'>, place: number): boolean | null =>
  known && place < known.length && !(isRunning && place === 0) ? known[place] > 0 : null;

/** A piece as it is written: names with a capital, where the data have them in small letters; before a passage there was more. */
export function written({ pieces, isRunning }: Pick<ShownText, 'pieces' | 'isRunning'>, place: number): string {
  const piece = pieces[place] ?? '';
  if (isRunning) return place === 0 && piece !== '' ? `…${piece}` : piece;
  if (piece !== piece.toLowerCase()) return piece;
  const [first = '', ...rest] = piece;
  return first.toUpperCase() + rest.join('');
}
