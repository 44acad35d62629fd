import type { Observation, Prediction, Step } from '../../../src/lessons/lesson';
import { runMeant } from '../../../src/lessons/lessonRuns';
import { escapeXml as html } from '../../../src/ui/plot/xml';
import type { Guide } from '../guide';
import { packFoot } from '../licence';
import { inline } from '../markdown';
import { expectedNumber, filled, rangeWords, valueWords } from '../numbers';
import type { Pack } from '../packs';
import { paper } from '../paper';
import type { Place } from '../place';
import { packWays } from './ways';

const RUBRIC = 'One point each: a claim; a number with its generation and loop; what brings it about; how far it goes.';

const WORTH = [
  ['four', '4 points'],
  ['two', '2 points'],
  ['one', '1 point'],
] as const;

/** What the runs say of a prediction. */
function predicted(part: Prediction, step: Step, { lesson, expected }: Pack): string {
  const of = (reading: Parameters<typeof expectedNumber>[0]) => expectedNumber(reading, lesson, expected, step.id);
  if (part.type === 'choose') {
    const told = part.options.flatMap(({ id, text, misconception }) => {
      const found = expected.sentences.find(({ where }) => where === `${step.id}, ${part.id}, option ${id}`);
      if (!found) return [];
      const tag = misconception === 'none' ? '' : ` Shows ${misconception}.`;
      return [
        `<li><b>${found.holds ? 'Holds' : 'Does not hold'}</b> (the same in ${found.seeds} of 20 seeds): ${html(text)}${found.holds ? '' : tag}</li>`,
      ];
    });
    return `<ul>${told.join('')}</ul>`;
  }
  if (part.type === 'order') {
    const items = [...part.items].sort((a, b) => (of(b.is).value ?? 0) - (of(a.is).value ?? 0));
    const told = items.map(({ text, is }) => `<li>${html(text)}: ${html(valueWords(of(is)))} (${html(rangeWords(of(is)))} over seeds)</li>`);
    return `<ol>${told.join('')}</ol><p class="mute">Equal numbers: either order is right.</p>`;
  }
  if (part.type === 'number') return `<p>${html(valueWords(of(part.is)))} (${html(rangeWords(of(part.is)))} over seeds)</p>`;
  const { score, loop, run, stat } = part;
  const columns = part.x.map((at) => ({ at, found: of({ score, at, ...(loop && { loop }), ...(run && { run }), ...(stat && { stat }) }) }));
  const row = (name: string, words: (one: (typeof columns)[number]) => string) =>
    `<tr><th scope="row">${name}</th>${columns.map((one) => `<td>${html(words(one))}</td>`).join('')}</tr>`;
  return `<div class="wide" tabindex="0" role="group" aria-label="Numbers of the sketch"><table><tbody>${row('Generation', ({ at }) => String(at))}${row('This seed', ({ found }) => valueWords(found))}${row('Over seeds', ({ found }) => rangeWords(found))}</tbody></table></div>`;
}

function accepted({ is, within }: Observation, step: Step, { lesson, expected }: Pack): string {
  const found = expectedNumber({ ...is, run: is.run ?? runMeant(lesson, step.id) }, lesson, expected, step.id);
  const near = within === 0 ? 'exactly' : `give or take ${within}`;
  return `${html(valueWords(found))}, ${near} (${html(rangeWords(found))} over seeds)`;
}

const points = (answers: NonNullable<Guide['key'][number]['answers']>, text: (words: string) => string): string =>
  `<dl class="answers">${WORTH.map(([name, worth]) => `<dt>${worth}</dt><dd>${text(answers[name])}</dd>`).join('')}</dl>`;

function ofStep(step: Step, pack: Pack, place: Place): string {
  const { predict = [], observe = [], explain, quiz = [] } = step;
  if (predict.length + observe.length + quiz.length === 0 && !explain) return '';
  const { lesson, expected, guide } = pack;
  const text = (words: string) => inline(filled(words, lesson, expected, step.id), place.home);
  const written = (id: string) => guide?.key.find(({ question }) => question === id);
  const open = (id: string): string => {
    const { why, answers } = written(id) ?? {};
    if (!why && !answers) return '<p class="mute">No sample answer is written yet.</p>';
    return `${why ? `<p>${text(why)}</p>` : ''}${answers ? points(answers, text) : ''}`;
  };
  const asked = quiz.map(({ id, ask, options }) => {
    const { right } = written(id) ?? {};
    const letter = options ? 'abcdef'[options.findIndex((option) => option.id === right)] : undefined;
    const chosen = options?.find((option) => option.id === right);
    const wrong = (options ?? []).filter((option) => option.id !== right && option.misconception !== 'none');
    const tags = chosen
      ? `<p class="mute">${wrong.map((option) => `${'abcdef'[(options ?? []).indexOf(option)]}) shows ${option.misconception}`).join('; ')}.</p>`
      : '';
    return `<h3>${text(ask)}</h3>${chosen ? `<p><b>Right: ${letter}) ${html(chosen.text)}</b></p>` : ''}${open(id)}${tags}`;
  });
  return `<section>
        <h2>${html(step.title)}</h2>
        ${predict.map((part) => `<h3>${text(part.ask)}</h3>${predicted(part, step, pack)}`).join('\n        ')}
        ${observe.length === 0 ? '' : `<table><thead><tr><th scope="col">What is read off</th><th scope="col">Accepted</th></tr></thead><tbody>${observe.map((one) => `<tr><th scope="row">${text(one.ask)}</th><td>${accepted(one, step, pack)}</td></tr>`).join('')}</tbody></table>`}
        ${explain ? `<h3>${text(explain.ask)}</h3>${open(explain.id)}` : ''}
        ${asked.join('\n        ')}
      </section>`;
}

/** What is right, apart from all that pupils get. */
export function keyPage(pack: Pack, place: Place): string {
  const { lesson } = pack;
  return paper({
    title: `${lesson.title} · key · MAD Lab`,
    description: `Key of the lesson “${lesson.title}”, for teachers.`,
    language: lesson.language,
    place,
    kind: 'key',
    ways: packWays(place),
    body: `      <h1>Key to “${html(lesson.title)}”</h1>
      <p class="lead">For the teacher. Print it, and do not leave it open on a screen.</p>
      <p>Numbers are those of the lesson’s own seed; behind them, where 5 to 95 % of seeds 1 to 20 lie. Predictions are never marked. Written answers: 0 to 4 points. ${RUBRIC}</p>
      ${lesson.steps.map((step) => ofStep(step, pack, place)).join('\n      ')}`,
    foot: packFoot(pack, place, 'key'),
  });
}
