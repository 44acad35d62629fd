import { INK } from '../../palette';
import type { Shares } from './shares';

/** CSS pixels. */
const ROW = 13;
/** A share has the full colour at so many times a fair one. */
export const FULL = 3;
/** Widest column, in CSS pixels: a young run does not fill the strip with a few blocks. */
const WIDEST = 28;

interface Strip {
  readonly columns: readonly (Shares | null)[];
  readonly rows: number;
  /** the column on the screen, -1 = none */
  readonly shown: number;
  readonly colour: string;
  readonly dark: boolean;
  /** canvas pixels a CSS pixel */
  readonly ratio: number;
}

/** Shares of classes (rows) by generation (columns): the stronger the colour, the larger; a bar in ink where a class is gone. */
export function drawShares(canvas: HTMLCanvasElement, width: number, { columns, rows, shown, colour, dark, ratio }: Strip): void {
  canvas.width = Math.max(1, Math.round(width * ratio));
  canvas.height = Math.round(rows * ROW * ratio);
  const context = canvas.getContext('2d');
  if (!context) return;
  context.scale(ratio, ratio);
  const column = Math.min(WIDEST, width / Math.max(1, columns.length));
  const inner = column > 6 ? column - 1 : column;
  const ink = dark ? INK.dark : INK.light;
  for (const [at, shares] of columns.entries()) {
    for (const [row, share] of (shares?.share ?? []).entries()) {
      context.globalAlpha = Math.min(1, (share * rows) / FULL);
      context.fillStyle = colour;
      context.fillRect(at * column, row * ROW, inner, ROW - 1);
      if (shares?.alive[row]) continue;
      context.globalAlpha = 1;
      context.fillStyle = ink;
      context.fillRect(at * column + inner * 0.2, row * ROW + ROW / 2 - 1, Math.max(0.75, inner * 0.6), 1);
    }
  }
  context.globalAlpha = 1;
  if (shown < 0) return;
  context.strokeStyle = ink;
  context.lineWidth = 1;
  context.strokeRect(shown * column + 0.5, 0.5, Math.max(1, inner - 1), rows * ROW - 2);
}
