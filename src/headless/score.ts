import { finish } from '../engine/math/steps';
import { compareClouds } from '../engine/metrics/comparison';
import { readInputFlag } from './arguments';
import { isStarted, runCommand, STANDARD_OUTPUT, writeWhole } from './command';
import { COMPARISON_FIELDS, readComparison } from './comparisonInput';
import { helpOnFields } from './fields';
import { FILE_LIMITS, readJsonObject } from './inputFile';

const HELP = `Compares generated points with real ones and prints one JSON object with twelve scores.

  npm run --silent score -- --input file.json

The file (- for standard input): ${FILE_LIMITS}, with the fields
${helpOnFields(COMPARISON_FIELDS)}

A score without meaning is null; the reason stands in a further entry, "undefined". Scores that compare all pairs are undefined above
20,000 points, and a Vendi score where 2,000 kernel directions do not hold its points.`;

/** What the command prints; `undefined` only where a score is null. */
export interface ScoreSheet {
  readonly [score: string]: number | null | Readonly<Record<string, string>>;
}

export function score(input: Readonly<Record<string, unknown>>): ScoreSheet {
  const { real, synthetic, options } = readComparison(input);
  const sheet: Record<string, number | null> = {};
  const reasons: Record<string, string> = {};
  for (const [name, result] of Object.entries(finish(compareClouds(real, synthetic, options)))) {
    sheet[name] = 'value' in result ? result.value : null;
    if ('undefined' in result) reasons[name] = result.undefined;
  }
  return Object.keys(reasons).length === 0 ? sheet : { ...sheet, undefined: reasons };
}

async function main(args: readonly string[]): Promise<void> {
  const path = readInputFlag('score', args);
  const text = path === null ? HELP : JSON.stringify(score(await readJsonObject(path)));
  writeWhole(STANDARD_OUTPUT, `${text}\n`);
}

if (isStarted(import.meta.url)) await runCommand(main);
