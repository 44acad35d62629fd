import type { Outline, Shape, Words } from './primitive';

/** How a number of pixels is written. */
export type WritePlace = (place: number) => string;

/** An element of SVG as React takes it. */
export interface SvgElement {
  readonly tag: 'path' | 'text' | 'ellipse';
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly parts: Words['parts'];
}

/** For the screen, where a tenth of a pixel can still move letters by a whole one. */
export const hundredths: WritePlace = (place) => String(Number(place.toFixed(2)));

/** The `d` of an outline, from its centre. */
export function outlineText(outline: Outline, write: WritePlace): string {
  if (typeof outline === 'number') {
    // two halves meet only where both are written with the same radius
    const r = Number(write(outline));
    const half = (x: number) => `a${r} ${r} 0 1 0 ${write(x)} 0`;
    return `m${-r} 0${half(2 * r)}${half(-2 * r)}z`;
  }
  let [fromX, fromY] = [0, 0];
  let text = '';
  for (const corners of outline) {
    for (let i = 0; i < corners.length; i += 2) {
      const [x, y] = i === 0 ? [fromX, fromY] : [corners[i - 2], corners[i - 1]];
      text += `${i === 0 ? 'm' : 'l'}${write(corners[i] - x)} ${write(corners[i + 1] - y)}`;
    }
    text += 'z';
    [fromX, fromY] = corners;
  }
  return text;
}

function marksText(places: readonly number[], outline: Outline, write: WritePlace): string {
  const mark = outlineText(outline, write);
  let text = '';
  for (let i = 0; i < places.length; i += 2) text += `M${write(places[i])} ${write(places[i + 1])}${mark}`;
  return text;
}

/** A shape as both printers print it. */
export function elementOf({ data, ...shape }: Shape, write: WritePlace): SvgElement {
  const found = data && { [`data-${data[0]}`]: data[1] };
  switch (shape.kind) {
    case 'path': {
      const { kind, steps, ...paint } = shape;
      return {
        tag: 'path',
        attributes: { ...found, d: steps.map(([command, ...places]) => command + places.map(write).join(' ')).join(''), ...paint },
        parts: [],
      };
    }
    case 'marks': {
      const { kind, outline, places, ...paint } = shape;
      return { tag: 'path', attributes: { ...found, d: marksText(places, outline, write), ...paint }, parts: [] };
    }
    case 'words': {
      const { kind, x, y, parts, length, ...paint } = shape;
      const fitted = length !== undefined && { textLength: write(length), lengthAdjust: 'spacingAndGlyphs' };
      return { tag: 'text', attributes: { ...found, x: write(x), y: write(y), ...fitted, ...paint }, parts };
    }
  }
}
