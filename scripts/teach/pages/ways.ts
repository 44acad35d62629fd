import type { Place } from '../place';

/** From one page of a pack to the others, for teachers. */
export const packWays = ({ home, isPacked }: Place): readonly (readonly [string, string])[] => [
  ...(isPacked ? [] : ([[`${home}teach/`, 'Teach']] as const)),
  ['guide.html', 'Guide'],
  ['slides.html', 'Slides'],
  ['worksheet.html', 'Worksheet'],
  ['exit.html', 'Exit ticket'],
  ['key.html', 'Key'],
];

/** From the pages that belong to no lesson. */
export const teachWays = ({ home, isPacked }: Place): readonly (readonly [string, string])[] => (isPacked ? [] : [[`${home}teach/`, 'Teach']]);
