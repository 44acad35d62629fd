import { afterEach, expect, it, vi } from 'vitest';
import { classicFiles, fileAddress } from '../files/classicFiles';
import { checksum } from '../frame/posterText';
import type { PresetCard } from './built';
import { cardPath, createCards } from './cards';

const card = (id: string, key: string) => ({ id, key }) as PresetCard;
const built = {
  cards: [card('ring', '')],
  elsewhere: { [checksum('bias=0.7')]: 'bias', [checksum('dataset=moons')]: 'moons' },
  viewKeys: ['theme'],
};
const queryOf = (text: string) => new Map(new URLSearchParams(text));

/** Cards whose files come or fail as told. */
function cardsWith(load: (address: string) => Promise<void>) {
  const changed = vi.fn();
  const loads = vi.fn(load);
  return { cards: createCards(built, loads, changed), loads, changed };
}

afterEach(() => {
  classicFiles()[cardPath('bias')] = undefined;
});

it('a card that stands in the page, and an experiment without one, load nothing', () => {
  const { cards, loads } = cardsWith(async () => undefined);
  for (const query of ['', 'seed=3', 'dataset=spiral']) expect(cards.isAwaited(queryOf(query)), query).toBe(false);
  expect(loads).not.toHaveBeenCalled();
});

it('a card of a file of its own is sent for once, and is there when the file has come', async () => {
  const { cards, loads, changed } = cardsWith(async () => {
    classicFiles()[cardPath('bias')] = JSON.stringify(card('bias', 'bias=0.7'));
  });
  expect(cards.isAwaited(queryOf('bias=.70&theme=dark'))).toBe(true);
  expect(cards.isAwaited(queryOf('bias=0.7&seed=2'))).toBe(true);
  await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
  expect(cards.isAwaited(queryOf('bias=0.7'))).toBe(false);
  expect(cards.here.map(({ id }) => id)).toEqual(['ring', 'bias']);
  expect(loads.mock.calls).toEqual([[fileAddress('posters/bias')]]);
});

it.each([
  ['cannot be loaded', () => Promise.reject(new Error('offline'))],
  ['is something else', async () => undefined],
])('a file that %s is waited for no longer', async (_, load) => {
  const { cards, loads, changed } = cardsWith(load);
  expect(cards.isAwaited(queryOf('bias=0.7'))).toBe(true);
  await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
  expect(cards.isAwaited(queryOf('bias=0.7'))).toBe(false);
  expect(cards.here).toHaveLength(1);
  expect(loads).toHaveBeenCalledTimes(1);
});
