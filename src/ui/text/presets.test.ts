import { expect, it } from 'vitest';
import { parseQuery, printQuery } from '../../engine/experimentText';
import { PRESETS } from './presets';

it.each(PRESETS.map((preset) => [preset.title, preset] as const))('the link of “%s” opens without repair', (_, { query }) => {
  const { experiment, notes } = parseQuery(query);
  expect(notes).toEqual([]);
  expect(printQuery(experiment)).toBe(`v=1${query === '' ? '' : `&${query}`}`);
});
