/** Where points of the plane lie in a square of this side that shows [-extent, extent]. */
export const squareOf = (extent: number, side: number) => ({
  /** px for each unit of the plane */
  scale: side / (2 * extent),
  toX: (x: number) => ((x + extent) / (2 * extent)) * side,
  toY: (y: number) => ((extent - y) / (2 * extent)) * side,
});
