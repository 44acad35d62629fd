import { INK } from '../palette';
import { escapeXml } from '../plot/xml';

export const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
/** Type on white, as in tokens.css: an exported figure knows no theme. */
export const COLOURS = { ground: '#ffffff', ink: INK.light, mute: '#5b6370', hair: '#d5dae0', noise: '#dfe2e7' } as const;

const MARGIN = 28;
const TITLE = 20;
const SUBTITLE = 13;
const SMALL = 12;
const LINE = 17;

/** A picture of its own, ready to stand in a page. */
export interface Figure {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  /** what a screen reader says of it */
  readonly description: string;
  readonly svg: string;
}

export interface FigureParts {
  readonly title: string;
  readonly subtitle: string;
  /** what a screen reader says of it */
  readonly description: string;
  /** drawn in a box of this size, from (0, 0) */
  readonly body: string;
  readonly bodyWidth: number;
  readonly bodyHeight: number;
  /** paragraphs below it */
  readonly caption: readonly string[];
  /** below that, to be followed where the picture stands by itself */
  readonly link: string;
}

/** About as wide as system type sets it, in pixels. */
export const textWidth = (text: string, size: number): number => text.length * size * 0.53;

/** Words in lines of at most `limit` characters; longer words are cut. */
export function wrap(text: string, limit: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > limit) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
    while (line.length > limit) {
      lines.push(line.slice(0, limit));
      line = line.slice(limit);
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** Title, picture and caption on a white ground. */
export function figurePage({ title, subtitle, description, body, bodyWidth, bodyHeight, caption, link }: FigureParts): Figure {
  const width = bodyWidth + 2 * MARGIN;
  const top = MARGIN + TITLE + (subtitle === '' ? 0 : SUBTITLE + 8) + 18;
  const limit = Math.floor(bodyWidth / (SMALL * 0.53));
  const lines = caption.flatMap((paragraph) => wrap(paragraph, limit));
  const all = [...lines, ...wrap(link, limit)];
  const captionTop = top + bodyHeight + 26;
  const height = Math.ceil(captionTop + (all.length - 1) * LINE + MARGIN);
  const words = all.map((line, i) => `<text x="${MARGIN}" y="${captionTop + i * LINE}">${escapeXml(line)}</text>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${FONT}" font-size="${SMALL}" font-variant-numeric="tabular-nums">
<title>${escapeXml(title)}</title>
<desc>${escapeXml(description)}</desc>
<rect width="${width}" height="${height}" fill="${COLOURS.ground}"/>
<text x="${MARGIN}" y="${MARGIN + TITLE * 0.8}" font-size="${TITLE}" font-weight="600" fill="${COLOURS.ink}">${escapeXml(title)}</text>
<text x="${MARGIN}" y="${MARGIN + TITLE + SUBTITLE + 4}" font-size="${SUBTITLE}" fill="${COLOURS.mute}">${escapeXml(subtitle)}</text>
<g transform="translate(${MARGIN} ${top})">
${body}
</g>
<g fill="${COLOURS.mute}">
${words.slice(0, lines.length).join('\n')}
<a href="${escapeXml(link)}">
${words.slice(lines.length).join('\n')}
</a>
</g>
</svg>
`;
  return { title, width, height, description, svg };
}
