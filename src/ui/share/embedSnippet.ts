import { attributeName } from '../../engine/names';
import { escapeXml } from '../plot/xml';
import type { PARTS, THEMES } from '../view/view';

/** What an author chooses for a figure in a page. */
export interface EmbedChoice {
  readonly variant: 'element' | 'iframe';
  readonly view: (typeof PARTS)[number];
  readonly run: 'click' | 'visible';
  readonly theme: (typeof THEMES)[number];
  /** names of controls, as `hide=` and `lock=` take them */
  readonly hide: readonly string[];
  readonly lock: readonly string[];
}

export const FIRST_CHOICE: EmbedChoice = { variant: 'element', view: 'both', run: 'click', theme: 'auto', hide: [], lock: [] };

/** What a snippet says and points to. */
export interface EmbedContent {
  /** keys of the experiment with their values, as in its link */
  readonly pairs: readonly (readonly [key: string, value: string])[];
  /** absolute address of the folder with embed.html and its scripts */
  readonly folder: string;
  readonly title: string;
  /** height in pixels that a plain iframe has before it says its own */
  readonly height: number;
  readonly poster: { readonly file: string; readonly alt: string; readonly width: number; readonly height: number };
}

export const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';

type Pair = readonly [string, string];

/** View keys that differ from what an embed does by itself. */
function viewPairs({ view, run, theme, hide, lock }: EmbedChoice): Pair[] {
  const all: Pair[] = [
    ['view', view],
    ['run', run],
    ['theme', theme],
    ['hide', hide.join(',')],
    ['lock', lock.join(',')],
  ];
  return all.filter(([, value]) => !['both', 'click', 'auto', ''].includes(value));
}

const queryOf = (pairs: readonly Pair[]) =>
  pairs.map((pair) => pair.map((part) => encodeURIComponent(part).replace(/%(3A|3B|2C|3D)/g, decodeURIComponent)).join('=')).join('&');

/** Address of the frame with all that was chosen. */
export const frameAddress = ({ pairs, folder }: Pick<EmbedContent, 'pairs' | 'folder'>, choice: EmbedChoice): string =>
  `${folder}embed.html?${queryOf([...pairs, ...viewPairs(choice)])}`;

const attributesOf = (pairs: readonly Pair[]) => pairs.map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('');

/** HTML for somebody's page: the figure, and a picture with a link where the figure can't be. No empty line: Markdown would end the block there. */
export function embedSnippet(content: EmbedContent, choice: EmbedChoice): string {
  const { pairs, folder, title, height, poster } = content;
  const image = attributesOf([
    ['src', poster.file],
    ['alt', poster.alt],
    ['width', String(poster.width)],
    ['height', String(poster.height)],
    ['loading', 'lazy'],
    ['style', 'max-width:100%;height:auto'],
  ]);
  const link = `<a${attributesOf([['href', `${folder}?${queryOf(pairs)}`]])}>`;
  if (choice.variant === 'element') {
    const keys = [...pairs, ...viewPairs(choice)].map(([key, value]) => [attributeName(key), value] as const);
    return [
      `<script async${attributesOf([['src', `${folder}mad-loop.js`]])}></script>`,
      `<mad-loop${attributesOf([...keys, ['title', title]])}>`,
      `  ${link}<img${image}></a>`,
      '</mad-loop>',
    ].join('\n');
  }
  const frame = attributesOf([
    ['src', frameAddress(content, choice)],
    ['title', title],
    ['width', '100%'],
    ['height', String(height)],
    ['loading', 'lazy'],
    ['sandbox', SANDBOX],
    ['style', 'border:0'],
  ]);
  return [
    `<iframe${frame}></iframe>`,
    `<script async${attributesOf([['src', `${folder}embed-height.js`]])}></script>`,
    `<noscript>${link}<img${image}></a></noscript>`,
    `<p>${link}Open this figure in MAD Lab</a></p>`,
  ].join('\n');
}
