import type { Marks, Paint, Primitive, Raster, Step, Words } from './primitive';

const FONT = 'system-ui, sans-serif';

/** Adds steps from (x, y) to the current path. */
function trace(context: CanvasRenderingContext2D, steps: readonly Step[], x = 0, y = 0): void {
  let [startX, startY] = [x, y];
  for (const step of steps) {
    const [command, first = 0, second = 0] = step;
    if (command === 'o') {
      context.moveTo(x + first, y);
      context.arc(x, y, first, 0, 2 * Math.PI);
      continue;
    }
    if (command === 'z') [x, y] = [startX, startY];
    else if (command === 'm' || command === 'l') [x, y] = [x + first, y + second];
    else [x, y] = [command === 'V' ? x : first, command === 'H' ? y : command === 'V' ? first : second];
    if (command === 'z') context.closePath();
    else if (command === 'm' || command === 'M') {
      [startX, startY] = [x, y];
      context.moveTo(x, y);
    } else context.lineTo(x, y);
  }
}

function traceMarks(context: CanvasRenderingContext2D, { outline, places }: Marks): void {
  for (let i = 0; i < places.length; i += 2) trace(context, outline, places[i], places[i + 1]);
}

function fill(context: CanvasRenderingContext2D, { fill: fillStyle = '#000000', fillOpacity: globalAlpha = 1 }: Paint, draw: () => void): void {
  if (fillStyle === 'none') return;
  Object.assign(context, { fillStyle, globalAlpha });
  draw();
}

/** No dashes: no picture of samples has any. */
function stroke(context: CanvasRenderingContext2D, paint: Paint, draw: () => void): void {
  const { stroke: strokeStyle, strokeOpacity: globalAlpha = 1, strokeWidth: lineWidth = 1 } = paint;
  const { strokeLinejoin: lineJoin = 'miter', strokeLinecap: lineCap = 'butt' } = paint;
  if (strokeStyle === undefined) return;
  Object.assign(context, { strokeStyle, globalAlpha, lineWidth, lineJoin, lineCap });
  draw();
}

function write(context: CanvasRenderingContext2D, words: Words): void {
  const { x, y, fontSize = 12, fontWeight = 400, parts } = words;
  const text = parts.map((part) => part.text).join('');
  context.font = `${fontWeight} ${fontSize}px ${FONT}`;
  context.textAlign = words.textAnchor === 'middle' ? 'center' : (words.textAnchor ?? 'start');
  context.textBaseline = words.dominantBaseline ? 'middle' : 'alphabetic';
  stroke(context, words, () => context.strokeText(text, x, y));
  fill(context, words, () => context.fillText(text, x, y));
}

const images = new WeakMap<Uint8Array, Map<string, HTMLCanvasElement>>();

/** Made once for each array and colour. */
function imageOf({ width, height, opacity, colour }: Raster): HTMLCanvasElement {
  const known = images.get(opacity)?.get(colour);
  if (known) return known;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const image = new ImageData(width, height);
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  for (let i = 0; i < opacity.length; i++) {
    image.data[4 * i] = red;
    image.data[4 * i + 1] = green;
    image.data[4 * i + 2] = blue;
    image.data[4 * i + 3] = opacity[i];
  }
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  images.set(opacity, (images.get(opacity) ?? new Map()).set(colour, canvas));
  return canvas;
}

/** Primitives on a canvas, whose colours are no variables: clouds of hundreds of samples would be slow as elements. */
export function paintPrimitives(context: CanvasRenderingContext2D, primitives: readonly Primitive[]): void {
  for (const primitive of primitives) {
    context.globalAlpha = 1;
    if (primitive.kind === 'raster') {
      context.imageSmoothingEnabled = !primitive.isPixelated;
      context.imageSmoothingQuality = 'high';
      context.drawImage(imageOf(primitive), 0, 0, primitive.side, primitive.side);
    } else if (primitive.kind === 'words') write(context, primitive);
    else {
      context.beginPath();
      if (primitive.kind === 'path') trace(context, primitive.steps);
      else if (primitive.kind === 'marks') traceMarks(context, primitive);
      else context.ellipse(primitive.x, primitive.y, primitive.rx, primitive.ry, (primitive.turn * Math.PI) / 180, 0, 2 * Math.PI);
      fill(context, primitive, () => context.fill());
      stroke(context, primitive, () => context.stroke());
    }
  }
  context.globalAlpha = 1;
}
