import { encode } from 'uqr';
import styles from './Share.module.css';

/** Light squares around the code that readers need. */
const BORDER = 4;
/** A camera in the last row needs squares of about this size, px. */
const SMALLEST_SQUARE = 3.5;
const SMALLEST_CODE = 176;

/** Rows of dark squares as one outline; null for a text that no code can hold. */
function codeOf(text: string): { size: number; outline: string } | null {
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

/** The link for a class with telephones: dark on light in every theme, for not every camera reads the reverse. */
export default function QrCode({ link }: { link: string }) {
  const code = codeOf(link);
  if (!code)
    return <p className={styles.note}>The link is too long for a QR code ({link.length.toLocaleString('en')} characters): copy it instead.</p>;
  const { size, outline } = code;
  return (
    <svg
      className={styles.code}
      style={{ width: Math.max(SMALLEST_CODE, size * SMALLEST_SQUARE) }}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label="QR code of this link"
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={outline} fill="#000" />
    </svg>
  );
}
