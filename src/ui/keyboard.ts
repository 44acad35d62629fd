import { useLayoutEffect } from 'react';
import { createStore, useStore } from 'zustand';
import { labStore } from '../store/labStore';
import { openDialog } from './dialogs/openDialog';
import { scrub, toggleRun } from './runs';
import type { ControlName } from './view/controls';
import { mayUse } from './view/viewStore';

interface Shortcut {
  /** as the help names it */
  readonly label: string;
  readonly does: string;
  /** values of KeyboardEvent.key, and what each does */
  readonly on: Readonly<Record<string, () => void>>;
  /** elements that have their own use for the key */
  readonly leaveTo?: string;
  /** it means something to no field, so that it works in each */
  readonly isEverywhere?: boolean;
  /** a letter or a sign, which speech input types too: it can be switched off (WCAG 2.1.4) */
  readonly isCharacter?: boolean;
}

/** Keys do no more than the controls that the link leaves to the reader. */
const within = (name: ControlName, action: () => void) => () => {
  if (mayUse(name)) action();
};

const reset = within('reset', () => labStore.getState().reset());

/** Opens the explanation of the control that has the focus: its word stands beside it, and is no Tab stop of its own. */
function explainFocused(): void {
  for (let around = document.activeElement; around && !around.matches('section, main, body'); around = around.parentElement) {
    const term = around.querySelector<HTMLElement>('[data-term]');
    if (term) return term.click();
  }
}

/** All keys of the page; the help lists them from here. */
export const SHORTCUTS: readonly Shortcut[] = [
  {
    label: 'Space',
    does: 'run, pause or resume',
    on: { ' ': within('run', toggleRun) },
    leaveTo: 'button, summary, a, input[type=checkbox], input[type=radio]',
  },
  {
    label: '← →',
    does: 'show one generation back or on',
    on: { ArrowLeft: within('timeline', () => scrub(-1)), ArrowRight: within('timeline', () => scrub(1)) },
    leaveTo: 'input, [tabindex="0"]',
  },
  { label: '.', does: 'one step: show the next generation', on: { '.': within('step', () => labStore.getState().step()) }, isCharacter: true },
  { label: 'R', does: 'reset: back to the real data, with the settings as they stand', on: { r: reset, R: reset }, isCharacter: true },
  { label: 'F1', does: 'explain the control that has the focus', on: { F1: explainFocused }, isEverywhere: true },
  { label: '?', does: 'this help', on: { '?': within('help', () => openDialog('help')) }, isCharacter: true },
];

const TYPES_TEXT = 'input[type=text], select, textarea, [contenteditable]';
const STORAGE_KEY = 'mad-lab-character-keys';

/** Storage is refused in sandboxed frames; the choice then lasts as long as the page. */
function areOn(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) !== 'off';
  } catch {
    return true;
  }
}

const characterKeys = createStore<{ readonly on: boolean }>(() => ({ on: areOn() }));

export const useCharacterKeys = (): boolean => useStore(characterKeys, ({ on }) => on);

export function setCharacterKeys(on: boolean): void {
  characterKeys.setState({ on });
  try {
    if (on) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, 'off');
  } catch {
    return;
  }
}

function handle(event: KeyboardEvent): void {
  if (
    event.defaultPrevented ||
    (event.repeat && !event.key.startsWith('Arrow')) ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    document.querySelector('dialog[open]')
  )
    return;
  const target = event.target instanceof Element ? event.target : document.body;
  const shortcut = SHORTCUTS.find(({ on }) => Object.hasOwn(on, event.key));
  if (!shortcut || (shortcut.isCharacter && !characterKeys.getState().on)) return;
  if ((!shortcut.isEverywhere && target.closest(TYPES_TEXT)) || (shortcut.leaveTo && target.closest(shortcut.leaveTo))) return;
  event.preventDefault();
  shortcut.on[event.key]?.();
}

export function useKeyboard(): void {
  // who sees the page may press a key
  useLayoutEffect(() => {
    addEventListener('keydown', handle);
    return () => removeEventListener('keydown', handle);
  }, []);
}
