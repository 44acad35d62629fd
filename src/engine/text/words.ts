const WORD = /[a-z]+(?:'[a-z]+)*/g;

/** The words of a text: lower case, a typographic apostrophe is a plain one; marks, digits and letters beyond a to z belong to none. */
export const wordsIn = (text: string): string[] => text.toLowerCase().replaceAll('\u2019', "'").match(WORD) ?? [];
