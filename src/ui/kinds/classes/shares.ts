import type { KindDescription, Loop } from '../../../engine/descriptions';
import { listed, percent } from '../../../format';
import type { Frame } from '../../../results/frame';
import { lifeWords } from '../../tail/lifeWords';
import { laneDrawn } from '../laneDrawn';

export type Shares = { readonly share: readonly number[]; readonly alive: readonly boolean[] };

export const sharesOf = (frame: Frame | undefined, loop: string): Shares | null => laneDrawn(frame, loop)?.shares ?? null;

/** What the strips show of one generation, in a sentence for each loop. */
export function sharesSummary(
  frame: Frame | undefined,
  loops: readonly Pick<Loop, 'id' | 'name'>[],
  labels: readonly string[],
  kind: Pick<KindDescription, 'mode' | 'modesDie'>,
): string {
  const words = lifeWords(kind);
  const sentences = loops.flatMap(({ id, name }) => {
    const shares = sharesOf(frame, id);
    if (!shares) return [];
    const most = shares.share.indexOf(Math.max(...shares.share));
    const gone = shares.alive.flatMap((alive, at) => (alive ? [] : [labels[at]]));
    const told = gone.length === 0 ? words.none(kind.mode) : `${listed(gone)} ${gone.length === 1 ? words.one : words.many}`;
    return [`${name}: ${labels[most]} is made most (${percent(shares.share[most])}), ${told}.`];
  });
  return frame && sentences.length > 0 ? `Generation ${frame.generation}. ${sentences.join(' ')}` : '';
}
