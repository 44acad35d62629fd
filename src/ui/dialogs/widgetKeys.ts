/** Keys that a part of the page understands while it has the focus. */
export const WIDGET_KEYS: readonly (readonly [part: string, keys: string])[] = [
  ['a slider, or a ring in the diagram', '← → ↑ ↓ one stop, Page Up and Page Down eight, Home and End to the ends'],
  ['a number', 'type it, and Enter takes it; ↑ ↓ the next one; Escape takes back what was typed'],
  ['the timeline', '← → one generation, Page Up and Page Down a tenth of the run, Home the real data, End as far as it is computed'],
  ['a word with dots below it', 'its explanation opens with the focus; Enter closes and opens it, Escape closes it'],
  ['a group of choices', '← → choose'],
  ['a wall of digits', '← → ↑ ↓, Home and End choose the digit to follow, Escape lets it go'],
  ['the area to draw on', '← → ↑ ↓ move the cross-hair, with Shift further; Space or Enter stamps; Ctrl+Z takes back'],
  ['a dialog, the list of presets, the tour', 'Escape closes it'],
  ['a table that scrolls', '↑ ↓ ← → scroll it'],
];
