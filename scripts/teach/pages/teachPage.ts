import manifest from '../../../package.json';
import { readCards } from '../../../src/headless/cardFiles';
import { forWhom } from '../../../src/ui/lesson/forWhom';
import { escapeXml as html } from '../../../src/ui/plot/xml';
import { attribution, footLine, OURS } from '../licence';
import type { Pack } from '../packs';
import { paper } from '../paper';
import { labLink, type Place } from '../place';

const TITLE = 'Teach with MAD Lab';

function lessonRow({ lesson, guide }: Pack, place: Place): string {
  const { id, title, minutes, ages, goals } = lesson;
  const parts = [
    ['guide', 'guide'],
    ['slides', 'slides'],
    ['worksheet', 'worksheet'],
    ['exit', 'exit ticket'],
    ['key', 'key'],
  ].map(([file, words]) => `<a href="${id}/${file}.html">${words}</a>`);
  return `<section class="lesson">
        <h3>${html(title)}</h3>
        <p>${minutes} minutes, ${html(forWhom(ages))}. ${guide ? '' : 'Its guide is being written: what follows from the lesson is there. '}<a href="${html(labLink(place, `?lesson=${id}`))}">Open the lesson</a></p>
        <ul>${goals.map(({ text }) => `<li>${html(text)}</li>`).join('')}</ul>
        <p class="parts">For print: ${parts.join(' · ')} · <a href="${id}/worksheet.md">worksheet to edit (Markdown)</a></p>
      </section>`;
}

/** The address to write to, as package.json has it; nothing where it has none. */
export function contact(repository: unknown): string {
  const found = typeof repository === 'object' && repository !== null && 'url' in repository ? repository.url : repository;
  if (typeof found !== 'string' || found === '') return '';
  const address = found.replace(/^git\+/, '').replace(/\.git$/, '');
  return /^https:\/\//.test(address)
    ? `<section><h2>Contact</h2><p>What is wrong or missing, say it here: <a href="${html(address)}">${html(address)}</a>.</p></section>`
    : '';
}

/** What a head of department wants to know before a class sees it, and all that there is to print. */
export function teachPage(packs: readonly Pack[], place: Place): string {
  const cards = readCards()
    .map(({ card: { id, title } }) => `<a href="${html(labLink(place, `?card=${id}`))}">${html(title)}</a>`)
    .join(' · ');
  return paper({
    title: `${TITLE}`,
    description: 'Lessons, guides, worksheets and keys for MAD Lab: what it is, what it is not, privacy, licence.',
    place,
    kind: 'teach',
    ways: [],
    body: `      <h1>${TITLE}</h1>
      <p class="lead">Pupils predict what becomes of an AI that learns from what AIs have made. Then they watch it happen, in the browser, and explain it.</p>
      <section><h2>What it is</h2>
        <p>A page on which small generative models are really trained, generation after generation, on data that the models before them made. Nothing is a film: each number on the page is computed on the pupil’s own computer, and the same link gives the same numbers on every desk. Where a computer is too slow for the digits, their recorded run stands in, and says so. Lessons lock Run until a prediction is written down, ask what was seen, and only then why: predicting first is what makes a demonstration teach.</p></section>
      <section><h2>What it is not</h2>
        <ul>
          <li>No chatbot, and no large model: clumps of points, small handwritten digits, names. It shows how something comes about, and forecasts nothing about any product.</li>
          <li>No test: predictions are never marked, and nothing ranks pupils.</li>
          <li>Not tried in classes yet: no lesson here has been timed with one, and no person has checked the curriculum codes.</li>
        </ul></section>
      <section><h2>Privacy</h2>
        <p>Nothing that pupils type or do leaves their device: there are no accounts, no cookies, no names, and the page sends nothing to anyone. Work is saved by the pupils themselves, as a link or a file under a desk number.</p></section>
      <section><h2>Lessons</h2>
      ${packs.map((pack) => lessonRow(pack, place)).join('\n      ')}
      </section>
      <section><h2>For all lessons</h2>
        <ul class="links">
          <li><a href="checklist.html">Before the lesson, and when something goes wrong</a>: one page for the room.</li>
          <li><a href="game.html">The game of slips</a>: the same without devices, with <a href="game-key.html">what a class finds</a>.</li>
          <li><a href="inventory.html">Twelve questions, before and after</a>: a draft, not validated, with its <a href="inventory-key.html">key</a>.</li>
          <li><a href="curriculum.html">Curriculum codes</a>: cited, in our words, to be checked.</li>
          <li><a href="explanations.html">Ten explanations</a> in sixty words each, to read out and to quote.</li>
        </ul>
        <p>Every page here prints on A4 and on Letter. Keys stand on pages of their own and in nothing that pupils get; the address is no secret, though.</p></section>
      <section><h2>Tools</h2>
        <ul class="links">
          <li><a href="${place.home}check.html">Will it run here?</a> On a school’s computer, in a few seconds, with the sentence that the IT department needs.</li>
          <li><a href="${html(labLink(place, '?collect'))}">Collect a class’s work</a>: files and links of thirty desks become one picture and one table, on your computer alone.</li>
          <li><a href="${html(labLink(place, '?lesson=make'))}">Make a lesson</a>: begin with one of these or with any run, fill in forms, try it over twenty seeds, and save it as a file, a link or a worksheet.</li>
          <li>Challenge cards, for whoever is done early: ${cards}.</li>
        </ul></section>
      <section><h2>Licence</h2>
        <p>Texts, sheets and figures: CC BY 4.0. Change them, translate them, sell them, and name us with this line:</p>
        <p class="copy">${html(attribution(TITLE, OURS, place.site))}</p>
        <p>The program is under the MIT licence. The handwritten digits come from MNIST, the names and texts from public sources: what holds for these and for every library is in <a href="${place.home}licences.txt">licences.txt</a>.</p></section>
      ${contact((manifest as { repository?: unknown }).repository)}`,
    foot: footLine(attribution(TITLE, OURS, place.site)),
  });
}
