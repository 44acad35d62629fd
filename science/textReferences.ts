import { text } from '../src/headless/text';
import fixture from '../test/fixtures/text.json';
import type { Finding } from './finding';

interface ReferenceCase {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>> & { readonly task: string };
  readonly expected: Readonly<Record<string, unknown>>;
  /** what the fitted chain leaves as it is */
  readonly stationary?: Readonly<Record<string, number>>;
}

const CASES = fixture.cases as unknown as readonly ReferenceCase[];
const FILE = 'text.json';
const ROUNDING = 'sums of up to some thousand float64 of size 1';

/** Numbers of the references beside ours, and where one side alone has none. */
interface Beside {
  readonly deviations: readonly number[];
  readonly missing: number;
  readonly cases: number;
}

/** Goes through whatever the references hold. @param relative to the value itself, for some are small */
function compare(mine: unknown, wanted: unknown, relative: boolean): Beside {
  if (typeof wanted === 'number' && typeof mine === 'number') {
    const away = Math.abs(mine - wanted);
    return { deviations: [away === 0 ? 0 : away / (relative ? Math.abs(wanted) : Math.max(1, Math.abs(wanted)))], missing: 0, cases: 1 };
  }
  if (typeof wanted !== 'object' || wanted === null) return { deviations: [], missing: Number((mine ?? null) !== wanted), cases: 1 };
  const parts = Object.entries(wanted).map(([key, value]) => compare((mine as Record<string, unknown> | undefined)?.[key], value, relative));
  return {
    deviations: parts.flatMap(({ deviations }) => deviations),
    missing: parts.reduce((sum, part) => sum + part.missing, 0),
    cases: parts.reduce((sum, part) => sum + part.cases, 0),
  };
}

const worstOf = (values: readonly number[]) => values.reduce((most, value) => Math.max(most, value), 0);

const ROWS: readonly { readonly task: string; readonly what: string; readonly against: string; readonly relative?: true; readonly reason: string }[] =
  [
    {
      task: 'fit',
      what: 'The n-gram: probabilities behind contexts of all lengths, bits of held-out text (smoothing, sampling bias)',
      against: `an independent implementation, exact fractions where λ = 1 (${FILE})`,
      reason: ROUNDING,
    },
    {
      task: 'score',
      what: 'Words alive, distinct-2, repeated 4-grams, real words, entropy, Zipf slope, rare words still alive',
      against: `an independent implementation (${FILE})`,
      reason: ROUNDING,
    },
    { task: 'features', what: 'The 64 hashed features of passages', against: `zlib’s CRC-32 (${FILE})`, reason: ROUNDING },
    {
      task: 'theory',
      what: 'Theory: heterozygosity and words alive, all three loops',
      against: `an independent implementation, held against simulation (${FILE})`,
      relative: true,
      reason: 'a recursion of up to a hundred steps in float64, relative to the value',
    },
  ];

/** The command `text`, which prints what the page computes, on all that the references have. */
export function referenceFindings(): readonly Finding[] {
  const unknown = CASES.find(({ input }) => !ROWS.some(({ task }) => task === input.task));
  if (unknown) throw new Error(`not compared: ${unknown.input.task} (${unknown.name})`);
  let missing = 0;
  let all = 0;
  const rows = ROWS.map(({ task, what, against, relative = false, reason }): Finding => {
    const found = CASES.filter(({ input }) => input.task === task).map(({ input, expected }) => compare(text(input), expected, relative));
    missing += found.reduce((sum, one) => sum + one.missing, 0);
    all += found.reduce((sum, one) => sum + one.cases, 0);
    const deviations = found.flatMap((one) => one.deviations);
    return { what, against, cases: deviations.length, worst: worstOf(deviations), limit: 1e-12, unit: relative ? 'relative' : 'absolute', reason };
  });
  return [
    ...rows,
    stationaryFinding(),
    {
      what: 'Undefined exactly where the references are',
      against: FILE,
      cases: all,
      worst: missing,
      limit: 0,
      unit: 'values that differ in this',
      reason: 'a score without meaning must not be a number, nor one with meaning be withheld',
    },
  ];
}

/** At μ = 0 the chain that is fitted to a circular text keeps its frequencies. */
function stationaryFinding(): Finding {
  const deviations = CASES.flatMap(({ input, stationary }) => {
    if (!stationary) return [];
    const symbols = Object.keys(stationary);
    const { probabilities } = text({ ...input, contexts: symbols.map((symbol) => [symbol]) }) as unknown as {
      readonly probabilities: readonly Readonly<Record<string, number>>[];
    };
    return symbols.map((symbol) => {
      const next = symbols.reduce((sum, before, at) => sum + stationary[before] * probabilities[at][symbol], 0);
      return Math.abs(next - stationary[symbol]);
    });
  });
  return {
    what: 'At μ = 0 a fitted chain of order 1 keeps the frequencies of its circular text',
    against: `exact fractions (${FILE})`,
    cases: deviations.length,
    worst: worstOf(deviations),
    limit: 1e-12,
    unit: 'absolute',
    reason: ROUNDING,
  };
}
