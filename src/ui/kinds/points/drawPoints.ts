import type { ShownPoints } from '../../../engine/kinds/points';
import type { Preview } from '../../../protocol/messages';
import { type Marker, REAL } from '../../palette';
import type { Brush } from '../../samples/brush';

type Ghost = NonNullable<Preview['ghost']>;

export const GHOST_OPACITY = { light: 0.5, dark: 0.6 } as const;
const STRIDE = 6;

const ghosts = { light: new WeakMap<Ghost, HTMLCanvasElement>(), dark: new WeakMap<Ghost, HTMLCanvasElement>() };

/** The true density as an image in the colour of real data; made once. */
function ghostImage(ghost: Ghost, theme: 'light' | 'dark'): HTMLCanvasElement {
  const known = ghosts[theme].get(ghost);
  if (known) return known;
  const { width, height, density } = ghost;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const image = new ImageData(width, height);
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(REAL.colour.slice(at, at + 2), 16));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = ((height - 1 - y) * width + x) * 4;
      image.data.set([red, green, blue, 255 * GHOST_OPACITY[theme] * Math.sqrt(density[y * width + x])], at);
    }
  }
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  ghosts[theme].set(ghost, canvas);
  return canvas;
}

/** Adds one marker around (x, y) to the current path. */
function addMarker(context: CanvasRenderingContext2D, marker: Marker, x: number, y: number, r: number): void {
  if (marker === 'circle') {
    context.moveTo(x + r, y);
    context.arc(x, y, r, 0, 2 * Math.PI);
  } else if (marker === 'square') context.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
  else if (marker === 'triangle') {
    context.moveTo(x, y - r * 1.2);
    context.lineTo(x + r * 1.15, y + r * 0.8);
    context.lineTo(x - r * 1.15, y + r * 0.8);
    context.closePath();
  } else if (marker === 'diamond') {
    context.moveTo(x, y - r * 1.25);
    context.lineTo(x + r * 1.25, y);
    context.lineTo(x, y + r * 1.25);
    context.lineTo(x - r * 1.25, y);
    context.closePath();
  } else {
    context.rect(x - r * 1.2, y - r * 0.35, r * 2.4, r * 0.7);
    context.rect(x - r * 0.35, y - r * 1.2, r * 0.7, r * 2.4);
  }
}

/** Half axes and angle of the ellipse at `sigmas` standard deviations of a covariance. */
export function ellipseOf(varX: number, covXY: number, varY: number, sigmas: number): { major: number; minor: number; angle: number } {
  const middle = (varX + varY) / 2;
  const half = Math.hypot((varX - varY) / 2, covXY);
  return {
    major: sigmas * Math.sqrt(Math.max(0, middle + half)),
    minor: sigmas * Math.sqrt(Math.max(0, middle - half)),
    angle: Math.atan2(2 * covXY, varX - varY) / 2,
  };
}

function drawEllipses(
  context: CanvasRenderingContext2D,
  components: Float32Array,
  toX: (x: number) => number,
  toY: (y: number) => number,
  scale: number,
): void {
  for (let at = 0; at + STRIDE <= components.length; at += STRIDE) {
    const [, meanX, meanY, varX, covXY, varY] = components.subarray(at, at + STRIDE);
    const { major, minor, angle } = ellipseOf(varX, covXY, varY, 2);
    context.beginPath();
    context.ellipse(toX(meanX), toY(meanY), Math.max(1, major * scale), Math.max(1, minor * scale), -angle, 0, 2 * Math.PI);
    context.stroke();
  }
}

/** The cloud over the ghost of the true density, with the 2-sigma ellipses of the fitted components. */
export function drawPoints(
  context: CanvasRenderingContext2D,
  samples: ShownPoints,
  { ghost, extent }: Preview,
  generated: boolean,
  brush: Brush,
): void {
  const side = context.canvas.width;
  const scale = side / (2 * extent);
  const toX = (x: number) => (x + extent) * scale;
  const toY = (y: number) => (extent - y) * scale;
  const { look, ratio, bold, dark } = brush;
  if (ghost && ghost.height > 1) {
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = 'high';
    context.drawImage(ghostImage(ghost, dark ? 'dark' : 'light'), 0, 0, side, side);
  }

  const radius = (bold ? 2.8 : 2) * ratio;
  context.beginPath();
  for (let i = 0; i < samples.count; i++) {
    addMarker(context, generated ? look.marker : 'circle', toX(samples.values[2 * i]), toY(samples.values[2 * i + 1]), radius);
  }
  context.fillStyle = generated ? look.colour : REAL.colour;
  context.globalAlpha = 0.75;
  context.fill('nonzero');
  context.globalAlpha = 1;

  if (generated) {
    context.strokeStyle = look.colour;
    context.lineWidth = (bold ? 2 : 1.25) * ratio;
    drawEllipses(context, samples.components, toX, toY, scale);
  }
}
