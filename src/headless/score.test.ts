import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MetricCase, metricCases } from '../../test/fixtures/metricCases';
import { Refusal } from '../engine/refusal';
import { exitCodeOf } from './command';
import { parseJsonObject } from './inputFile';
import { score } from './score';

// commands start in a second or two, on a busy machine in ten
const NAMES = [
  'frechetDistance',
  'precision',
  'recall',
  'density',
  'coverage',
  'mmdUnbiased',
  'slicedW2Squared',
  'vendiReal',
  'vendiSynthetic',
  'traceRatio',
  'effectiveRankReal',
  'effectiveRankSynthetic',
];

type Sheet = Record<string, number | null> & { undefined?: Record<string, string> };

const sheetOf = (input: Record<string, unknown>) => score(input) as Sheet;
const command = (input: string, ...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/headless/score.ts', ...args], {
    encoding: 'utf8',
    cwd: new URL('../..', import.meta.url),
    input,
  });

const cases = new Map(metricCases().map((item) => [item.name, item]));
const named = (name: string) => cases.get(name) as MetricCase;

function inputOf({ real, synthetic, params }: MetricCase, k: number) {
  return { real, synthetic, k, bandwidth: params.rbf_sigma, projections: params.projections };
}

/** The reference's name of each score, and the difference that its README allows. */
function wantedOf({ expected, params }: MetricCase, k: number): Record<string, [wanted: number | 'undefined', tolerance: number]> {
  const of = (key: string, tolerance: (value: number) => number): [number | 'undefined', number] => {
    const value = expected[key];
    return [value, value === 'undefined' ? 0 : tolerance(value)];
  };
  const relative = (value: number) => 1e-9 * Math.abs(value);
  const exact = () => 1e-12;
  const scale = params.spread ** 2;
  return {
    frechetDistance: of('frechet_distance', () => 1e-10 * scale),
    precision: of(`precision_k${k}`, exact),
    recall: of(`recall_k${k}`, exact),
    density: of(`density_k${k}`, exact),
    coverage: of(`coverage_k${k}`, exact),
    mmdUnbiased: of('mmd2_rbf_unbiased', (value) => relative(value) + 1e-12),
    slicedW2Squared: of('sliced_w2_squared', (value) => relative(value) + 1e-12 * scale),
    vendiReal: of('vendi_rbf_real', relative),
    vendiSynthetic: of('vendi_rbf_synthetic', relative),
    traceRatio: of('trace_cov_ratio', relative),
    effectiveRankReal: of('effective_rank_real', relative),
    effectiveRankSynthetic: of('effective_rank_synthetic', relative),
  };
}

function expectReference(sheet: Sheet, item: MetricCase, k: number): void {
  for (const [name, [wanted, tolerance]] of Object.entries(wantedOf(item, k))) {
    if (wanted === 'undefined') {
      expect(sheet[name], name).toBeNull();
      expect(sheet.undefined?.[name], name).toBeTruthy();
    } else {
      expect(Math.abs((sheet[name] ?? Number.NaN) - wanted), `${name} ${sheet[name]} ${wanted}`).toBeLessThanOrEqual(tolerance);
    }
  }
}

const points = [
  [0, 0],
  [1, 0],
  [0, 1],
  [2, 2],
];
const valid = { real: points, synthetic: points.slice(1), k: 1 };

describe('score', () => {
  it.each(['gauss_d2_n200', 'duplicates_d2', 'one_synthetic_point_d2', 'empty_synthetic_d2', 'both_all_identical_two_points_d2'])(
    'prints the reference values of %s and no other name, at both k',
    (name) => {
      const item = named(name);
      for (const k of item.params.k) {
        const sheet = sheetOf(inputOf(item, k));
        expectReference(sheet, item, k);
        expect(Object.keys(sheet).filter((key) => key !== 'undefined')).toEqual(NAMES);
      }
    },
  );

  it('prints one line of JSON from a shell, by standard input too', () => {
    const item = named('unequal_sizes_d8');
    const { status, stdout, stderr } = command(JSON.stringify(inputOf(item, item.params.k[1])), '--input', '-');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.endsWith('}\n')).toBe(true);
    const sheet = JSON.parse(stdout) as Sheet;
    expect(Object.keys(sheet)).toEqual(NAMES);
    expectReference(sheet, item, item.params.k[1]);
  });

  it('ends with exit code 2 and one line from a shell where the input is malformed', () => {
    const { status, stdout, stderr } = command('{"real": [[1, 2], [3, "4\\n"]], "synthetic": [[1, 2]]}', '--input', '-');
    expect([status, stdout, stderr]).toEqual([2, '', 'real[1][1] = "4\\n" is not a number from -1e150 to 1e150\n']);
  });

  it('takes k 5, half the median distance and the same directions at every call where they are left out', () => {
    const { real, synthetic } = named('gauss_d2_n200');
    const sheet = sheetOf({ real, synthetic });
    expect(sheetOf({ real, synthetic })).toEqual(sheet);
    expect(sheet.precision).toBe(sheetOf({ real, synthetic, k: 5 }).precision);
    const distances = real.flatMap((x, i) => real.slice(i + 1).map((y) => Math.hypot(x[0] - y[0], x[1] - y[1]))).sort((a, b) => a - b);
    const bandwidth = (distances[distances.length / 2 - 1] + distances[distances.length / 2]) / 4;
    expect(sheet.vendiReal).toBeCloseTo(sheetOf({ real, synthetic, bandwidth }).vendiReal as number, 9);
    // 64 directions of a sphere give the sliced distance to a few per cent
    const many = Array.from({ length: 1000 }, (_, i) => [Math.cos((Math.PI * i) / 1000), Math.sin((Math.PI * i) / 1000)]);
    const exact = sheetOf({ real, synthetic, projections: many }).slicedW2Squared as number;
    expect(Math.abs((sheet.slicedW2Squared as number) / exact - 1)).toBeLessThan(0.2);
  });

  it('gives a reason for every null of empty sets, and takes the dimension of those that have one', () => {
    for (const input of [
      { real: [], synthetic: points },
      { real: points, synthetic: [] },
      { real: [], synthetic: [], projections: [[0, 1]] },
    ]) {
      const sheet = sheetOf(input);
      const nulls = NAMES.filter((name) => sheet[name] === null);
      expect(nulls.length).toBeGreaterThan(9);
      expect(Object.keys(sheet.undefined ?? {})).toEqual(nulls);
    }
  });

  it.each<[Record<string, unknown>, string]>([
    [{}, 'real is missing'],
    [{ ...valid, synthetic: undefined }, 'synthetic is missing; it has to be a list of points'],
    [{ ...valid, real: null }, 'real = null is not a list of points'],
    [{ ...valid, real: 'points' }, 'real = "points" is not a list of points'],
    [{ ...valid, real: {} }, 'real = an object is not'],
    [{ ...valid, real: [1, 2] }, 'real[0] = 1 is not a point'],
    [{ ...valid, real: [[]] }, 'real[0] has 0 numbers; allowed are 1 to 1024'],
    [{ ...valid, real: [new Array(1025).fill(0)] }, 'real[0] has 1025 numbers; allowed are 1 to 1024'],
    [{ ...valid, real: [...points, [1]] }, 'real[4] has 1 number, but real[0] has 2'],
    [{ ...valid, real: [...points, null] }, 'real[4] = null is not a point'],
    [{ ...valid, real: [...points, [1, '2']] }, 'real[4][1] = "2" is not a number from -1e150 to 1e150'],
    [{ ...valid, real: [...points, [true, 2]] }, 'real[4][0] = true'],
    [{ ...valid, real: [...points, [null, 2]] }, 'real[4][0] = null'],
    [{ ...valid, real: [...points, [[1], 2]] }, 'real[4][0] = a list'],
    [{ ...valid, real: [...points, [1e308, 2]] }, 'real[4][0] = 1e+308'],
    [{ ...valid, synthetic: [[-1.1e150, 2]] }, 'synthetic[0][0] = -1.1e+150'],
    [{ ...valid, synthetic: [[Number.POSITIVE_INFINITY, 2]] }, 'synthetic[0][0] = Infinity'],
    [{ ...valid, synthetic: [[Number.NaN, 2]] }, 'synthetic[0][0] = NaN'],
    [{ ...valid, synthetic: [[1, 2, 3]] }, 'synthetic[0] has 3 numbers, but real[0] has 2'],
    [{ ...valid, real: [], synthetic: [] }, 'real and synthetic are empty'],
    [{ ...valid, real: [[0, 1e-200]], synthetic: [[0, 0]] }, 'Coordinate 1 of real and synthetic holds 0 and 1e-200'],
    [{ ...valid, k: 0 }, 'k = 0 is not a whole number from 1 to 20'],
    [{ ...valid, k: 21 }, 'k = 21'],
    [{ ...valid, k: 2.5 }, 'k = 2.5'],
    [{ ...valid, k: '5' }, 'k = "5"'],
    [{ ...valid, k: null }, 'k = null'],
    [{ ...valid, bandwidth: 0 }, 'bandwidth = 0 is not a number from 1e-150 to 1e150'],
    [{ ...valid, bandwidth: -1 }, 'bandwidth = -1'],
    [{ ...valid, bandwidth: 1e200 }, 'bandwidth = 1e+200'],
    [{ ...valid, projections: [[1, 1]] }, 'projections[0] has the norm 1.414'],
    [
      {
        ...valid,
        projections: [
          [1, 0],
          [0, 0],
        ],
      },
      'projections[1] has the norm 0',
    ],
    [{ ...valid, projections: [[1]] }, 'projections[0] has 1 number, but real[0] has 2'],
    [{ ...valid, sythetic: [] }, 'There is no field “sythetic”. Fields: real, synthetic, k, bandwidth, projections.'],
  ])('refuses %j and says where it is wrong and what is allowed', (input, words) => {
    expect(() => score(input)).toThrow(words);
    expect(() => score(input)).toThrow(Refusal);
  });

  it('gives numbers, nulls with a reason or one line, whatever the file holds', () => {
    const sized = fc.record({ dim: fc.integer({ min: 1, max: 4 }), exponent: fc.integer({ min: -149, max: 148 }) }).chain(({ dim, exponent }) => {
      const near = fc.integer({ min: -9, max: 9 }).map((digit) => digit * 10 ** exponent);
      const row = fc.array(fc.oneof({ weight: 50, arbitrary: near }, { weight: 1, arbitrary: fc.double() }), { minLength: dim, maxLength: dim });
      const rows = fc.array(row, { maxLength: 12 });
      const width = fc.integer({ min: -150, max: 150 }).map((power) => 10 ** power);
      return fc.record({ real: rows, synthetic: rows, k: fc.integer({ min: 1, max: 4 }), bandwidth: width }, { requiredKeys: ['real', 'synthetic'] });
    });
    const strange = fc.record(
      { real: fc.jsonValue(), synthetic: fc.jsonValue(), k: fc.jsonValue(), bandwidth: fc.jsonValue() },
      { requiredKeys: [] },
    );
    const broken = fc.tuple(sized, strange).map(([good, bad]) => ({ ...good, ...bad }));
    let answered = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 5, arbitrary: sized }, { weight: 1, arbitrary: broken }), (input) => {
        try {
          const sheet = JSON.parse(JSON.stringify(score(parseJsonObject('in.json', Buffer.from(JSON.stringify(input)))))) as Sheet;
          for (const name of NAMES) expect(sheet[name] === null, `${name} ${sheet[name]}`).toBe(sheet.undefined?.[name] !== undefined);
          answered++;
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          expect(exitCodeOf(error)).toBe(2);
          expect(error.message).not.toMatch(/[\n\r]/);
        }
      }),
      { numRuns: 1000, seed: 1 },
    );
    expect(answered).toBeGreaterThan(300);
  });
});
