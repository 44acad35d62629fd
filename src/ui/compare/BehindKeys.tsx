import { useStore } from 'zustand';
import { BEHIND_PAINT } from '../charts/layers/behindLines';
import { lessonDoor } from '../lesson/lessonDoor';
import type { Behind, BehindKind } from './behind';

const WORDS: Record<BehindKind, string> = { single: 'single runs', mean: 'mean of the runs', ghost: 'discarded future', kept: 'kept run' };

/** What the lines behind are, for a chart's legend. */
export function BehindKeys({ behind, className }: { behind: readonly Behind[]; className: string }) {
  const hasLesson = useStore(lessonDoor, ({ isOpen }) => isOpen);
  const words = hasLesson ? { ...WORDS, ghost: 'other runs' } : WORDS;
  const kinds = (Object.keys(WORDS) as BehindKind[]).filter((kind) => behind.some((entry) => entry.kind === kind));
  return kinds.map((kind) => (
    <span key={kind} className={className}>
      <svg width="22" height="10" aria-hidden="true">
        <path d="M0 5h22" stroke="currentColor" {...BEHIND_PAINT[kind]} />
      </svg>
      {words[kind]}
    </span>
  ));
}
