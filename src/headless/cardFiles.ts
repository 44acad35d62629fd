import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hashOf, hashOfPaths, sourcesIn } from '../../scripts/verify/storyVerdicts.mjs';
import type { Card } from '../lessons/cards/card';
import type { Par } from '../lessons/cards/par';
import { readCard } from '../lessons/cards/readCard';
import { Refusals } from './command';

const CARDS = 'src/lessons/cards/files';
const PARS = 'src/lessons/cards/par';

/** What the numbers of cards come from. A test sees to it that nothing that they import is missing. */
const FOLDERS = ['src/engine', 'src/backend', 'src/results', 'src/lessons/cards', 'public/digits', 'public/classifier', 'public/texts'];
const FILES = [
  'package-lock.json',
  ...['blocks', 'crew', 'engineThread', 'lessonRun', 'nodeHost', 'threads'].map((name) => `src/headless/${name}.ts`),
  'src/headless/engineThread.mjs',
  ...['checks', 'fault', 'fields', 'lesson', 'lessonRuns', 'placeholders', 'scoreBehind', 'sentences', 'stretch', 'told', 'values'].map(
    (name) => `src/lessons/${name}.ts`,
  ),
];

export const cardSources = () => sourcesIn(FOLDERS, FILES);

/** Of all that the numbers of cards come from, but for the card itself. */
export const cardEngineHash = () => hashOfPaths(cardSources());

export interface CardFile {
  readonly path: string;
  readonly card: Card;
}

/** What is committed of a card's par, and what it was made of. */
export interface ParFile extends Par {
  readonly engine: string;
  readonly file: string;
  /** of all of it: nobody changes it by hand */
  readonly sum: string;
}

/** @param name of the file, for messages */
export function compileCard(file: string, name: string): Card {
  const read = readCard(file);
  if ('problems' in read) throw new Refusals(read.problems.map(({ line, message }) => `${name}:${line}: ${message}`));
  return read.card;
}

/** All cards in files, by their names; paths are below the working directory. */
export function readCards(): CardFile[] {
  return readdirSync(CARDS)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ path: `${CARDS}/${name}`, card: compileCard(readFileSync(`${CARDS}/${name}`, 'utf8'), `${CARDS}/${name}`) }));
}

/** What is committed for cards, by their ids. */
export function readPars(): Map<string, ParFile> {
  const names = existsSync(PARS) ? readdirSync(PARS).filter((name) => name.endsWith('.json')) : [];
  const files = names.sort().map((name) => JSON.parse(readFileSync(`${PARS}/${name}`, 'utf8')) as ParFile);
  return new Map(files.map((file) => [file.card, file]));
}

const sumOf = (par: Par): string => hashOf([{ path: par.card, bytes: Buffer.from(JSON.stringify(par)) }]);

export function writePar(par: Par, { path }: CardFile, engine: string): void {
  const file: ParFile = { engine, file: hashOfPaths([path]), sum: sumOf(par), ...par };
  mkdirSync(PARS, { recursive: true });
  writeFileSync(`${PARS}/${par.card}.json`, `${JSON.stringify(file, null, 2)}\n`);
}

/** What keeps a committed par from being that of a card as it is now; null where nothing does. */
export function whyParStale({ path, card }: CardFile, file: ParFile | undefined, engine = cardEngineHash()): string | null {
  const renew = `npm run cards:par -- --card ${card.id} renews ${PARS}/${card.id}.json`;
  if (!file) return `No par of ${path} is written down: ${renew}.`;
  if (file.file !== hashOfPaths([path])) return `${path} is another one since: ${renew}.`;
  if (file.engine !== engine) return `What the par of ${path} comes from is other code since: ${renew}.`;
  const { engine: _, file: __, sum, ...par } = file;
  return sum === sumOf(par) ? null : `The par of ${path} was changed by hand: ${renew}.`;
}
