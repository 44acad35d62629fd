/** `npm run measure:presets [-- id …]` measures these presets, or all, anew; writes the table that the page shows, and docs/presets.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import type { Measurement } from '../src/presets/readings';
import { readRuns, summarise, WRITTEN } from './presetRuns';
import { presetsPage } from './presetsPage';

const TABLE = new URL('../src/presets/measurements.json', import.meta.url);
const PAGE = new URL('../docs/presets.md', import.meta.url);
const SEED = 1;

type Table = Record<string, Record<string, Measurement>>;

/** Six digits are more than the runs know. */
function rounded({ value, deviation, low, high, runs }: Measurement): Measurement {
  const six = (number: number) => Number(number.toPrecision(6));
  return { value: six(value), deviation: six(deviation), low: six(low), high: six(high), runs };
}

const ids = process.argv.slice(2);
for (const preset of WRITTEN.filter(({ published: { id } }) => ids.length === 0 || ids.includes(id))) {
  const { id, runs } = preset.published;
  const read = await readRuns(preset, SEED, runs, (line) => process.stderr.write(`${line}\n`));
  const measured = Object.fromEntries([...read].map(([reading, values]) => [reading.id, rounded(summarise(reading, values))]));
  const table: Table = { ...(JSON.parse(readFileSync(TABLE, 'utf8')) as Table), [id]: measured };
  const kept = WRITTEN.flatMap(({ published }) => (table[published.id] ? [[published.id, table[published.id]]] : []));
  writeFileSync(TABLE, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
}
writeFileSync(PAGE, presetsPage(JSON.parse(readFileSync(TABLE, 'utf8')) as Table));
