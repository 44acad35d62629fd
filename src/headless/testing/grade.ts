import { syllable } from 'syllable';

/** A text without the marks of Markdown, and with some number in the place of those of runs. */
const plain = (text: string): string =>
  text
    .replaceAll(/\{\{[^{}]*\}\}/g, '5')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[*_`]/g, '');

export const wordsOf = (text: string): readonly string[] => plain(text).match(/[\p{L}\d]+(?:[’'-][\p{L}\d]+)*/gu) ?? [];

/** Flesch and Kincaid’s grade: years at school after which a text is read with ease. */
export function gradeOf(text: string): number {
  const words = wordsOf(text);
  const sentences = plain(text)
    .split(/[.?!:]+(?:\s|$)/)
    .filter((part) => part.trim() !== '');
  const syllables = words.map(syllable).reduce((sum, n) => sum + n, 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}
