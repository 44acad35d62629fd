import { attributeName } from '../../engine/names';
import { escapeXml } from '../plot/xml';
import type { ORIGINS, THEMES } from '../view/view';

/** What an author chooses for a figure in a page. */
export interface EmbedChoice {
  /** frame with the script that fits it, frame alone for sites that strip scripts, element, link for Markdown, bare address for editors that ask for one */
  readonly variant: 'iframe' | 'alone' | 'element' | 'markdown' | 'address';
  readonly view: (typeof ORIGINS)[number];
  readonly run: 'click' | 'visible';
  readonly theme: (typeof THEMES)[number];
  readonly background: 'own' | 'transparent';
  /** names of controls, as `hide=` and `lock=` take them */
  readonly hide: readonly string[];
  readonly lock: readonly string[];
}

export const FIRST_CHOICE: EmbedChoice = { variant: 'iframe', view: 'both', run: 'click', theme: 'auto', background: 'own', hide: [], lock: [] };

/** What a snippet says and points to. */
export interface EmbedContent {
  /** keys of the experiment with their values, as in its link */
  readonly pairs: readonly (readonly [key: string, value: string])[];
  /** what their addresses end with: text of the reader's own, behind a #, or nothing */
  readonly fragment: string;
  /** absolute address of the folder with embed.html and its scripts */
  readonly folder: string;
  readonly title: string;
  /** height in pixels of the poster, which a frame has before it says its own, of the figure, and of a frame that nothing fits */
  readonly height: { readonly poster: number; readonly figure: number; readonly alone: number };
  /** curves of the run, as `poster=` takes them; '' = none */
  readonly curves: string;
  /** file: beside the article, or an address */
  readonly poster: { readonly file: string; readonly alt: string; readonly width: number; readonly height: number };
}

export const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';

type Pair = readonly [string, string];

/** View keys that differ from what an embed does by itself. */
function viewPairs({ view, run, theme, background, hide, lock }: EmbedChoice, curves: string): Pair[] {
  const all: Pair[] = [
    ['view', view],
    ['run', run],
    ['theme', theme],
    ['hide', hide.join(',')],
    ['lock', lock.join(',')],
    ['background', background],
    ['poster', curves],
  ];
  return all.filter(([, value]) => !['both', 'click', 'auto', 'own', ''].includes(value));
}

const queryOf = (pairs: readonly Pair[]) =>
  pairs.map((pair) => pair.map((part) => encodeURIComponent(part).replace(/%(3A|3B|2C|3D)/g, decodeURIComponent)).join('=')).join('&');

/** Address of the frame with all that was chosen. */
export const frameAddress = (
  { pairs, fragment, folder, curves }: Pick<EmbedContent, 'pairs' | 'fragment' | 'folder' | 'curves'>,
  choice: EmbedChoice,
): string => `${folder}embed.html?${queryOf([...pairs, ...viewPairs(choice, curves)])}${fragment}`;

/** A frame that lets its page through has to be of that page's kind, light or dark: browsers lay a ground between kinds. */
const styleOf = ({ background, theme }: EmbedChoice) =>
  background === 'own' ? 'border:0' : `border:0;color-scheme:${theme === 'auto' ? 'light dark' : theme === 'dark' ? 'dark' : 'light'}`;

const markdownText = (text: string) => text.replace(/[\\[\]]/g, '\\$&').replace(/\s+/g, ' ');

const attributesOf = (pairs: readonly Pair[]) => pairs.map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('');

function imageOf({ poster }: EmbedContent): string {
  const image = attributesOf([
    ['src', poster.file],
    ['alt', poster.alt],
    ['width', String(poster.width)],
    ['height', String(poster.height)],
    ['loading', 'lazy'],
    ['style', 'max-width:100%;height:auto'],
  ]);
  return `<img${image}>`;
}

function frameOf(content: EmbedContent, choice: EmbedChoice): string {
  const { poster, figure, alone } = content.height;
  const first = choice.run === 'visible' ? figure : poster;
  const frame = attributesOf([
    ['src', frameAddress(content, choice)],
    ['title', content.title],
    ['width', '100%'],
    ['height', String(choice.variant === 'alone' ? alone : first)],
    ['loading', 'lazy'],
    ['frameborder', '0'],
    ['sandbox', SANDBOX],
    ['style', styleOf(choice)],
  ]);
  return `<iframe${frame}></iframe>`;
}

function elementOf(content: EmbedContent, choice: EmbedChoice, link: string): string[] {
  const { pairs, folder, title, curves } = content;
  const keys = [...pairs, ...viewPairs(choice, curves)].map(([key, value]) => [attributeName(key), value] as const);
  return [
    `<script async${attributesOf([['src', `${folder}mad-loop.js`]])}></script>`,
    `<mad-loop${attributesOf([...keys, ['title', title]])}>`,
    `  ${link}${imageOf(content)}</a>`,
    '</mad-loop>',
  ];
}

/** What goes into somebody's page: the figure, and a picture with a link where the figure can't be. No empty line: Markdown would end the block there. */
export function embedSnippet(content: EmbedContent, choice: EmbedChoice): string {
  const { pairs, fragment, folder, title, poster } = content;
  const address = `${folder}?${queryOf(pairs)}${fragment}`;
  const link = `<a${attributesOf([['href', address]])}>`;
  switch (choice.variant) {
    case 'element':
      return elementOf(content, choice, link).join('\n');
    case 'alone':
      return frameOf(content, choice);
    case 'markdown':
      return `[![${markdownText(poster.alt)}](${poster.file})](${address})\n*${markdownText(title)}*`;
    case 'address':
      return frameAddress(content, choice);
    case 'iframe':
      return [
        frameOf(content, choice),
        `<script async${attributesOf([['src', `${folder}embed-height.js`]])}></script>`,
        `<noscript>${link}${imageOf(content)}</a></noscript>`,
        `<p>${link}Open this figure in MAD Lab</a></p>`,
      ].join('\n');
  }
}
