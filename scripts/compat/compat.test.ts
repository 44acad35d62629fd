import { describe, expect, it } from 'vitest';
import { namesIn, newerApisIn } from './usedInScripts';
import { newerStylesIn } from './usedInStyles';

const inScript = (code: string) => newerApisIn(namesIn(code)).map(({ name }) => name);
const inStyle = (css: string) => newerStylesIn(css).map(({ name }) => name);

describe('what is newer than the oldest promised browsers', () => {
  it.each([
    ['element.showPopover()', 'HTMLElement.showPopover'],
    ['const { checkVisibility } = element', 'Element.checkVisibility'],
    ['list.toSorted()', 'Array.toSorted'],
    ['Object.groupBy(list, key)', 'Object.groupBy'],
    ['Promise.withResolvers()', 'Promise.withResolvers'],
    ['AbortSignal.any([])', 'AbortSignal.any'],
    ['requestIdleCallback(work)', 'Window.requestIdleCallback'],
    ['new CloseWatcher()', 'CloseWatcher'],
    ["document.querySelector('div:has(> p)')", "querySelector(':has')"],
    ["document.querySelector('[popover]:popover-open')", "querySelector(':popover-open')"],
  ])('is found in a script: %s', (code, name) => {
    expect(inScript(code)).toContain(name);
  });

  it.each([
    ['p { field-sizing: content }', 'field-sizing'],
    ['p { grid-template-rows: subgrid }', 'grid-template-rows: subgrid'],
    ['p { color: color-mix(in srgb, red, blue) }', 'color-mix'],
    ['p:has(b) { color: red }', 'has'],
    ['@starting-style { p { color: red } }', 'starting-style'],
  ])('is found in a style: %s', (css, name) => {
    expect(inStyle(css)).toContain(name);
  });

  it('is not what they have: structuredClone, at, findLast, dialogs, inert, grids', () => {
    expect(inScript('structuredClone(list.at(-1)); list.findLast(f); dialog.showModal(); element.inert = true; new ResizeObserver(f)')).toEqual([]);
    expect(inScript("document.querySelector('input:checked, dialog[open], p:not(.a)'); const words = { showPopover: 1 }")).toEqual([]);
    expect(
      inStyle(
        'p { display: grid; gap: 1px; aspect-ratio: 1; color: rgb(0 0 0 / 18%) } p:focus-visible { inset: 0 } @container (width > 1px) { p { top: 0 } }',
      ),
    ).toEqual([]);
  });
});
