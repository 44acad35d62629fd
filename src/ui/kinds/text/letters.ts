/** Type for text: old faces with low contrast, which stay legible when they are small. Whichever there is, words have the widths below. */
export const TYPE = "Georgia, 'Noto Serif', 'Liberation Serif', 'Times New Roman', serif";

/** Thousandths of the size of type that letters of such a face are wide: a to z, A to Z. */
const SMALL = [504, 560, 454, 575, 484, 325, 510, 582, 293, 291, 535, 287, 880, 591, 539, 571, 560, 410, 432, 346, 576, 497, 738, 504, 493, 443];
const LARGE = [671, 654, 642, 750, 653, 600, 726, 815, 390, 518, 695, 602, 927, 767, 744, 610, 744, 702, 561, 618, 757, 666, 977, 710, 616, 602];
const MARKS: Readonly<Record<string, number>> = {
  ' ': 241,
  '.': 270,
  ',': 270,
  ':': 313,
  ';': 313,
  '!': 331,
  '?': 478,
  "'": 215,
  '\u2019': 227,
  '-': 374,
};

const FIGURE = 600;
/** of a letter that is not known, and of one as wide as it is high */
const OTHER = 640;
const FULL = 1000;
/** The first letter of scripts whose signs are squares. */
const SQUARE_FROM = 0x1100;
const BOLD = 1.13;

const widths = new Map<string, number>();

function widthOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 97 && code <= 122) return SMALL[code - 97];
  if (code >= 65 && code <= 90) return LARGE[code - 65];
  if (code >= 48 && code <= 57) return FIGURE;
  if (letter in MARKS) return MARKS[letter];
  if (/\p{M}/u.test(letter)) return 0;
  // an accent makes no letter wider
  const plain = letter.normalize('NFD')[0];
  if (plain !== letter && plain !== undefined && code < SQUARE_FROM) return widthOf(plain);
  return code >= SQUARE_FROM && !(code >= 0x1e00 && code < 0x2e80) ? FULL : OTHER;
}

/** How wide a word is set, in sizes of its type. */
export function emsOf(word: string, isBold = false): number {
  let sum = 0;
  for (const letter of word) {
    const known = widths.get(letter) ?? widthOf(letter);
    widths.set(letter, known);
    sum += known;
  }
  return (sum / 1000) * (isBold ? BOLD : 1);
}
