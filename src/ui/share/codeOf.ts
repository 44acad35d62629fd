import { encode } from 'uqr';

/** Light squares around the code that readers need. */
const BORDER = 4;

/** A QR code's side in squares, and its dark squares as one outline, row by row; null for a text that no code can hold. */
export function codeOf(text: string): { readonly size: number; readonly outline: string } | null {
  try {
    const { size, data } = encode(text, { ecc: 'L', boostEcc: true, border: BORDER });
    let outline = '';
    for (const [y, row] of data.entries()) {
      for (let x = 0; x < size; x++) {
        let run = 0;
        while (row[x + run]) run++;
        if (run > 0) outline += `M${x} ${y}h${run}v1h${-run}z`;
        x += run;
      }
    }
    return { size, outline };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
