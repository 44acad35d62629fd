import { expect, it } from 'vitest';
import { parseQuery } from '../../engine/experimentText';
import { noteText } from './noteText';

const notesOf = (query: string) => parseQuery(query).notes.map(noteText);

it('says of a link of another version what was done, and of other keys what was repaired', () => {
  expect(notesOf('v=7')).toEqual(['This link is of version 7; this page knows version 1, and read it as that.']);
  expect(notesOf('v=1')).toEqual([]);
  expect(notesOf('bias=9')).toEqual(['bias=9 is not 0 to 1.5. 1.5 was taken.']);
});
