import type { ShownText } from '../../../engine/kinds/text';
import { isReal, written } from './marks';
import styles from './Text.module.css';

/** Real words that can be read, copied and searched, with the marks of the picture. */
export function Marked({ text, from, to, repeats }: { text: ShownText; from: number; to: number; repeats: Uint8Array | null }) {
  const { pieces, isRunning } = text;
  return pieces.slice(from, to).map((_, i) => {
    const place = from + i;
    const marks = { 'data-invented': isReal(text, place) === false, 'data-repeated': repeats?.[place] === 1 };
    return (
      <span key={place}>
        {i > 0 && (isRunning ? ' ' : ', ')}
        <span className={styles.piece} {...marks}>
          {written(text, place) || '–'}
        </span>
      </span>
    );
  });
}
