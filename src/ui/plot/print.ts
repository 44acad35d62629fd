import { toBase64 } from '../files/base64';
import { alphaPng } from './alphaPng';
import { elementOf, type SvgElement, type WritePlace } from './element';
import type { Ellipse, Primitive, Raster, Shape } from './primitive';
import { escapeXml } from './xml';

function writeTo(digits: number): WritePlace {
  return (place) => {
    if (!Number.isFinite(place)) throw new Error(`A picture has no place ${place}.`);
    return String(Number(place.toFixed(digits)));
  };
}

/** A number of pixels, to a tenth. */
export const px = writeTo(1);

export interface PrintOptions {
  /** decimals of places */
  readonly digits?: number;
  /** whether shapes say what they are of */
  readonly data?: boolean;
}

/** Primitives as text of SVG, each on a line. */
export function print(primitives: readonly Primitive[], { digits = 1, data = true }: PrintOptions = {}): string {
  const write = writeTo(digits);
  return primitives.map((primitive) => (primitive.kind === 'raster' ? image(primitive, write) : element(primitive, write, data))).join('\n');
}

function ellipse({ data, kind, x, y, rx, ry, turn, ...paint }: Ellipse, write: WritePlace): SvgElement {
  const transform = `translate(${write(x)} ${write(y)}) rotate(${write(turn)})`;
  return { tag: 'ellipse', attributes: { rx: write(rx), ry: write(ry), transform, ...paint }, parts: [] };
}

function element(shape: Shape | Ellipse, write: WritePlace, hasData: boolean): string {
  const { data, ...anonymous } = shape;
  const printed = hasData ? shape : anonymous;
  const { tag, attributes, parts } = printed.kind === 'ellipse' ? ellipse(printed, write) : elementOf(printed, write);
  const words = parts.map(({ text, fontWeight }) =>
    fontWeight === undefined ? escapeXml(text) : `<tspan font-weight="${fontWeight}">${escapeXml(text)}</tspan>`,
  );
  const start = `<${tag}${attributesText(attributes)}`;
  return words.length === 0 ? `${start}/>` : `${start}>${words.join('')}</${tag}>`;
}

/** Names that SVG itself writes as one word. */
const ONE_WORD = ['textLength', 'lengthAdjust'];

const nameOf = (name: string): string => (ONE_WORD.includes(name) ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));

/** React's names are those of SVG, written as one word. Shares are written short: ".5". */
function attributesText(attributes: SvgElement['attributes']): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => {
      const text = name.endsWith('Opacity') ? String(value).replace(/^0\./, '.') : String(value);
      return ` ${nameOf(name)}="${escapeXml(text)}"`;
    })
    .join('');
}

function image({ width, height, opacity, colour, side, isPixelated, data }: Raster, write: WritePlace): string {
  const png = toBase64(alphaPng(width, height, opacity, colour));
  const attributes = {
    ...(data && { [`data-${data[0]}`]: data[1] }),
    width: write(side),
    height: write(side),
    ...(isPixelated && { style: 'image-rendering:pixelated' }),
    href: `data:image/png;base64,${png}`,
  };
  return `<image preserveAspectRatio="none"${attributesText(attributes)}/>`;
}
