import type { Shape, Step, Words } from './primitive';

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

function circle(radius: number, write: WritePlace): string {
  // two halves meet only where both are written with the same radius
  const r = Number(write(radius));
  const half = (x: number) => `a${r} ${r} 0 1 0 ${write(x)} 0`;
  return `m${-r} 0${half(2 * r)}${half(-2 * r)}z`;
}

/** The `d` of a path. */
export function stepsText(steps: readonly Step[], write: WritePlace): string {
  let text = '';
  for (const step of steps) {
    const [command, ...places] = step;
    if (step[0] === 'o') text += circle(step[1], write);
    else if (step[0] === 'l' && step[2] === 0) text += `h${write(step[1])}`;
    else if (step[0] === 'l' && step[1] === 0) text += `v${write(step[2])}`;
    else text += command + places.map(write).join(' ');
  }
  return text;
}

function marksText(places: readonly number[], outline: readonly Step[], write: WritePlace): string {
  const mark = stepsText(outline, write);
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
      return { tag: 'path', attributes: { ...found, d: stepsText(steps, write), ...paint }, parts: [] };
    }
    case 'marks': {
      const { kind, outline, places, ...paint } = shape;
      return { tag: 'path', attributes: { ...found, d: marksText(places, outline, write), ...paint }, parts: [] };
    }
    case 'words': {
      const { kind, x, y, parts, ...paint } = shape;
      return { tag: 'text', attributes: { ...found, x: write(x), y: write(y), ...paint }, parts };
    }
  }
}
