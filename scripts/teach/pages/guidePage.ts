import { kindOf } from '../../../src/engine/chosen';
import { listed } from '../../../src/format';
import { type Lesson, MISCONCEPTIONS, type Misconception, type Step } from '../../../src/lessons/lesson';
import { experimentOf, runsOf, seedOf } from '../../../src/lessons/lessonRuns';
import { forWhom } from '../../../src/ui/lesson/forWhom';
import { escapeXml as html } from '../../../src/ui/plot/xml';
import type { Guide } from '../guide';
import { attribution, packFoot } from '../licence';
import { blocks, inline } from '../markdown';
import { filled } from '../numbers';
import type { Pack } from '../packs';
import { paper } from '../paper';
import { code, labLink, type Place } from '../place';
import { numbersTable } from './numbersTable';
import { packWays } from './ways';

/** What pupils do in a step, in the order in which the page asks for it. */
function doing({ predict = [], observe = [], run, explain, play, quiz, text }: Step): string {
  const parts = [
    ...(text && predict.length === 0 ? ['read'] : []),
    ...(predict.length > 0 ? [`predict (${predict.length})`] : []),
    ...(run ? [typeof run === 'string' ? 'run' : `run (${run.length})`] : []),
    ...(observe.length > 0 ? [`observe (${observe.length})`] : []),
    ...(explain ? ['explain'] : []),
    ...(play ? ['try freely'] : []),
    ...(quiz ? ['answer on their own'] : []),
  ];
  return listed(parts);
}

function minutes({ lesson, guide, expected }: Pack, place: Place): string {
  let from = 0;
  const rows = lesson.steps.map((step) => {
    const begin = from;
    from += step.minutes;
    const teacher = guide?.steps.find((one) => one.step === step.id)?.teacher ?? '';
    return `<tr><td>${begin}–${from}</td><th scope="row">${html(step.title)}</th><td>${html(doing(step))}</td><td>${inline(filled(teacher, lesson, expected, step.id), place.home)}</td></tr>`;
  });
  return `<section><h2>Minutes</h2>
        <table class="minutes"><thead><tr><th scope="col">Min</th><th scope="col">Step</th><th scope="col">Pupils, in pairs at one device</th><th scope="col">You</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

/** Where the seed is the number of the desk, no two desks see the same numbers. */
const BY_DESK = /(^|&)seed=desk(&|$)/i;

function numbers(pack: Pack): string {
  const { lesson, expected } = pack;
  const apart = [lesson.base, ...runsOf(lesson).map(({ query }) => query)].some((query) => BY_DESK.test(query))
    ? '<b>In runs whose seed is the number of the desk, desks differ: take the last column.</b> '
    : '';
  const claims = expected.sentences
    .filter(({ where }) => where === 'claim')
    .map(({ says, seeds }) => `<li>${html(says)} <b>The same in ${seeds} of 20 seeds.</b></li>`);
  return `<section><h2>What to expect</h2>
        <p>Computed by the same program as the page, not typed. The same link gives the same numbers on every device. If yours differ, compare the address, all of it, and the version at the end of this guide with that at the foot of the page (it stands there when no lesson is open). ${apart}With another seed the numbers differ and the story stays:</p>
        ${claims.length > 0 ? `<ul>${claims.join('')}</ul>` : ''}
        ${numbersTable(pack)}</section>`;
}

/** The misconceptions that a lesson's options show. */
function tagsOf({ steps }: Lesson): readonly Misconception[] {
  const options: readonly { readonly misconception: Misconception | 'none' }[] = steps.flatMap(({ predict = [], quiz = [] }) => [
    ...predict.flatMap((part) => (part.type === 'choose' ? part.options : [])),
    ...predict.flatMap((part) => (part.type === 'number' ? (part.ranges ?? []) : [])),
    ...quiz.flatMap((question) => question.options ?? []),
  ]);
  const found = new Set(options.flatMap(({ misconception }) => (misconception === 'none' ? [] : [misconception])));
  return (Object.keys(MISCONCEPTIONS) as Misconception[]).filter((id) => found.has(id));
}

function misconceptions({ lesson, guide, expected }: Pack, place: Place): string {
  const text = (words: string) => inline(filled(words, lesson, expected), place.home);
  const ids = [...new Set([...tagsOf(lesson), ...(guide?.misconceptions ?? []).map(({ id }) => id)])];
  const rows = ids.map((id) => {
    const moves = guide?.misconceptions.find((one) => one.id === id);
    return `<tr><th scope="row">${id}. ${html(MISCONCEPTIONS[id])}</th><td>${moves ? `<b>${text(moves.ask)}</b> ${text(moves.because)}` : ''}</td></tr>`;
  });
  return rows.length === 0
    ? ''
    : `<section><h2>What pupils may believe, and a question that moves it</h2><table class="beliefs"><tbody>${rows.join('')}</tbody></table></section>`;
}

function ownWords(guide: Guide, { lesson, expected }: Pack, place: Place): { readonly before: string; readonly after: string } {
  const text = (words: string) => inline(filled(words, lesson, expected), place.home);
  const list = (items: readonly string[]) => `<ul>${items.map((item) => `<li>${text(item)}</li>`).join('')}</ul>`;
  const terms = (items: readonly (readonly [string, string])[]) =>
    `<dl>${items.map(([term, words]) => `<dt>${text(term)}</dt><dd>${text(words)}</dd>`).join('')}</dl>`;
  const { strengths, weaknesses, dependencies, variants, say, before, short, levels, hard, discuss, sources, background } = guide;
  return {
    before: `<section><h2>At a glance</h2><table class="glance"><tbody>${(
      [
        ['Strengths', strengths],
        ['Weaknesses', weaknesses],
        ['Needs', dependencies],
        ['Variants', variants],
      ] as const
    )
      .map(([name, words]) => `<tr><th scope="row">${name}</th><td>${text(words)}</td></tr>`)
      .join('')}</tbody></table></section>
      <section><h2>What to say</h2>${say.map((words) => `<blockquote><p>${text(words)}</p></blockquote>`).join('')}</section>
      <section><h2>Before the lesson</h2>${list(before)}</section>`,
    after: `<section><h2>In 25 minutes</h2>${list(short)}</section>
      <section><h2>For whom</h2>${terms(levels.map(({ who, do: what }) => [who, what] as const))}</section>
      <section><h2>Three hard questions</h2>${terms(hard.map(({ ask, answer }) => [ask, answer] as const))}</section>
      <section><h2>To discuss</h2>${terms(discuss.map(({ ask, listen }) => [ask, listen] as const))}</section>
      ${background === '' ? '' : `<section><h2>Behind it</h2>${blocks(filled(background, lesson, expected), place.home)}</section>`}
      <section><h2>Sources</h2>${list(sources)}</section>`,
  };
}

const learns = (lesson: Lesson) => runsOf(lesson).map((run) => kindOf(experimentOf(lesson, run, seedOf(lesson))).id as string);

/** What a teacher reads before the lesson. */
export function guidePage(pack: Pack, place: Place): string {
  const { lesson, guide, expected } = pack;
  const query = `?lesson=${lesson.id}`;
  const own = guide ? ownWords(guide, pack, place) : { before: '', after: '' };
  const goals = lesson.goals.map(({ text, codes }) => `<li>${html(text)} <span class="mute">${html(codes.join(', '))}</span></li>`);
  const codesAt = place.isPacked ? 'The page of codes' : `<a href="${place.home}teach/curriculum.html">The page of codes</a>`;
  const digits = learns(lesson).includes('digits')
    ? '<p>The handwritten digits are from MNIST and have terms of their own: see the licences of MAD Lab.</p>'
    : '';
  return paper({
    title: `${lesson.title} · teacher’s guide · MAD Lab`,
    description: `Teacher’s guide to the lesson “${lesson.title}”: minutes, what to say, expected numbers, misconceptions, limits.`,
    language: lesson.language,
    place,
    kind: 'guide',
    ways: packWays(place),
    body: `      <header class="head">
        <div>
          <h1>${html(lesson.title)}</h1>
          <p class="lead">Teacher’s guide. ${lesson.minutes} minutes, ${html(forWhom(lesson.ages))}. ${html(lesson.needs ?? 'No prerequisites.')}</p>
          <p>Words: ${html(lesson.vocabulary.join(', '))}.</p>
        </div>
        ${code(place, query, `the lesson “${lesson.title}”`)}
      </header>
      <section><h2>Goals</h2><ul>${goals.join('')}</ul><p class="mute">${codesAt} says what we take each for; check them against the current edition before you rely on them.</p></section>
      ${own.before}
      ${minutes(pack, place)}
      ${numbers(pack)}
      ${misconceptions(pack, place)}
      ${own.after}
      <section><h2>How far this goes</h2><p>${inline(filled(lesson.limits, lesson, expected), place.home)}</p></section>
      <section><h2>If you pass it on</h2><p class="copy">${html(attribution(lesson.title, lesson, place.site))}</p>${digits}<p>Every gate of the lesson opens with ${openAll(place, query)}: a courtesy among teachers and no lock, and pupils’ saved work says that it was used.</p></section>`,
    foot: packFoot(pack, place, 'guide'),
  });
}

const openAll = (place: Place, query: string): string =>
  place.isPacked && place.site === null
    ? `<code>${html(`${query}&poe=off`)}</code>`
    : `<a href="${html(labLink(place, `${query}&poe=off`))}"><code>poe=off</code></a> in the address`;
