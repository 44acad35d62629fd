import { readFileSync } from 'node:fs';
import { escapeXml } from '../../src/ui/plot/xml';
import { hashOf } from '../contentPolicy';
import { withTokens } from '../tokens';

interface Shell {
  readonly title: string;
  readonly description: string;
  /** way from the page to the site's folder: "../../" */
  readonly home: string;
  /** of the head, for sites that know their address */
  readonly sharing: string;
  readonly scripts?: readonly string[];
  readonly body: string;
}

/** On paper the whole address, and no frame where there is no network: its page is not kept for offline. The page reads as well without. */
const SCRIPT = `for (const place of document.querySelectorAll('.address b')) place.textContent = document.querySelector('.open').href;
for (const frame of navigator.onLine ? [] : document.querySelectorAll('.run')) frame.hidden = true;`;

const SHEETS = ['../readPages.css', 'style.css'];
const STYLE = withTokens(SHEETS.map((sheet) => readFileSync(new URL(sheet, import.meta.url), 'utf8')).join('\n'), 'system');

/** Nothing but files of this very site, and our style. */
const POLICY = [
  "default-src 'none'",
  "img-src 'self'",
  `style-src ${hashOf(STYLE)}`,
  `script-src 'self' ${hashOf(SCRIPT)}`,
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A static page that reads without a script. */
export function shell({ title, description, home, sharing, scripts = [], body }: Shell): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${escapeXml(title)}</title>
    <meta name="description" content="${escapeXml(description)}" />
    <link rel="icon" href="${home}favicon.svg" type="image/svg+xml" />
    ${[sharing, ...scripts.map((address) => `<script src="${address}" async></script>`)].filter((line) => line !== '').join('\n    ')}
    <style>${STYLE}</style>
  </head>
  <body>
${body}
    <script>${SCRIPT}</script>
  </body>
</html>
`;
}
