import { REAL } from '../palette';
import { cloudOf } from './cloudOf';

/** Above this many points each is a small square, and the crowd is its own density: more would take too long for a frame. */
const MOST_CIRCLES = 2000;

export interface PadView {
  readonly points: readonly number[];
  /** half the side of the square that is shown, in units of the data */
  readonly extent: number;
  readonly dark: boolean;
  /** the cross-hair, while the keyboard has it */
  readonly cross: { readonly x: number; readonly y: number; readonly radius: number } | null;
}

/** The points over their density and faint axes, and the keyboard's cross-hair. `canvas` has its size in pixels already. */
export function paintSketch(canvas: HTMLCanvasElement, { points, extent, dark, cross }: PadView, ratio: number): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const side = canvas.width;
  const scale = side / (2 * extent);
  const toX = (x: number) => (x + extent) * scale;
  const toY = (y: number) => (extent - y) * scale;
  const { color, borderTopColor } = getComputedStyle(canvas);
  context.clearRect(0, 0, side, side);

  const isCrowd = points.length > 2 * MOST_CIRCLES;
  if (points.length > 0 && !isCrowd) {
    context.imageSmoothingQuality = 'high';
    context.drawImage(cloudOf(points, extent, dark), 0, 0, side, side);
  }

  context.lineWidth = ratio;
  context.strokeStyle = borderTopColor;
  context.globalAlpha = 0.5;
  context.beginPath();
  for (const [fromX, fromY, x, y] of [
    [-extent, 0, extent, 0],
    [0, -extent, 0, extent],
  ]) {
    context.moveTo(toX(fromX), toY(fromY));
    context.lineTo(toX(x), toY(y));
  }
  context.stroke();

  context.fillStyle = REAL.colour;
  context.globalAlpha = 0.85;
  const radius = 2 * ratio;
  context.beginPath();
  for (let i = 0; i < points.length; i += 2) {
    const x = toX(points[i]);
    const y = toY(points[i + 1]);
    if (isCrowd) context.fillRect(x - ratio, y - ratio, 2 * ratio, 2 * ratio);
    else {
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, 2 * Math.PI);
    }
  }
  context.fill();
  context.globalAlpha = 1;

  if (!cross) return;
  const arm = 12 * ratio;
  context.strokeStyle = color;
  context.lineWidth = 1.5 * ratio;
  context.beginPath();
  context.moveTo(toX(cross.x) - arm, toY(cross.y));
  context.lineTo(toX(cross.x) + arm, toY(cross.y));
  context.moveTo(toX(cross.x), toY(cross.y) - arm);
  context.lineTo(toX(cross.x), toY(cross.y) + arm);
  context.stroke();
  context.beginPath();
  context.arc(toX(cross.x), toY(cross.y), cross.radius * scale, 0, 2 * Math.PI);
  context.stroke();
}
