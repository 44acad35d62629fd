import { expect, it } from 'vitest';
import { parseQuery, VIEW_KEYS } from '../engine/experimentText';
import { readWatch } from './watch';

it('the marks of a link are read in any case and order, each once', () => {
  expect(readWatch('?dataset=long-tail&WATCH=7,0,%207,3', 8)).toEqual({ watched: [0, 3, 7], notes: [] });
  expect(readWatch('?dataset=long-tail', 8)).toEqual({ watched: [], notes: [] });
  expect(readWatch('watch=', 8)).toEqual({ watched: [], notes: [] });
});

it('what cannot be marked is ignored with a note that says what is allowed', () => {
  const { watched, notes } = readWatch('watch=7,8,-1,2.5,x', 8);
  expect(watched).toEqual([7]);
  expect(notes.map(({ message }) => message)).toEqual([
    "watch: “8, -1, 2.5, x” can't be marked; a comma list of whole numbers from 0 to 7 is allowed. It was ignored.",
  ]);
  expect(readWatch('watch=0', 0).notes[0]?.message).toContain('no modes to watch');
});

it('is a key of the view: the experiment knows nothing of it', () => {
  expect(VIEW_KEYS).toContain('watch');
  expect(parseQuery('watch=1,2').notes).toEqual([]);
});
