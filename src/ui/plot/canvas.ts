import type { Marks, Paint, Primitive, Raster, Step, Words } from './primitive';

const FONT = 'system-ui, sans-serif';

function trace(context: CanvasRenderingContext2D, steps: readonly Step[]): void {
  let [x, y] = [0, 0];
  for (const [command, first = 0, second = 0] of steps) {
    if (command === 'z') context.closePath();
    else {
      [x, y] = [command === 'V' ? x : first, command === 'V' ? first : command === 'H' ? y : second];
      if (command === 'M') context.moveTo(x, y);
      else context.lineTo(x, y);
    }
  }
}

function traceMarks(context: CanvasRenderingContext2D, { outline, places }: Marks): void {
  for (let i = 0; i < places.length; i += 2) {
    const [x, y] = [places[i], places[i + 1]];
    if (typeof outline === 'number') {
      context.moveTo(x + outline, y);
      context.arc(x, y, outline, 0, 2 * Math.PI);
      continue;
    }
    for (const corners of outline) {
      context.moveTo(x + corners[0], y + corners[1]);
      for (let at = 2; at < corners.length; at += 2) context.lineTo(x + corners[at], y + corners[at + 1]);
      context.closePath();
    }
  }
}

function fill(context: CanvasRenderingContext2D, { fill: fillStyle = '#000000', fillOpacity: globalAlpha = 1 }: Paint, draw: () => void): void {
  if (fillStyle === 'none') return;
  Object.assign(context, { fillStyle, globalAlpha });
  draw();
}

function stroke(context: CanvasRenderingContext2D, paint: Paint, draw: () => void): void {
  const { strokeDasharray: dashes = '', stroke: strokeStyle, strokeOpacity: globalAlpha = 1, strokeWidth: lineWidth = 1 } = paint;
  const { strokeLinejoin: lineJoin = 'miter', strokeLinecap: lineCap = 'butt' } = paint;
  if (strokeStyle === undefined) return;
  Object.assign(context, { strokeStyle, globalAlpha, lineWidth, lineJoin, lineCap });
  if (dashes !== '') context.setLineDash(dashes.split(' ').map(Number));
  draw();
  if (dashes !== '') context.setLineDash([]);
}

function write(context: CanvasRenderingContext2D, words: Words): void {
  const { fontSize = 12, fontWeight = 400, fontFamily = FONT, textAnchor = 'start', dominantBaseline, length, parts } = words;
  const text = parts.map((part) => part.text).join('');
  Object.assign(context, {
    font: `${fontWeight} ${fontSize}px ${fontFamily}`,
    textAlign: textAnchor === 'middle' ? 'center' : textAnchor,
    textBaseline: dominantBaseline ? 'middle' : 'alphabetic',
  });
  const own = length === undefined ? 0 : context.measureText(text).width;
  const stretch = length !== undefined && own > 0 ? length / own : 1;
  const [x, y] = [words.x / stretch, words.y];
  if (stretch !== 1) context.scale(stretch, 1);
  stroke(context, words, () => context.strokeText(text, x, y));
  fill(context, words, () => context.fillText(text, x, y));
  if (stretch !== 1) context.scale(1 / stretch, 1);
}

const images = new WeakMap<Uint8Array, HTMLCanvasElement>();

/** Made once for each array: no two colours share one. */
function imageOf({ width, height, opacity, colour }: Raster): HTMLCanvasElement {
  const known = images.get(opacity);
  if (known) return known;
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const image = new ImageData(width, height);
  // bytes lie the other way round in a number
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const pixels = new Uint32Array(image.data.buffer);
  for (let i = 0; i < pixels.length; i++) pixels[i] = (opacity[i] << 24) | (blue << 16) | (green << 8) | red;
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  images.set(opacity, canvas);
  return canvas;
}

const scaled = new WeakMap<HTMLCanvasElement, HTMLCanvasElement>();

/** A smooth image at its size on the screen, made once: scaling it well takes longer than all that is drawn over it. */
function smoothImage(image: HTMLCanvasElement, pixels: number): HTMLCanvasElement {
  const known = scaled.get(image);
  if (known?.width === pixels) return known;
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: pixels, height: pixels });
  const context = canvas.getContext('2d');
  if (context) {
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, pixels, pixels);
  }
  scaled.set(image, canvas);
  return canvas;
}

function place(context: CanvasRenderingContext2D, raster: Raster): void {
  const { side, isPixelated } = raster;
  const image = imageOf(raster);
  const pixels = Math.round(side * context.getTransform().a);
  context.imageSmoothingEnabled = !isPixelated;
  context.drawImage(isPixelated ? image : smoothImage(image, pixels), 0, 0, side, side);
}

/** Primitives on a canvas, whose colours are no variables: clouds of hundreds of samples would be slow as elements. */
export function paintPrimitives(context: CanvasRenderingContext2D, primitives: readonly Primitive[]): void {
  for (const primitive of primitives) {
    context.globalAlpha = 1;
    if (primitive.kind === 'raster') place(context, primitive);
    else if (primitive.kind === 'words') write(context, primitive);
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
