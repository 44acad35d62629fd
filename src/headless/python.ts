import { isViewKey, printQuery } from '../engine/experimentText';
import { queryOf, readQuery } from '../engine/query';
import { Refusal } from '../engine/refusal';
import { pythonOf } from '../python/pythonOf';
import { whyNotPython } from '../python/whyNot';
import { version } from '../version';
import { helpOnKeys, readExperiment, readFlags } from './arguments';
import { isStarted, runCommand, STANDARD_OUTPUT, writeWhole } from './command';
import { readJsonObject } from './inputFile';
import { createNodeHost } from './nodeHost';

const HELP = `Prints an experiment as a commented Python program of at most 120 lines, which needs numpy alone, as Export does on the page.

  npm run --silent python -- [--link "https://…/?v=1&model=gaussian…"] [--config file.json] [--key value ...] > loop.py

--link: a whole address, or its query. The file of --config holds one JSON object of keys; flags win over it, and both over the link. What a
program can't do, cures and digits above all, is refused with its reason and exit code 2. Keys:
${helpOnKeys()}`;

/** The keys of an experiment in a whole address, or in its query. */
const keysIn = (link: string) => Object.fromEntries(readQuery(/[?#]/.test(link) ? queryOf(link) : link).filter(([name]) => !isViewKey(name)));

const files = createNodeHost('auto');
const load = async (path: string) => new Uint8Array(await files.load(path));

async function main(args: readonly string[]): Promise<void> {
  const { help, config, link = '', ...keys } = readFlags(args);
  if (help !== undefined) return writeWhole(STANDARD_OUTPUT, `${HELP}\n`);
  const experiment = readExperiment(keysIn(link), config === undefined ? {} : await readJsonObject(config), keys);
  const why = whyNotPython(experiment);
  if (why !== null) throw new Refusal(why);
  const [page] = /^https?:[^?#]*/.exec(link) ?? [''];
  writeWhole(STANDARD_OUTPUT, await pythonOf(experiment, { link: `${page}?${printQuery(experiment)}`, version }, load));
}

if (isStarted(import.meta.url)) await runCommand(main);
