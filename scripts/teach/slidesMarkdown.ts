import { attribution } from './licence';
import { filled } from './numbers';
import type { Pack } from './packs';
import { slidesOf } from './pages/slidesPage';
import type { Place } from './place';

const SHOWS = { code: '(the QR code of the lesson)', frame: '(the page itself, live)', loop: '(a drawing of the loop)', exit: '(the exit ticket)' };

/** The slides in the form that most slide programs read: a heading each, with a rule between them. */
export function slidesMarkdown(pack: Pack, { site }: Place): string {
  const { lesson, expected } = pack;
  const text = (words: string) => filled(words, lesson, expected);
  const slides = slidesOf(pack).map(({ title, points, note, shows }) =>
    [`## ${text(title)}`, points.map((point) => `- ${text(point)}`).join('\n'), shows ? SHOWS[shows] : '', note ? `Note: ${text(note)}` : '']
      .filter((part) => part !== '')
      .join('\n\n'),
  );
  return `# ${lesson.title}\n\n${slides.join('\n\n---\n\n')}\n\n---\n\n${attribution(lesson.title, lesson, site, 'slides')}\n`;
}
