import { expect, it } from 'vitest';
import { createNodeHost } from '../headless/nodeHost';
import { parseExperiment } from './experimentText';
import { changedLetters, findText } from './nearestText';
import type { NameFound, PassageFound } from './results';

const host = createNodeHost('cpu');

async function found(keys: Record<string, unknown>, pieces: readonly string[], place: number) {
  const search = findText(parseExperiment(keys).experiment, host, [{ loop: 'fresh-data', generation: 3, pieces, place }]);
  for (;;) {
    const step = await search.next();
    if (step.done) return step.value[0];
  }
}

it('knows a real name, and of an invented one the nearest real one', async () => {
  expect(await found({ dataset: 'names' }, ['zzz', 'mary'], 1)).toMatchObject({ name: 'mary', isReal: true, nearest: null });
  expect(await found({ dataset: 'names' }, ['marzy'], 0)).toMatchObject({ isReal: false, nearest: { letters: 1 } });
  expect(await found({ dataset: 'names' }, ['wilhelminaq'], 0)).toMatchObject({ nearest: { name: 'wilhelmina', letters: 1 } });
  const nothing = (await found({ dataset: 'names' }, [''], 0)) as NameFound;
  expect(nothing).toMatchObject({ name: '', isReal: false, nearest: null });
});

it('finds the longest stretch around a place that stands in the book, and where', async () => {
  const pieces = 'whale in never mind how long precisely having little whale'.split(' ');
  for (const place of [2, 4, 8]) {
    const answer = (await found({ dataset: 'moby-dick' }, pieces, place)) as PassageFound;
    expect(answer).toMatchObject({ copied: 'never mind how long precisely having little', words: 7, of: 60_000 });
    // call me ishmael . some years ago never
    expect(answer.at).toBe(8);
    expect(answer.before).toBe('call me ishmael. some years ago');
    expect(answer.after).toMatch(/^or no money in my purse,/);
  }
});

it('finds a word alone, and no mutant at all', async () => {
  expect(await found({ dataset: 'moby-dick' }, ['xyz', 'whale', 'xyz'], 1)).toMatchObject({ copied: 'whale', words: 1 });
  expect(await found({ dataset: 'moby-dick' }, ['the', 'whalish', 'sea'], 1)).toMatchObject({ copied: '', words: 0, at: 0 });
});

it('says whether the first training set has it', async () => {
  const keys = { dataset: 'own-text', text: Array.from({ length: 30 }, (_, i) => `line${'abcdef'[i % 6]}${i}`).join('\n') };
  expect(await found(keys, ['linea0'], 0)).toMatchObject({ isReal: true, isOfFirst: true });
});

it('counts changed letters', () => {
  expect([changedLetters('', 'abc'), changedLetters('kitten', 'sitting'), changedLetters('same', 'same')]).toEqual([3, 3, 0]);
});
