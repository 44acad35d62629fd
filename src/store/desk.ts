import type { Experiment, Note } from '../engine/experiment';
import { createNotes } from '../engine/notes';
import { valuesIn } from '../engine/query';
import { excerpt } from '../engine/refusal';

/*
 * A class shares one link, and each desk writes its number behind it: `#desk=12` gives desk 12 the seed 12. No server is sent a fragment.
 */

export const LAST_DESK = 999;

interface Desk {
  readonly desk: number | null;
  readonly notes: readonly Note[];
}

/** The desk that an address names; what is no desk is left out, with a note. */
export function readDesk(href: string): Desk {
  const written = href
    .split('#')
    .slice(1)
    .flatMap((fragment) => valuesIn(fragment).get('desk') ?? [])
    .at(-1);
  if (written === undefined) return { desk: null, notes: [] };
  const desk = /^\d{1,3}$/.test(written) ? Number(written) : 0;
  if (desk > 0) return { desk, notes: [] };
  const { add, list } = createNotes();
  add('desk', written, `desk=${excerpt(written)} is not a whole number from 1 to ${LAST_DESK}.`, 'The seed of the link was taken.');
  return { desk: null, notes: list() };
}

/** What its address ends with: the desk, as long as the experiment has its seed. */
export const fragmentOf = (desk: number | null, { seed }: Pick<Experiment, 'seed'>): string => (desk === seed ? `#desk=${desk}` : '');
