import { readFileSync } from 'node:fs';
import { escapeXml as html } from '../../src/ui/plot/xml';
import { hashOf } from '../contentPolicy';
import { withTokens } from '../tokens';
import type { Place } from './place';

interface Paper {
  readonly title: string;
  readonly description: string;
  readonly language?: string;
  readonly place: Place;
  /** what kind of page it is, for its styles */
  readonly kind: string;
  /** other pages of the teachers' part, by their addresses; a sheet for pupils has none */
  readonly ways?: readonly (readonly [address: string, words: string])[];
  /** in HTML: what stands between header and foot */
  readonly body: string;
  readonly foot: string;
}

const SHEETS = ['../readPages.css', ...['page', 'sheets', 'print', 'game', 'slides'].map((name) => `style/${name}.css`)];
const STYLE = withTokens(SHEETS.map((sheet) => readFileSync(new URL(sheet, import.meta.url), 'utf8')).join('\n'), 'system');

/** Nothing but our style, and the one script that says where the page stands. */
const policy = (isPacked: boolean): string =>
  [
    "default-src 'none'",
    "img-src 'self'",
    `style-src ${hashOf(STYLE)}`,
    ...(isPacked ? [] : ["script-src 'self'"]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

function navigation({ place, ways }: Paper): string {
  if (!ways) return '';
  const links = ways.map(([to, words]) => `<a href="${html(to)}">${html(words)}</a>`);
  if (!place.isPacked) links.unshift(`<a href="${place.home}">MAD Lab</a>`);
  return links.length === 0 ? '' : `<nav class="ways" aria-label="For teachers">${links.join('')}</nav>\n    `;
}

/** A page that is read on a screen and printed on A4 and Letter. */
export function paper(page: Paper): string {
  const { title, description, language = 'en', place, kind, body, foot } = page;
  const script = place.isPacked || place.site !== null ? '' : `\n    <script src="${place.home}teach/where-it-stands.js" defer></script>`;
  return `<!doctype html>
<html lang="${html(language)}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy(script === '')}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${html(title)}</title>
    <meta name="description" content="${html(description)}" />${place.isPacked ? '' : `\n    <link rel="icon" href="${place.home}favicon.svg" type="image/svg+xml" />`}
    <style>${STYLE}</style>${script}
  </head>
  <body class="${kind}">
    ${navigation(page)}<main>
${body}
    </main>
    ${foot}
  </body>
</html>
`;
}
