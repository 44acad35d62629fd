import { escapeXml as html } from '../../../src/ui/plot/xml';
import { CODES } from '../codes';
import { attribution, footLine, OURS } from '../licence';
import type { Pack } from '../packs';
import { paper } from '../paper';
import type { Place } from '../place';
import { teachWays } from './ways';

/** Which lesson works towards which code, cited and said in our own words. */
export function curriculumPage(packs: readonly Pack[], place: Place): string {
  const codes = [...new Set(packs.flatMap(({ lesson }) => lesson.goals.flatMap((goal) => goal.codes)))].sort();
  const rows = codes.map((code) => {
    const known = CODES[code];
    const goals = packs.flatMap(({ lesson }) =>
      lesson.goals
        .filter((goal) => goal.codes.includes(code))
        .map(({ id, text }) => `<li><a href="${place.isPacked ? '..' : lesson.id}/guide.html">${html(lesson.title)}</a>, ${id}: ${html(text)}</li>`),
    );
    const asks = known ? `${html(known.asks)}${known.isUnsure ? ' <b>From memory: look it up.</b>' : ''}` : 'Not put into words by us yet.';
    return `<tr><th scope="row">${html(code)}</th><td>${asks}</td><td><ul>${goals.join('')}</ul></td></tr>`;
  });
  const title = 'Curriculum codes';
  return paper({
    title: `${title} · MAD Lab`,
    description: 'Codes of curricula that the lessons of MAD Lab work towards.',
    place,
    kind: 'curriculum',
    ways: teachWays(place),
    body: `      <h1>${title}</h1>
      <p class="lead">Which lesson works towards which code. Nobody but us has said so.</p>
      <p>Codes are of the ${[...new Set(Object.values(CODES).map(({ of }) => of))].map(html).join(', the ')}. They are cited, and what they ask for is said in our own words, for their texts have licences of their own. <b>Check each against the current edition before you use it:</b> editions change, and no person has checked this list yet.</p>
      <table><thead><tr><th scope="col">Code</th><th scope="col">What we take it for</th><th scope="col">Goals that work towards it</th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
    foot: footLine(attribution(title, OURS, place.site)),
  });
}
