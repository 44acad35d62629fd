import { codeOf } from './codeOf';
import styles from './Share.module.css';

/** A camera in the last row needs squares of about this size, px. */
const SMALLEST_SQUARE = 3.5;
const SMALLEST_CODE = 176;

/** The link for a class with telephones: dark on light in every theme, for not every camera reads the reverse. */
export default function QrCode({ link }: { link: string }) {
  const code = codeOf(link);
  if (!code) return <p className="mute">The link is too long for a QR code ({link.length.toLocaleString('en')} characters): copy it instead.</p>;
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
