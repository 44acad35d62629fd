import type { Preview } from '../../../protocol/messages';
import { INK } from '../../palette';
import type { Brush } from '../../samples/brush';

/** A ring round a small mode must still be seen. */
const LEAST_RADIUS = 6;
/** Below this side a number would cover what it names. */
const LEAST_SIDE_FOR_NUMBERS = 150;

/** Rings round the modes that the reader follows, at the reach within which samples keep a mode alive, each with its number. */
export function drawWatched(
  context: CanvasRenderingContext2D,
  { modes, reach, extent }: Preview,
  watched: readonly number[],
  { ratio, dark, bold }: Brush,
): void {
  const side = context.canvas.width;
  const scale = side / (2 * extent);
  const radius = Math.max(LEAST_RADIUS * ratio, reach * scale);
  const ink = dark ? INK.dark : INK.light;
  const ground = dark ? INK.light : '#ffffff';
  const numbered = side / ratio >= LEAST_SIDE_FOR_NUMBERS;
  context.font = `600 ${(bold ? 15 : 12) * ratio}px system-ui, sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const index of watched) {
    if (2 * index + 1 >= modes.length) continue;
    const [modeX, modeY] = [modes[2 * index], modes[2 * index + 1]];
    const [x, y] = [(modeX + extent) * scale, (extent - modeY) * scale];
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    // a halo of the ground parts the ring from the cloud
    context.strokeStyle = ground;
    context.lineWidth = (bold ? 6 : 4.5) * ratio;
    context.stroke();
    context.strokeStyle = ink;
    context.lineWidth = (bold ? 2.5 : 1.75) * ratio;
    context.stroke();
    if (!numbered) continue;
    // the number stands towards the middle, where there is room for it
    const away = radius + (bold ? 11 : 9) * ratio;
    const length = Math.hypot(modeX, modeY);
    const [left, top] = length > 0 ? [x - (modeX / length) * away, y + (modeY / length) * away] : [x, y - away];
    context.strokeStyle = ground;
    context.lineWidth = 3 * ratio;
    context.strokeText(String(index + 1), left, top);
    context.fillStyle = ink;
    context.fillText(String(index + 1), left, top);
  }
}
