import { readFileSync } from 'node:fs';
import { type Experiment, KEYS, type KeySpec, SCHEMA } from '../engine/experiment';
import { allowedText, parseExperiment, type Raw } from '../engine/experimentText';

/** Malformed input: the command ends with exit code 2 and this one line. */
export class UsageError extends Error {}

/** `--key value` and `--key=value` pairs; `--help` stands alone. */
export function readFlags(args: readonly string[]): Record<string, string> {
  const flags: Record<string, string> = {};
  for (let at = 0; at < args.length; at++) {
    const [, name, attached] = /^--([^=]+)(?:=(.*))?$/.exec(args[at]) ?? [];
    if (name === undefined) throw new UsageError(`“${args[at]}” is not a flag; write --key value`);
    if (name === 'help') {
      flags.help = '';
      continue;
    }
    const value = attached ?? args[++at];
    if (value === undefined) throw new UsageError(`--${name} has no value; write --${name} value`);
    if (name in flags) throw new UsageError(`--${name} is given twice`);
    flags[name] = value;
  }
  return flags;
}

/** A JSON object from a file, or a line that says where it is wrong. */
export function readJsonObject(path: string): Raw {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`${path} can't be read`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${path} is not JSON: ${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new UsageError(`${path} has to hold one JSON object`);
  return value as Raw;
}

/** The experiment of a command, strictly: the first value that would need a repair is refused. */
export function readExperiment(raw: Raw): Experiment {
  const { experiment, notes } = parseExperiment(raw, 'headless');
  const [first] = notes;
  if (first) throw new UsageError(first.problem);
  return experiment;
}

/** One line a key: name, what is allowed, default, meaning. */
export function helpOnKeys(): string {
  const rows = KEYS.filter((key) => key !== 'v').map((key) => {
    const spec: KeySpec = SCHEMA[key];
    const fallback = (chosen: { model: string; dataset: string }) => (spec.type === 'changes' ? '' : String(spec.fallback(chosen)));
    const points = fallback({ model: 'gaussian-mixture', dataset: 'ring' });
    const images = fallback({ model: 'vae', dataset: 'digits' });
    const standard = key === 'model' || points === images ? points : `${points} (images ${images})`;
    return `  --${key}\n      ${spec.help}${spec.live ? ' (live: may stand in changes)' : ''}\n      allowed: ${allowedText(key, 'headless')}${standard ? `; default: ${standard}` : ''}`;
  });
  return rows.join('\n');
}
