import { type ControlName, KEY_CONTROLS } from './controlNames';
import { pageView } from './pageView';
import type { View } from './view';

export type ControlState = 'shown' | 'hidden' | 'locked';

/** Groups that hold other controls, the innermost first. */
function groupsOf(name: ControlName): readonly ControlName[] {
  if (name === 'advanced' || name === 'diagram') return ['controls'];
  const isKey = (KEY_CONTROLS as readonly string[]).includes(name);
  if (!isKey) return [];
  return ADVANCED.includes(name) ? ['advanced', 'controls'] : ['controls'];
}

const ADVANCED: readonly ControlName[] = KEY_CONTROLS.slice(KEY_CONTROLS.indexOf('dim'));

/** What a view makes of a control: hidden wins over locked, and a group over what it holds. */
export function controlState({ hide, lock }: Pick<View, 'hide' | 'lock'>, name: ControlName): ControlState {
  const names = [name, ...groupsOf(name)];
  if (names.some((each) => hide.has(each))) return 'hidden';
  return names.some((each) => lock.has(each)) ? 'locked' : 'shown';
}

/** What the link makes of a control. It binds the reader and the reader's keys, not the page around an embed. */
export const stateOf = (name: ControlName): ControlState => controlState(pageView, name);

/** For components. The link says it once for the page's whole life. */
export const useControl = stateOf;

/** Whether the reader may use it. */
export const isOpen = (name: ControlName): boolean => stateOf(name) === 'shown';

const WORD = 'Locked by the link that opened this page.';

/** Attributes of a control that the link locks; none where it doesn't. */
export interface Lock {
  readonly disabled?: true;
  readonly title?: string;
  readonly 'aria-description'?: string;
}

const LOCKED: Lock = { disabled: true, title: WORD, 'aria-description': WORD };
const OPEN: Lock = {};

/** Attributes of a button, field or list whose control may be locked. */
export const lockOf = (name: ControlName): Lock => (stateOf(name) === 'locked' ? LOCKED : OPEN);
