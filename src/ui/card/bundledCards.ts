import type { Card } from '../../lessons/cards/card';
import type { Par } from '../../lessons/cards/par';

/** Adding a card: one file in that folder. Each is fetched when it is opened, its par when it is asked for. */
const FILES = import.meta.glob<{ readonly card: Card }>('../../lessons/cards/files/*.yaml');
const PARS = import.meta.glob<{ readonly default: Par }>('../../lessons/cards/par/*.json');

const idOf = (path: string) => path.replace(/^.*\//, '').replace(/\.[a-z]+$/, '');

export const CARD_IDS: readonly string[] = Object.keys(FILES).map(idOf);

const findIn = <Module>(files: Readonly<Record<string, () => Promise<Module>>>, id: string) =>
  Object.entries(files).find(([path]) => idOf(path) === id)?.[1];

/** null where there is no such card */
export const fetchCard = async (id: string): Promise<Card | null> => (await findIn(FILES, id)?.())?.card ?? null;

/** null where none was found */
export const fetchPar = async (id: string): Promise<Par | null> => (await findIn(PARS, id)?.())?.default ?? null;
