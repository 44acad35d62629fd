import { number } from '../../../src/format';
import type { Lesson, Observation, Prediction, Step } from '../../../src/lessons/lesson';
import { escapeXml as html } from '../../../src/ui/plot/xml';
import { blankAxes } from '../axes';
import { packFoot } from '../licence';
import { inline } from '../markdown';
import { scoreName } from '../names';
import { filled } from '../numbers';
import type { Pack } from '../packs';
import { paper } from '../paper';
import { code, type Place } from '../place';
import { questions } from './exitPage';
import { lines } from './lines';

/** Where a pupil writes words; fewer lines where more is asked. */
const MOST_LINES = 4;
const MOST_LINES_FULL = 3;
const WORDS_PER_LINE = 12;
/** So much may be asked before room gets scarce: a written answer or a table takes as much as two of the others. */
const ASKED_FREELY = 21;

function isFull({ steps }: Lesson): boolean {
  const asked = steps.map(({ predict = [], observe = [], explain, play, quiz = [] }) => {
    return predict.length + observe.length + (explain ? 2 : 0) + (play ? 2 : 0) + 1.5 * quiz.length;
  });
  return asked.reduce((sum, count) => sum + count, 0) > ASKED_FREELY;
}

const ring = '<i class="ring"></i>';
const box = '<i class="box"></i>';

function blanks(part: Prediction): string {
  if (part.type === 'choose') {
    const mark = part.several ? box : ring;
    return `<ul class="options">${part.options.map(({ text }) => `<li>${mark} ${html(text)}</li>`).join('')}</ul>`;
  }
  if (part.type === 'order') {
    const places = part.items.map((_, i) => `<li>${i + 1}. <i class="gap"></i></li>`).join('');
    return `<p class="mute">${part.items.map(({ text }) => html(text)).join(' · ')}; the most first.</p><ol class="order">${places}</ol>`;
  }
  if (part.type === 'number') return `<p><i class="gap"></i> (from ${number(part.between[0])} to ${number(part.between[1])})</p>`;
  return blankAxes(part, scoreName(part.score));
}

function prediction(part: Prediction, text: (words: string) => string): string {
  const why = part.reason === 'required' || part.reason === 'optional' ? `<div class="why"><span>Because</span>${lines(1)}</div>` : '';
  const sure = part.confidence
    ? `<p class="sure">How sure? ${['guessing', 'unsure', 'rather sure', 'sure'].map((word) => `<span>${ring} ${word}</span>`).join(' ')}</p>`
    : '';
  return `<section class="predict${part.type === 'sketch' ? ' sketch' : ''}"><p><b>Predict.</b> ${text(part.ask)}</p>${blanks(part)}${why}${sure}</section>`;
}

const observed = (observe: readonly Observation[], text: (words: string) => string): string =>
  `<table class="seen"><caption>What you see</caption><tbody>${observe.map(({ ask }) => `<tr><th scope="row">${text(ask)}</th><td></td></tr>`).join('')}</tbody></table>`;

/** What a step leaves on paper; nothing where it only tells. */
function part(step: Step, pack: Pack, place: Place): string {
  const { id, title, predict = [], observe = [], explain, play } = step;
  if (predict.length + observe.length === 0 && !explain && !play) return '';
  const text = (words: string) => inline(filled(words, pack.lesson, pack.expected, id), place.home);
  const longest = explain?.words?.[1] ?? 40;
  const most = isFull(pack.lesson) ? MOST_LINES_FULL : MOST_LINES;
  const seen = observe.length > 0 ? observed(observe, text) : '';
  // a prediction that would stand alone leaves half a line of paper free
  const isBeside = predict.length % 2 === 1;
  return `<section class="step">
        <h2>${html(title)}</h2>
        ${predict.length > 0 ? `<div class="parts">${predict.map((one) => prediction(one, text)).join('')}${isBeside ? seen : ''}</div>` : ''}
        ${isBeside ? '' : seen}
        ${explain ? `<div class="whole"><p><b>Explain.</b> ${text(explain.ask)}</p>${lines(Math.min(most, Math.ceil(longest / WORDS_PER_LINE / 2) + 1))}</div>` : ''}
        ${play ? `<div class="whole"><p><b>Aim.</b> ${text(play.goal)}</p><table class="tried"><thead><tr><th scope="col">What I set</th><th scope="col">What happened</th></tr></thead><tbody><tr><td></td><td></td></tr><tr><td></td><td></td></tr><tr><td></td><td></td></tr></tbody></table></div>` : ''}
      </section>`;
}

/** The pupils' sheet of two sides: what is predicted, seen and explained, and the questions at the end. */
export function worksheetPage(pack: Pack, place: Place): string {
  const { lesson } = pack;
  const query = `?lesson=${lesson.id}`;
  return paper({
    title: `${lesson.title} · worksheet · MAD Lab`,
    description: `Worksheet of the lesson “${lesson.title}”.`,
    language: lesson.language,
    place,
    kind: isFull(lesson) ? 'worksheet full' : 'worksheet',
    body: `      <header class="head">
        <div>
          <h1>${html(lesson.title)}</h1>
          <p class="who"><span>Desk <i class="gap"></i></span> <span>Group <i class="gap"></i></span> <span>Date <i class="gap"></i></span></p>
          <p>Write your prediction before you press Run: it is not marked, and what surprises you is what you learn most from.</p>
        </div>
        ${code(place, query, `the lesson “${lesson.title}”`)}
      </header>
      ${lesson.steps.map((step) => part(step, pack, place)).join('\n      ')}
      <section class="step exit">
        <h2>Before you go</h2>
        ${questions(pack, place)}
        <p class="limits"><b>How far this goes.</b> ${inline(filled(lesson.limits, lesson, pack.expected), place.home)}</p>
      </section>`,
    foot: packFoot(pack, place, 'worksheet'),
  });
}
