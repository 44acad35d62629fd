import { useEffect } from 'react';
import { labStore } from '../store/labStore';
import { openDialog } from './dialogs/openDialog';
import { scrub, toggleRun } from './runs';

/** What the page's keys do, as listed under `?`. */
export const KEYS_HELP: readonly (readonly [key: string, does: string])[] = [
  ['Space', 'run, pause or resume'],
  ['.', 'one step: show the next generation'],
  ['R', 'reset: back to the real data, with the settings as they stand'],
  ['← →', 'scrub one generation back or on'],
  ['?', 'this help'],
];

const TYPES_TEXT = 'input[type=text], select, textarea, [contenteditable]';
const USES_SPACE = 'button, summary, a, input[type=checkbox], input[type=radio]';
const USES_ARROWS = 'input, [tabindex]';

const ACTIONS: Readonly<Record<string, { readonly act: () => void; readonly leaveTo?: string }>> = {
  ' ': { act: toggleRun, leaveTo: USES_SPACE },
  '.': { act: () => labStore.getState().step() },
  r: { act: () => labStore.getState().reset() },
  R: { act: () => labStore.getState().reset() },
  '?': { act: () => openDialog('help') },
  ArrowLeft: { act: () => scrub(-1), leaveTo: USES_ARROWS },
  ArrowRight: { act: () => scrub(1), leaveTo: USES_ARROWS },
};

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
  const action = ACTIONS[event.key];
  if (!action || target.closest(TYPES_TEXT) || (action.leaveTo && target.closest(action.leaveTo))) return;
  event.preventDefault();
  action.act();
}

export function useKeyboard(): void {
  useEffect(() => {
    addEventListener('keydown', handle);
    return () => removeEventListener('keydown', handle);
  }, []);
}
