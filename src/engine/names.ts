/** What text programs print for a hyphen: hyphens, dashes, minus signs. */
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
/** Hyphens, the underscore, spaces, and characters that nobody sees. */
const BETWEEN_WORDS = /[-_\s\u00AD\u200B\u2060]+/g;

export const withHyphens = (text: string): string => text.replace(DASHES, '-');

/** The name of a key or of a choice, bare: initialReal, initial-real, INITIAL_REAL and "initial real" are one. */
export const plainName = (name: string): string => withHyphens(name).replace(BETWEEN_WORDS, '').toLowerCase();

/** The attribute of a key: `initial-real` for initialReal. */
export const attributeName = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
