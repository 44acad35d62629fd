/** Height of the frame's poster at a width, px, so that the article does not move when the frame says its own. */
export function reservedHeight(width: number): number {
  return width < 420 ? 560 : 480;
}
