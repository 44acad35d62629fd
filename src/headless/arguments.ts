import { type Experiment, KEYS, type Key, SCHEMA } from '../engine/experiment';
import { parseExperiment, type Raw } from '../engine/experimentText';
import { KEY_HELP } from '../engine/keyHelp';
import type { KeySpec } from '../engine/keys/key';
import { allowedText, defaultText, keyNamed } from '../engine/keyText';
import { isReadable } from '../engine/readable';
import { excerpt, Refusal, refuse } from '../engine/refusal';

const ALONE: readonly string[] = ['help', 'force'];

/** `--key value` and `--key=value` pairs; `--help` and `--force` stand alone. Text programs make a dash of two hyphens. */
export function readFlags(args: readonly string[]): Record<string, string> {
  const flags = new Map<string, string>();
  for (let at = 0; at < args.length; at++) {
    const [, name, attached] = /^(?:--|[–—]{1,2})([^=]+)(?:=(.*))?$/s.exec(args[at] === '-h' ? '--help' : args[at]) ?? [];
    if (name === undefined) throw new Refusal(`“${excerpt(args[at])}” is not a flag; write --key value`);
    if (ALONE.includes(name)) {
      flags.set(name, '');
      continue;
    }
    const value = attached ?? args[++at];
    if (value === undefined) throw new Refusal(`--${excerpt(name)} has no value; write --${excerpt(name)} value`);
    if (flags.has(name)) throw new Refusal(`--${excerpt(name)} is given twice`);
    flags.set(name, value);
  }
  return Object.fromEntries(flags);
}

/** The path that `--input` gives to a command that takes no other flag; null = help is wanted. */
export function readInputFlag(command: string, args: readonly string[]): string | null {
  const { help, input, ...others } = readFlags(args);
  if (help !== undefined) return null;
  const [other] = Object.keys(others);
  if (other !== undefined) throw new Refusal(`There is no flag --${excerpt(other)}; ${command} takes --input file.json alone`);
  if (input === undefined) throw new Refusal(`${command} needs --input file.json (- for standard input)`);
  return input;
}

/** The experiment of a command, strictly: the first value that would need a repair is refused. Later sources win over earlier ones. */
export function readExperiment(...sources: readonly Raw[]): Experiment {
  const merged: Record<string, unknown> = {};
  for (const source of sources) {
    const names = new Map<Key, string>();
    for (const [name, value] of Object.entries(source)) {
      const key = keyNamed(name);
      if (key === undefined) throw new Refusal(`There is no key “${excerpt(name)}”. Keys: ${KEYS.join(', ')}.`);
      const twin = names.get(key);
      if (twin !== undefined) throw new Refusal(`${key} is given twice, as ${excerpt(twin)} and as ${excerpt(name)}`);
      if (!isReadable(key, value)) refuse(key, value, allowedText(key, 'headless'));
      names.set(key, name);
      merged[key] = value;
    }
  }
  const { experiment, notes } = parseExperiment(merged, 'headless');
  const [first] = notes;
  if (first) throw new Refusal(first.problem);
  return experiment;
}

/** One line a key: name, what is allowed, default, meaning. */
export function helpOnKeys(): string {
  const rows = KEYS.filter((key) => key !== 'v').map((key) => {
    const spec: KeySpec = SCHEMA[key];
    const standard = defaultText(key);
    return `  --${key}\n      ${KEY_HELP[key]}${spec.live ? ' (live: may stand in changes)' : ''}\n      allowed: ${allowedText(key, 'headless')}${standard ? `; default: ${standard}` : ''}`;
  });
  return rows.join('\n');
}
