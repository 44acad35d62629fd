import { flagAt, listAt, numberAt, textAt } from '../../../engine/checked';
import { isRunningText } from '../../../engine/chosen';
import type { ShownText } from '../../../engine/kinds/text';
import { Refusal, refuse } from '../../../engine/refusal';
import { base64At, toBase64 } from '../../files/base64';
import type { KindFile } from '../kindView';

/** More than any picture shows, and than any word has letters; what is longer is cut where it is written. */
const MOST_PIECES = 2000;
const LONGEST_PIECE = 500;

const countAt = numberAt({ min: 0, max: MOST_PIECES, whole: true });
const piecesAt = listAt(MOST_PIECES, textAt(LONGEST_PIECE));

/** The number of a followed word, and 2. */
const LARGEST_MARK = 33;

/** Names and words as they are; which of them are real as base64, a byte each: 1, or 0. */
export const textFile: KindFile<ShownText> = {
  id: 'text',
  encode: ({ kind, count, isRunning, pieces, known }) => ({
    kind,
    count,
    isRunning,
    pieces: pieces.map((piece) => piece.slice(0, LONGEST_PIECE)),
    ...(known && { known: toBase64(known) }),
  }),
  decode(raw, place, experiment) {
    const count = countAt(raw.count, `${place}.count`);
    const isRunning = flagAt(raw.isRunning, `${place}.isRunning`);
    if (isRunning !== isRunningText(experiment))
      refuse(`${place}.isRunning`, isRunning, `${isRunningText(experiment)}, as the data of the experiment are`);
    const pieces = piecesAt(raw.pieces, `${place}.pieces`);
    if (pieces.length !== count) throw new Refusal(`${place}.pieces has ${pieces.length} entries; ${place}.count says ${count}`);
    if (raw.known === undefined) return { kind: 'text', count, isRunning, pieces };
    const known = base64At(raw.known, `${place}.known`, count);
    const odd = known.findIndex((value) => value > LARGEST_MARK);
    if (odd >= 0) refuse(`${place}.known[${odd}]`, known[odd], `a whole number from 0 to ${LARGEST_MARK}`);
    return { kind: 'text', count, isRunning, pieces, known };
  },
  none: (experiment) => ({ kind: 'text', count: 0, isRunning: isRunningText(experiment), pieces: [] }),
};
