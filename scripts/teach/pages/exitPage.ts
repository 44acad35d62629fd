import { escapeXml as html } from '../../../src/ui/plot/xml';
import { packFoot } from '../licence';
import { inline } from '../markdown';
import { filled } from '../numbers';
import type { Pack } from '../packs';
import { paper } from '../paper';
import type { Place } from '../place';
import { lines } from './lines';

/** The questions at a lesson's end, with room for answers and without a word of what is right. */
export function questions({ lesson, expected }: Pack, place: Place): string {
  const asked = lesson.steps.flatMap((step) => (step.quiz ?? []).map((question) => ({ step, question })));
  const items = asked.map(({ step, question: { ask, options } }) => {
    const words = inline(filled(ask, lesson, expected, step.id), place.home);
    const room = options
      ? `<ul class="options">${options.map(({ text }, i) => `<li><i class="ring"></i> ${'abcdef'[i]}) ${html(text)}</li>`).join('')}</ul>`
      : lines(2);
    return `<li><p>${words}</p>${room}</li>`;
  });
  return `<ol class="questions">${items.join('')}</ol>`;
}

/** The exit ticket alone, twice on a sheet, to be cut. */
export function exitPage(pack: Pack, place: Place): string {
  const { lesson } = pack;
  const ticket = `<section class="ticket">
        <h2>Before you go: ${html(lesson.title)}</h2>
        <p class="who"><span>Desk <i class="gap"></i></span> <span>Group <i class="gap"></i></span></p>
        ${questions(pack, place)}
      </section>`;
  return paper({
    title: `${lesson.title} · exit ticket · MAD Lab`,
    description: `Exit ticket of the lesson “${lesson.title}”.`,
    language: lesson.language,
    place,
    kind: 'tickets',
    body: `      <h1 class="offPaper">Exit ticket: ${html(lesson.title)}</h1>
      ${ticket}
      ${ticket}`,
    foot: packFoot(pack, place, 'exit ticket'),
  });
}
