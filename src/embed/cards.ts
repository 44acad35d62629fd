import { classicFiles, fileAddress } from '../files/classicFiles';
import { experimentKeyOf } from '../frame/experimentKey';
import { checksum } from '../frame/posterText';
import type { Built, PresetCard } from './built';

/** Path of the file of a preset's card. */
export const cardPath = (id: string): string => `posters/${id}`;

/** Cards of presets: some stand in the page, each of the others in a script of its own, which is loaded when its preset is asked for. */
export function createCards(
  { cards, elsewhere, viewKeys }: Pick<Built, 'cards' | 'elsewhere' | 'viewKeys'>,
  load: (address: string) => Promise<void>,
  changed: () => void,
) {
  const here = [...cards];
  /** presets that were asked for, and whether their cards are on their way */
  const asked = new Map<string, boolean>();

  async function send(id: string): Promise<void> {
    asked.set(id, true);
    const path = cardPath(id);
    const card = await load(fileAddress(path))
      .then((): PresetCard => JSON.parse(classicFiles()[path] ?? ''))
      .catch(() => null);
    if (card) here.push(card);
    asked.set(id, false);
    changed();
  }

  return {
    /** those that have come */
    here: here as readonly PresetCard[],
    /** Whether the card of this experiment is on its way; sends for it once. */
    isAwaited(query: ReadonlyMap<string, string>): boolean {
      const id = elsewhere[checksum(experimentKeyOf(query, viewKeys))];
      if (id === undefined) return false;
      if (!asked.has(id)) void send(id);
      return asked.get(id) === true;
    },
  };
}
