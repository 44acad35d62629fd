import { quietName } from './loopNames';

/** A piece of a sentence; with `loop` it is drawn in that loop's colour. */
export interface Piece {
  readonly text: string;
  readonly loop?: string;
}

export const plainText = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

/** "the fully synthetic and fresh data loops": names with their colours. */
export function loopPieces(loops: readonly string[], article = 'the '): Piece[] {
  const names = loops.flatMap((loop, i): Piece[] => {
    const joint = i === 0 ? article : i === loops.length - 1 ? ' and ' : ', ';
    return [{ text: joint }, { text: quietName(loop), loop }];
  });
  return [...names, { text: loops.length === 1 ? ' loop' : ' loops' }];
}
