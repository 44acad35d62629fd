import { useState } from 'react';
import { thousands } from '../../format';
import { Code } from './Code';
import { codeOf } from './codeOf';
import { FullCode } from './FullCode';
import styles from './Share.module.css';

/** So large a square is read from a hand's distance, px; from the last row it takes the whole screen. */
const SMALLEST_SQUARE = 3.5;
const SMALLEST_CODE = 176;

/** The link for telephones; pressed it fills the screen. `of`: whose link. */
export default function QrCode({ link, of = 'this link' }: { link: string; of?: string }) {
  const [isFull, setFull] = useState(false);
  const code = codeOf(link);
  if (!code) return <p className="mute">The link is too long for a QR code ({thousands(link.length)} characters): copy it instead.</p>;
  return (
    <>
      <button
        type="button"
        className={styles.code}
        style={{ width: Math.max(SMALLEST_CODE, code.size * SMALLEST_SQUARE) }}
        aria-label={`Fill the screen with the QR code of ${of}`}
        onClick={() => setFull(true)}
      >
        <Code {...code} />
        Fill the screen
      </button>
      {isFull && <FullCode {...code} link={link} onClose={() => setFull(false)} />}
    </>
  );
}
