import type { WrittenPreset } from '../src/presets/preset';
import { MEASUREMENTS, type Reading } from '../src/presets/readings';
import type { Family, Finding } from './finding';
import { readRuns, summarise, WRITTEN } from './presetRuns';

/** Not that of the table: its runs and those that check it are independent. */
const CHECK_SEED = 2;

/** Standard error of a normal sample's median over that of its mean. */
const MEDIAN_OVER_MEAN = Math.sqrt(Math.PI / 2);

/** How many standard errors `mine` is from `other`, both with the deviation of the table's single runs; medians are compared as logarithms. */
function standardised(over: Reading['over'], deviation: number, mine: number, other: number, sizes: readonly number[]): number {
  const logs = over === 'median';
  const apart = Math.abs(logs ? Math.log(mine / other) : mine - other);
  const error = (logs ? MEDIAN_OVER_MEAN : 1) * deviation * Math.sqrt(sizes.reduce((sum, size) => sum + 1 / size, 0));
  return apart === 0 ? 0 : apart / error;
}

async function checkPreset(preset: WrittenPreset, say: (line: string) => void): Promise<Finding[]> {
  const { readings, again } = preset.published;
  const runs = await readRuns(preset, CHECK_SEED, again, say);
  const rows = readings.map((reading) => {
    const table = MEASUREMENTS[preset.published.id]?.[reading.id];
    if (!table) throw new Error(`${preset.title}: ${reading.id} was never measured; npm run measure:presets -- ${preset.published.id}`);
    return { reading, table, mine: summarise(reading, runs.get(reading) ?? []) };
  });
  const drift = rows.map(({ reading, table, mine }) => standardised(reading.over, table.deviation, mine.value, table.value, [mine.runs, table.runs]));
  const findings: Finding[] = [
    {
      what: `preset “${preset.title}”: what its text says we measured`,
      against: `${again} runs of its query with another seed`,
      cases: rows.length,
      worst: Math.max(...drift),
      limit: 4.5,
      unit: '|z|',
      reason: 'sampling error of both sides',
    },
  ];
  const beside = rows.flatMap(({ reading, table }) => (reading.expected ?? []).map((expected) => ({ over: reading.over, table, expected })));
  const kinds = new Map(beside.map(({ expected: { by, apart } }) => [`${by} ${apart ?? ''}`, { by, apart }]));
  for (const { by, apart } of kinds.values()) {
    const group = beside.filter(({ expected }) => expected.by === by && expected.apart === apart);
    const deviations = group.map(({ over, table: { value, deviation, runs }, expected }) => {
      const nearest = Math.min(expected.value + expected.within, Math.max(expected.value - expected.within, value));
      return apart === undefined ? standardised(over, deviation, value, nearest, [runs]) : Math.abs(value / expected.value - 1);
    });
    findings.push({
      what: `preset “${preset.title}”: what we measured`,
      against: by,
      cases: group.length,
      worst: Math.max(...deviations),
      limit: apart === undefined ? 4.5 : null,
      unit: apart === undefined ? '|z|' : 'relative',
      reason: apart ?? 'sampling error, beyond what the value itself may be off',
    });
  }
  return findings;
}

export const presets: Family = {
  name: 'presets',
  async check(say) {
    const findings: Finding[] = [];
    for (const preset of WRITTEN) findings.push(...(await checkPreset(preset, say)));
    return findings;
  },
};
