import { MISCONCEPTIONS } from '../../../src/lessons/lesson';
import { escapeXml as html } from '../../../src/ui/plot/xml';
import { INVENTORY } from '../inventory';
import { attribution, footLine, OURS } from '../licence';
import { paper } from '../paper';
import type { Place } from '../place';
import { teachWays } from './ways';

const TITLE = 'Twelve questions, before and after';
const WARNING = 'Draft, not validated: no class has answered these, and nobody knows yet whether they measure anything. Do not mark pupils by them.';

/** The questions, for pupils. */
export function inventoryPage(place: Place): string {
  const items = INVENTORY.map(
    ({ ask, options }) =>
      `<li><p>${html(ask)}</p><ul class="options">${options.map((text, i) => `<li><i class="ring"></i> ${'abcd'[i]}) ${html(text)}</li>`).join('')}</ul></li>`,
  );
  return paper({
    title: `${TITLE} · MAD Lab`,
    description: 'A draft inventory of twelve questions about generative models that learn from generative models.',
    place,
    kind: 'inventory',
    body: `      <h1>${TITLE}</h1>
      <p class="who"><span>Desk <i class="gap"></i></span> <span>Date <i class="gap"></i></span> <span><i class="box"></i> before</span> <span><i class="box"></i> after</span></p>
      <p class="warning">${WARNING}</p>
      <ol class="questions">${items.join('\n      ')}</ol>`,
    foot: footLine(attribution(TITLE, OURS, place.site)),
  });
}

/** What is right, and which answer shows what: apart, as every key. */
export function inventoryKeyPage(place: Place): string {
  const rows = INVENTORY.map(
    ({ of, right, shows }, i) =>
      `<tr><th scope="row">${i + 1}</th><td>${'abcd'[right]}</td><td>${'abcd'[shows]} shows ${of}: ${html(MISCONCEPTIONS[of])}</td></tr>`,
  );
  return paper({
    title: `${TITLE}, key · MAD Lab`,
    description: 'Key of the draft inventory, for teachers.',
    place,
    kind: 'key',
    ways: teachWays(place),
    body: `      <h1>Key: ${TITLE.charAt(0).toLowerCase()}${TITLE.slice(1)}</h1>
      <p class="warning">${WARNING}</p>
      <p>One question for each misconception that the lessons speak of. Ask the same twelve before the first lesson and after the last one, by desk numbers, and compare how often the answer of the third column is taken.</p>
      <table><thead><tr><th scope="col">Question</th><th scope="col">Right</th><th scope="col">What a wrong answer shows</th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
    foot: footLine(attribution(TITLE, OURS, place.site, 'key')),
  });
}
