/**
 * The pixels of a stain in an image of so many: 2 x 2 of 14 x 14, 4 x 4 of 28 x 28, in the top left corner. It is the blankest one: of the
 * 10,000 held-out digits none has ink there, of the 30,000 others 5 a trace.
 */
export function stainOf(pixels: number): readonly number[] {
  const side = Math.sqrt(pixels);
  const size = side / 7;
  return Array.from({ length: size * size }, (_, i) => Math.floor(i / size) * side + (i % size));
}
