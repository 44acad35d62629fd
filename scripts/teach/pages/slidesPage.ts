import type { Step } from '../../../src/lessons/lesson';
import { escapeXml as html } from '../../../src/ui/plot/xml';
import type { Slide } from '../guide';
import { packFoot } from '../licence';
import { loopDrawing } from '../loopDrawing';
import { inline } from '../markdown';
import { filled } from '../numbers';
import type { Pack } from '../packs';
import { paper } from '../paper';
import { address, code, type Place } from '../place';
import { questions } from './exitPage';
import { packWays } from './ways';

/** Without a guide: a slide for each step, with what it asks. */
function slideOf({ title, predict = [], explain, play, quiz }: Step): Slide {
  const points = [...predict.map(({ ask }) => ask), ...(explain ? [explain.ask] : []), ...(play ? [play.goal] : [])];
  return { title, points, ...(quiz ? { shows: 'exit' as const } : predict.length > 0 ? { shows: 'frame' as const } : {}) };
}

export const slidesOf = ({ lesson, guide }: Pack): readonly Slide[] => guide?.slides ?? lesson.steps.map(slideOf);

function shown(shows: Slide['shows'], pack: Pack, place: Place): string {
  const query = `?lesson=${pack.lesson.id}`;
  if (shows === 'code') return code(place, query, `the lesson “${pack.lesson.title}”`);
  if (shows === 'frame') return `<p class="live">Here the page itself, live: ${address(place, query)}</p>`;
  if (shows === 'loop') return loopDrawing();
  return shows === 'exit' ? questions(pack, place) : '';
}

/** The outline of slides: one fills the screen after the other; on paper two a page, each with what the teacher says. */
export function slidesPage(pack: Pack, place: Place): string {
  const { lesson, expected } = pack;
  const text = (words: string) => inline(filled(words, lesson, expected), place.home);
  const slides = slidesOf(pack).map(
    ({ title, points, note, shows }, i) => `      <section class="slide">
        <div class="face"><h2>${text(title)}</h2>${points.length > 0 ? `<ul>${points.map((point) => `<li>${text(point)}</li>`).join('')}</ul>` : ''}${shown(shows, pack, place)}</div>
        <p class="note"><b>${i + 1}.</b> ${text(note ?? '')}</p>
      </section>`,
  );
  return paper({
    title: `${lesson.title} · slides · MAD Lab`,
    description: `Outline of slides for the lesson “${lesson.title}”.`,
    language: lesson.language,
    place,
    kind: 'slides',
    ways: packWays(place),
    body: `      <h1>Slides for “${html(lesson.title)}”</h1>
      <p class="offPaper">Page Down goes from slide to slide. What you say stands on the printed outline alone.</p>
${slides.join('\n')}`,
    foot: packFoot(pack, place, 'slides'),
  });
}
