import type { MouseEvent } from 'react';
import { isSameExperiment, parseQuery } from '../../engine/experimentText';
import type { Brief } from '../../presets/preset';
import { presetOf } from '../../presets/presetOf';
import { pairQuery, presetQuery } from '../../presets/presetQuery';
import { labStore } from '../../store/labStore';
import { experimentOnScreen } from '../../store/selectors';
import type { LabState } from '../../store/state';
import { choosePreset } from './presetOnScreen';

/** What is opened of a preset, whole or in brief. */
type Opened = Pick<Brief, 'title' | 'query' | 'speed' | 'beside'>;

export const presetAddress = (preset: Opened): string => `?${presetQuery(preset)}`;

/** Its link with what is seen best beside it; null where that is nothing. */
export function pairAddress(preset: Opened): string | null {
  const query = pairQuery(preset);
  return query === null ? null : `?${query}`;
}

const isKept = ({ kept }: Pick<LabState, 'kept'>, query: string) => kept !== null && isSameExperiment(kept.experiment, parseQuery(query).experiment);

/** Whether what is seen best beside a preset stands there. */
export const isBeside = (state: Pick<LabState, 'kept'>, { beside }: Pick<Opened, 'beside'>): boolean =>
  beside !== undefined && isKept(state, beside.query);

function open(event: MouseEvent, query: string, preset: Opened): boolean {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return false;
  event.preventDefault();
  const { openLink, dropKept, ...state } = labStore.getState();
  const before = presetOf(experimentOnScreen(state));
  const wasPair = before !== null && isBeside(state, before);
  openLink(query);
  // what came with a preset goes with it; what the reader kept stays
  if (wasPair && !isBeside(labStore.getState(), preset)) dropKept();
  choosePreset(preset);
  return true;
}

/** Opens a preset's link in place; false where the reader wants it in a tab of its own, as with any link. */
export const openPreset = (event: MouseEvent, preset: Opened): boolean => open(event, presetQuery(preset), preset);

/** The same with what is seen best beside it. */
export const openPair = (event: MouseEvent, preset: Opened): boolean => open(event, pairQuery(preset) ?? presetQuery(preset), preset);
