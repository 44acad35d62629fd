import { span } from '../../format';
import { BehindKeys } from '../compare/BehindKeys';
import type { Behind } from '../compare/behind';
import styles from './Charts.module.css';
import type { NoiseBand } from './series';
import { KIND_WORDS, KINDS, THEORY_DASH, type TheoryLine } from './theory';

/** What the grey band and the thin lines of a chart are; nothing while it has neither. */
export function Legend({ noise, theory, behind }: { noise: NoiseBand | null; theory: readonly TheoryLine[]; behind: readonly Behind[] }) {
  if (!noise && theory.length + behind.length === 0) return null;
  const kinds = KINDS.filter((kind) => theory.some((line) => line.kind === kind));
  return (
    <p className={styles.legend}>
      {noise && (
        <span className={styles.key}>
          <svg width="18" height="10" aria-hidden="true">
            <rect className={styles.noise} width="18" height="10" />
          </svg>
          {`noise floor ${span(noise.low, noise.high)}`}
        </span>
      )}
      {kinds.map((kind) => (
        <span key={kind} className={styles.key}>
          <svg width="22" height="10" aria-hidden="true">
            <line x1="0" x2="22" y1="5" y2="5" stroke="currentColor" strokeWidth="1.25" strokeDasharray={THEORY_DASH[kind]} />
          </svg>
          {KIND_WORDS[kind]}
        </span>
      ))}
      <BehindKeys behind={behind} className={styles.key} />
    </p>
  );
}
