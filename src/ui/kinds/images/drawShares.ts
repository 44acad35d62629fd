import { INK } from '../../palette';
import type { Shares } from './shares';

const ROW = 13;
/** A share that has the full colour; a fair one is 0.1. */
const FULL_SHARE = 0.3;
/** Widest column, in CSS pixels: a young run does not fill the strip with a few blocks. */
const WIDEST = 28;

interface Strip {
  readonly columns: readonly (Shares | null)[];
  /** the column on the screen, -1 = none */
  readonly shown: number;
  readonly colour: string;
  readonly dark: boolean;
  /** canvas pixels a CSS pixel */
  readonly ratio: number;
}

/** Shares of the ten digits (rows) by generation (columns): the stronger the colour, the larger; a bar in ink where a digit is dead. */
export function drawShares(canvas: HTMLCanvasElement, width: number, { columns, shown, colour, dark, ratio }: Strip): void {
  canvas.width = Math.max(1, Math.round(width * ratio));
  canvas.height = Math.round(10 * ROW * ratio);
  const context = canvas.getContext('2d');
  if (!context) return;
  context.scale(ratio, ratio);
  const column = Math.min(WIDEST, width / Math.max(1, columns.length));
  const inner = column > 6 ? column - 1 : column;
  const ink = dark ? INK.dark : INK.light;
  for (const [at, shares] of columns.entries()) {
    for (const [digit, share] of (shares?.share ?? []).entries()) {
      context.globalAlpha = Math.min(1, share / FULL_SHARE);
      context.fillStyle = colour;
      context.fillRect(at * column, digit * ROW, inner, ROW - 1);
      if (shares?.alive[digit]) continue;
      context.globalAlpha = 1;
      context.fillStyle = ink;
      context.fillRect(at * column + inner * 0.2, digit * ROW + ROW / 2 - 1, Math.max(0.75, inner * 0.6), 1);
    }
  }
  context.globalAlpha = 1;
  if (shown < 0) return;
  context.strokeStyle = ink;
  context.lineWidth = 1;
  context.strokeRect(shown * column + 0.5, 0.5, Math.max(1, inner - 1), 10 * ROW - 2);
}
