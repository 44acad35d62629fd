import { explanationsHere } from '../../../src/headless/explanationsFile';
import { readExpected } from '../../../src/headless/lessonFiles';
import { claimsOf } from '../../../src/lessons/explanations';
import { escapeXml as html } from '../../../src/ui/plot/xml';
import { attribution, footLine, OURS } from '../licence';
import { filled } from '../numbers';
import { paper } from '../paper';
import type { Place } from '../place';
import { teachWays } from './ways';

const TITLE = 'Ten explanations of at most sixty words';

/** The explanations with their numbers, and under each what of it our runs say, and in how many of twenty seeds. */
export function explanationsPage(place: Place): string {
  const explanations = explanationsHere();
  const all = claimsOf(explanations);
  const expected = readExpected().get(all.id);
  if (!expected) throw new Error(`Nothing is expected of the explanations yet: npm run lessons:expect -- --lesson ${all.id}`);
  const seeds = new Map(expected.sentences.map((sentence) => [sentence.says, sentence.seeds]));
  const parts = explanations.explanations.map(({ title, text, claims }) => {
    const held = claims.map(({ says }) => `<li>Our runs: ${html(says)} So it is in ${seeds.get(says)} of 20 seeds.</li>`);
    return `<section><h2>${html(title)}</h2>
        <p>${html(filled(text, all, expected))}</p>
        <ul>${held.join('')}</ul></section>`;
  });
  return paper({
    title: `${TITLE} · MAD Lab`,
    description: 'What happens when models learn from models, in ten texts of at most sixty words, each with what our runs say.',
    place,
    kind: 'teach',
    ways: teachWays(place),
    body: `      <h1>${TITLE}</h1>
      <p class="lead">To read out, to print and to quote. Under each stands what of it our own runs say, and in how many of twenty seeds; the rest is what is known, or not known, elsewhere.</p>
      ${parts.join('\n      ')}`,
    foot: footLine(attribution(TITLE, OURS, place.site)),
  });
}
