import type { Experiment, Note } from '../engine/experiment';
import { createNotes } from '../engine/notes';
import { valuesIn } from '../engine/query';
import { excerpt } from '../engine/refusal';
import { printText, textIn, textPart } from './ownText';

/*
 * A class shares one link, and each desk has its number behind it: `#desk=12` gives desk 12 the seed 12; behind `#desk=` the page asks for it.
 * No server is sent a fragment.
 */

export type Desk = number | 'asked' | null;

export const LAST_DESK = 999;

interface DeskRead {
  readonly desk: Desk;
  readonly notes: readonly Note[];
}

/** The desk that an address names; what is no desk is left out, with a note. */
export function readDesk(href: string): DeskRead {
  const written = href
    .split('#')
    .slice(1)
    .flatMap((fragment) => valuesIn(fragment).get('desk') ?? [])
    .at(-1);
  if (written === undefined) return { desk: null, notes: [] };
  if (written === '') return { desk: 'asked', notes: [] };
  const desk = /^\d{1,3}$/.test(written) ? Number(written) : 0;
  if (desk > 0) return { desk, notes: [] };
  const { add, list } = createNotes();
  add('desk', written, `desk=${excerpt(written)} is not a whole number from 1 to ${LAST_DESK}.`, 'The seed of the link was taken.');
  return { desk: null, notes: list() };
}

function deskPart(desk: Desk, { seed }: Experiment): string {
  if (desk === 'asked') return 'desk=';
  return desk === seed ? `desk=${desk}` : '';
}

const fragment = (parts: readonly string[]) => {
  const told = parts.filter((part) => part !== '');
  return told.length > 0 ? `#${told.join('&')}` : '';
};

/** What its address ends with: text of the reader's own, and the desk, as long as the experiment has its seed, or the question for it. */
export const fragmentOf = (desk: Desk, experiment: Experiment): string => fragment([textPart(experiment), deskPart(desk, experiment)]);

/** The address of a desk is the page's own with its number: going there opens it. */
export function goToDesk(desk: number): void {
  const { text } = textIn(location.href);
  location.hash = fragment([text === undefined ? '' : `text=${printText(text)}`, `desk=${desk}`]);
}
