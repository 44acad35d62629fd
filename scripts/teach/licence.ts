import type { Lesson } from '../../src/lessons/lesson';
import { escapeXml as html } from '../../src/ui/plot/xml';
import { version } from '../../src/version';
import type { Pack } from './packs';
import type { Place } from './place';

const CC_BY = 'https://creativecommons.org/licenses/by/4.0/';

/** What whoever passes a text on has to say, to be copied. `part`: what of a lesson's pack it is. */
export function attribution(title: string, { authors, licence }: Pick<Lesson, 'authors' | 'licence'>, site: string | null, part = ''): string {
  const terms = licence === 'CC-BY-4.0' ? `licensed under CC BY 4.0, ${CC_BY}` : `licence: ${licence}`;
  return `“${title}”${part === '' ? '' : `, ${part},`} by ${authors.join(', ')}, from MAD Lab${site === null ? '' : `, ${site}`}, ${terms}.`;
}

/** What everything that MAD Lab itself has written for teachers is under. */
export const OURS = { authors: ['MAD Lab contributors'], licence: 'CC-BY-4.0' };

/** The line at the foot of all that is printed. */
export const footLine = (words: string, edition = ''): string =>
  `<footer><p>${html(words)} <span class="version">MAD Lab ${html(version)}${html(edition)}.</span></p></footer>`;

/** That line for a page of a pack. */
export const packFoot = ({ lesson, edition }: Pack, { site }: Place, part: string): string =>
  footLine(attribution(lesson.title, lesson, site, part), `, lesson ${lesson.id}, edition ${edition}`);
