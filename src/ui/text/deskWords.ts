import type { Desk } from '../../store/desk';

/** Which desk this is, and that its seed follows from that; null where the address names none. */
export function deskWords(desk: Desk, seed: number): string | null {
  if (typeof desk !== 'number') return null;
  return desk === seed ? `Desk ${desk}: seed ${desk}` : `Desk ${desk} has seed ${desk}; this is seed ${seed}`;
}
