import { toBase64 } from '../files/base64';
import { alphaPng } from './alphaPng';
import { px } from './figurePage';

/** An image of one colour, by its opacity [width, height], stretched over a square. */
export function imageSvg(width: number, height: number, opacity: Uint8Array, colour: string, side: number, style: string): string {
  const data = toBase64(alphaPng(width, height, opacity, colour));
  return `<image width="${px(side)}" height="${px(side)}" preserveAspectRatio="none" ${style} href="data:image/png;base64,${data}"/>`;
}
