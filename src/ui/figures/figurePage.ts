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

/** Of a letter of an address, in its size: it has more wide ones than prose. */
const LINK_LETTER = 0.62;

/** An address in lines of at most `limit` characters, broken before its marks; what is longer between two of them is cut. */
export function wrapLink(link: string, limit: number): string[] {
  const lines = [''];
  for (const piece of link.split(/(?=[?&#;])/)) {
    if (lines[lines.length - 1].length + piece.length <= limit) lines[lines.length - 1] += piece;
    else for (let at = 0; at < piece.length; at += limit) lines.push(piece.slice(at, at + limit));
  }
  return lines.filter((line) => line !== '');
}

/** Title, picture and caption on a white ground. */
export function figurePage({ title, subtitle, description, body, bodyWidth, bodyHeight, caption, link }: FigureParts): Figure {
  const width = bodyWidth + 2 * MARGIN;
  const top = MARGIN + TITLE + (subtitle === '' ? 0 : SUBTITLE + 8) + 18;
  const limit = Math.floor(bodyWidth / (SMALL * 0.53));
  const lines = caption.flatMap((paragraph) => wrap(paragraph, limit));
  const linkLines = wrapLink(link, Math.floor(bodyWidth / (SMALL * LINK_LETTER)));
  const captionTop = top + bodyHeight + 26;
  const placeOf = (line: number) => `x="${MARGIN}" y="${captionTop + line * LINE}"`;
  const height = Math.ceil(captionTop + (lines.length + linkLines.length - 1) * LINE + MARGIN);
  const words = lines.map((line, i) => `<text ${placeOf(i)}>${escapeXml(line)}</text>`);
  // one text, so that it is copied as one address
  const address = linkLines.map((line, i) => `<tspan ${placeOf(lines.length + i)}>${escapeXml(line)}</tspan>`);
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
${words.join('\n')}
<a href="${escapeXml(link)}"><text>${address.join('')}</text></a>
</g>
</svg>
`;
  return { title, width, height, description, svg };
}
