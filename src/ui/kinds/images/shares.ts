import type { Loop } from '../../../engine/descriptions';
import { listed, percent } from '../../../format';
import type { Frame } from '../../../results/frame';
import { laneDrawn } from './generations';

export type Shares = { readonly share: readonly number[]; readonly alive: readonly boolean[] };

export const sharesOf = (frame: Frame | undefined, loop: string): Shares | null => laneDrawn(frame, loop)?.shares ?? null;

/** What the strips show of one generation, in a sentence for each loop. */
export function sharesSummary(frame: Frame | undefined, loops: readonly Pick<Loop, 'id' | 'name'>[]): string {
  const sentences = loops.flatMap(({ id, name }) => {
    const shares = sharesOf(frame, id);
    if (!shares) return [];
    const most = shares.share.indexOf(Math.max(...shares.share));
    const dead = shares.alive.flatMap((alive, digit) => (alive ? [] : [String(digit)]));
    const gone = dead.length === 0 ? 'no digit has died out' : `${listed(dead)} ${dead.length === 1 ? 'has' : 'have'} died out`;
    return [`${name}: ${most} is made most (${percent(shares.share[most])}), ${gone}.`];
  });
  return frame && sentences.length > 0 ? `Generation ${frame.generation}. ${sentences.join(' ')}` : '';
}
