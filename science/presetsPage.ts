import { parseQuery, printFlags } from '../src/engine/experimentText';
import type { WrittenPreset } from '../src/presets/preset';
import type { Measurement, Measurements, Reading } from '../src/presets/readings';
import { threeDigits } from '../src/presets/threeDigits';
import { WRITTEN } from './presetRuns';

const HEAD = `# Presets with something to be held against

What the page tells beside each of these presets, with the command that repeats its run. \`npm run measure:presets\` writes this page and the table that the page of
MAD Lab reads; \`npm run verify:science\` measures again, with another seed, and fails where the two are more than 4.5 standard errors apart.
Measured: the mean over the runs with its standard error, or the median where one is named. Single runs: where eight in ten of them lie.
`;

/** docs/presets.md of a table of measurements, by preset. */
export function presetsPage(table: Readonly<Record<string, Measurements>>): string {
  return [HEAD, ...WRITTEN.map((preset) => chapter(preset, table[preset.published.id] ?? {}))].join('\n');
}

function chapter({ title, look, query, published: { source, says, differs, readings } }: WrittenPreset, measured: Measurements): string {
  const command = `npm run --silent simulate -- ${printFlags(parseQuery(query).experiment)}`;
  const rows = readings.map((reading) => row(reading, measured[reading.id]));
  return `## ${title}

${look}

**${source}.** ${says}${differs === undefined ? '' : `\n\n**What differs.** ${differs}`}

| what | known | measured | single runs | runs |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

\`\`\`sh
${command}
\`\`\`
`;
}

function row({ id, what, over, expected = [] }: Reading, measured: Measurement | undefined): string {
  if (!measured) throw new Error(`${id} was never measured`);
  const { value, deviation, low, high, runs } = measured;
  const known = expected.map(({ printed, by }) => `${printed} (${by})`).join(', ');
  const found = over === 'median' ? threeDigits(value) : `${Number(value.toPrecision(4))} ± ${Number((deviation / Math.sqrt(runs)).toPrecision(2))}`;
  return `| ${[what, known, found, `${threeDigits(low)} to ${threeDigits(high)}`, runs].join(' | ')} |`;
}
