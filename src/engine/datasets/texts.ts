import type { Host } from '../contracts';
import { gzippedFiles } from './gzipped';

/** A text in its parts: names, each part sorted, or the words and marks of a book as they follow each other. */
export interface BakedText {
  /** to train on */
  readonly train: readonly string[];
  /** for scores alone */
  readonly heldOut: readonly string[];
}

export type BookId = 'moby-dick' | 'addresses';

/** Parts of the files; `public/texts/README.md` says what they are. */
export const NAMES = { train: 6403, heldOut: 2000 } as const;
export const TOKENS = { train: 60_000, heldOut: 12_000 } as const;

export const textPath = (id: 'names' | BookId): string => `texts/${id}.bin`;

/** How parts follow each other in a file, and what they are made of. */
interface Format {
  readonly between: string;
  readonly separator: string;
  readonly one: RegExp;
  readonly counts: { readonly train: number; readonly heldOut: number };
}

const NAMES_FORMAT: Format = { between: '\n\n', separator: '\n', one: /^[a-z]+$/, counts: NAMES };
const BOOK_FORMAT: Format = { between: '\n', separator: ' ', one: /^(?:[a-z]+(?:'[a-z]+)*|[.,;:!?])$/, counts: TOKENS };

/** Bytes that an argument list can hold everywhere. */
const CHUNK = 4096;

/** ASCII: the engine's type library has no TextDecoder. */
function decode(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += CHUNK) text += String.fromCharCode(...bytes.subarray(from, from + CHUNK));
  return text;
}

const texts = gzippedFiles<BakedText>();

function bakedText(host: Host, path: string, { between, separator, one, counts }: Format): Promise<BakedText> {
  return texts(host, path, (bytes, damaged) => {
    const parts = decode(bytes)
      .split(between)
      .map((part) => part.split(separator));
    const [train, heldOut] = parts;
    if (parts.length !== 2 || train.length !== counts.train || heldOut.length !== counts.heldOut) {
      const found = parts.map(({ length }) => length).join(' + ');
      throw damaged(`${found} words instead of ${counts.train} + ${counts.heldOut}`);
    }
    if (!parts.every((part) => part.every((word) => one.test(word)))) throw damaged('it holds other characters than it should');
    return { train, heldOut };
  });
}

/** First names in lower case, of the letters a to z. */
export const bakedNames = (host: Host): Promise<BakedText> => bakedText(host, textPath('names'), NAMES_FORMAT);

/** A book in lower case: words, some with apostrophes, and the marks . , ; : ! ? */
export const bakedBook = (host: Host, id: BookId): Promise<BakedText> => bakedText(host, textPath(id), BOOK_FORMAT);
