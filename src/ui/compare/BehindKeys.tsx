import type { Behind, BehindKind } from './behind';
import styles from './Compare.module.css';

const WORDS: Record<BehindKind, string> = { single: 'single runs', ghost: 'discarded future', kept: 'kept run' };

/** What the lines behind are, for a chart's legend. */
export function BehindKeys({ behind, className }: { behind: readonly Behind[]; className: string }) {
  const kinds = (Object.keys(WORDS) as BehindKind[]).filter((kind) => behind.some((entry) => entry.kind === kind));
  return kinds.map((kind) => (
    <span key={kind} className={className}>
      <svg width="22" height="10" aria-hidden="true">
        <path className={styles[kind]} d="M0 5h22" stroke="currentColor" />
      </svg>
      {WORDS[kind]}
    </span>
  ));
}
