import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../engine/refusal';
import { createRng } from '../engine/rng';
import { exitCodeOf } from './command';
import { fitMixture, type MixtureFit } from './fit';
import { parseJsonObject } from './inputFile';
import { createNodeHost } from './nodeHost';

// commands start in a second or two, on a busy machine in ten
interface Written {
  readonly weights: readonly number[];
  readonly means: readonly (readonly number[])[];
  readonly covariances: readonly unknown[];
}

interface ReferenceCase {
  readonly name: string;
  readonly reg_covar: number;
  readonly data: readonly (readonly number[])[];
  readonly init: Written;
  readonly expected: Readonly<Record<string, Written & { readonly mean_log_likelihood: number }>>;
}

// as the file writes them, for the form of the covariances is what the command keeps
const fixture = readFileSync(new URL('../../test/fixtures/gmm-em.json', import.meta.url), 'utf8');
const { cases } = JSON.parse(fixture) as { cases: ReferenceCase[] };
const host = createNodeHost('auto');

const command = (input: string, ...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/headless/fit.ts', ...args], {
    encoding: 'utf8',
    cwd: new URL('../..', import.meta.url),
    input,
  });

function inputOf({ data, init, reg_covar }: ReferenceCase, iterations: number, path: string) {
  return { points: data, ...init, covarianceFloor: reg_covar, iterations, path };
}

/** Equal form, and every number within `tolerance` of the largest of its array. */
function expectClose(mine: unknown, wanted: unknown, tolerance: number, name: string): void {
  const flat = (value: unknown): number[] => (Array.isArray(value) ? value.flatMap(flat) : [value as number]);
  const form = (value: unknown): unknown => (Array.isArray(value) ? value.map(form) : typeof value);
  expect(form(mine), name).toEqual(form(wanted));
  const [numbers, references] = [flat(mine), flat(wanted)];
  const scale = Math.max(...references.map(Math.abs));
  for (const [i, reference] of references.entries()) expect(Math.abs(numbers[i] - reference), name).toBeLessThanOrEqual(tolerance * scale);
}

function expectReference(fit: MixtureFit, item: ReferenceCase, iterations: number, tolerance: number): void {
  const wanted = item.expected[iterations];
  expect(Object.keys(fit)).toEqual(['weights', 'means', 'covariances', 'meanLogLikelihood']);
  for (const part of ['weights', 'means', 'covariances'] as const)
    expectClose(fit[part], wanted[part], tolerance, `${item.name} ${iterations} ${part}`);
  expectClose(fit.meanLogLikelihood, wanted.mean_log_likelihood, tolerance, `${item.name} ${iterations} log-likelihood`);
}

const points = [
  [0, 0],
  [1, 0],
  [0, 1],
  [4, 4],
  [5, 4],
  [4, 5],
];
const means = [
  [0, 0],
  [5, 5],
];
const valid = { points, weights: [0.5, 0.5], means, covariances: [1, 1] };

describe('fit', () => {
  it('prints the reference values of every case, in the form of its covariances, on the float64 path', async () => {
    for (const item of cases) {
      for (const iterations of Object.keys(item.expected).map(Number)) {
        expectReference(await fitMixture(inputOf(item, iterations, 'float64'), host), item, iterations, 1e-8);
      }
    }
    expect(cases).toHaveLength(17);
  });

  it.each(['float64', 'tfjs'])('prints one line of JSON from a shell on the path %s', (path) => {
    const item = cases.find(({ name }) => name === 'd2_K3_n200_full') as ReferenceCase;
    const { status, stdout, stderr } = command(JSON.stringify(inputOf(item, 20, path)), '--input', '-');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.endsWith('}\n')).toBe(true);
    expectReference(JSON.parse(stdout) as MixtureFit, item, 20, path === 'float64' ? 1e-8 : 1e-3);
  });

  it('takes 20 iterations in float64 with a floor of 1e-6 where they are left out', async () => {
    const all = { covarianceFloor: 1e-6, iterations: 20, path: 'float64' };
    expect(await fitMixture(valid, host)).toEqual(await fitMixture({ ...valid, ...all }, host));
    expect(await fitMixture(valid, host)).not.toEqual(await fitMixture({ ...valid, iterations: 1 }, host));
  });

  it.each<[Record<string, unknown>, string]>([
    [{}, 'points is missing'],
    [{ ...valid, points: [] }, 'points is an empty list'],
    [{ ...valid, points: [[1, 2], [3]] }, 'points[1] has 1 number, but points[0] has 2'],
    [{ ...valid, points: [[1, Number.NaN]] }, 'points[0][1] = NaN is not a number'],
    [{ ...valid, points: [new Array(101).fill(0)] }, 'points[0] has 101 numbers; allowed are 1 to 100'],
    [{ ...valid, weights: 1 }, 'weights = 1 is not a list of 1 to 1000 numbers above 0'],
    [{ ...valid, weights: [] }, 'weights = an empty list'],
    [{ ...valid, weights: [1, 0] }, 'weights[1] = 0 is not a number above 0'],
    [{ ...valid, weights: [0.5, '0.5'] }, 'weights[1] = "0.5"'],
    [{ ...valid, weights: [0.5, 0.4] }, 'weights sum to 0.9'],
    [{ ...valid, weights: [1] }, 'means has 2 entries, but weights has 1'],
    [{ ...valid, means: [[0], [1]] }, 'means[0] has 1 number, but points[0] has 2'],
    [{ ...valid, means: [[0, 0], [1]] }, 'means[1] has 1 number, but means[0] has 2'],
    [{ ...valid, covariances: 1 }, 'covariances = 1 is not a list'],
    [{ ...valid, covariances: [1] }, 'covariances has 1 entries, but weights has 2'],
    [{ ...valid, covariances: [1, 0] }, 'covariances[1] = 0 is not a number above 0'],
    [{ ...valid, covariances: [1, [1, 1]] }, 'covariances[1] = a list is not a number above 0'],
    [{ ...valid, covariances: [[1, 1], 1] }, 'covariances[1] = 1 is not a list of 2 variances'],
    [{ ...valid, covariances: [[1, 1], [1]] }, 'covariances[1] has 1 variances, and not 2'],
    [
      {
        ...valid,
        covariances: [
          [1, 1],
          [1, -1],
        ],
      },
      'covariances[1][1] = -1',
    ],
    [
      {
        ...valid,
        covariances: [
          [
            [1, 0],
            [0, 1],
          ],
          [
            [1, 0.5],
            [0.4, 1],
          ],
        ],
      },
      'covariances[1] is not symmetric: [1][0] = 0.4, but [0][1] = 0.5',
    ],
    [
      {
        ...valid,
        covariances: [
          [
            [1, 0],
            [0, 1],
          ],
          [
            [1, 2],
            [2, 1],
          ],
        ],
      },
      'covariances[1] is not positive definite',
    ],
    [
      {
        ...valid,
        covariances: [
          [
            [1, 0],
            [0, 1],
          ],
          [
            [1, 1],
            [1, 1],
          ],
        ],
      },
      'covariances[1] is not positive definite',
    ],
    [
      {
        ...valid,
        covariances: [
          [
            [1, 0],
            [0, 1],
          ],
          [[1, 0], [0]],
        ],
      },
      'covariances[1][1] has 1 numbers, and not 2',
    ],
    [
      {
        ...valid,
        covariances: [
          [
            [1, 0],
            [0, 1],
          ],
          [
            [1, 0],
            [0, null],
          ],
        ],
      },
      'covariances[1][1][1] = null',
    ],
    [{ ...valid, covarianceFloor: -1e-6 }, 'covarianceFloor = -0.000001 is not a number from 0'],
    [{ ...valid, covarianceFloor: null }, 'covarianceFloor = null'],
    [{ ...valid, iterations: 0 }, 'iterations = 0 is not a whole number from 1 to 10000'],
    [{ ...valid, iterations: 2.5 }, 'iterations = 2.5'],
    [{ ...valid, iterations: 10001 }, 'iterations = 10001'],
    [{ ...valid, path: 'webgl' }, 'path = "webgl" is not float64 or tfjs'],
    [{ ...valid, reg_covar: 1e-6 }, 'There is no field “reg_covar”. Fields: points, weights, means, covariances, covarianceFloor, iterations, path.'],
  ])('refuses %j and says where it is wrong and what is allowed', async (input, words) => {
    const error = await fitMixture(input, host).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Refusal);
    expect((error as Error).message).toContain(words);
  });

  it('names the limit on points that its memory sets, lower on tfjs', async () => {
    const many = Array.from({ length: 1_000_001 }, (_, i) => [i]);
    const one = { points: many, weights: [1], means: [[0]], covariances: [1], iterations: 1 };
    await expect(fitMixture({ ...one, path: 'tfjs' }, host)).rejects.toThrow('tfjs takes up to 1000000 points');
    const thirty = { weights: new Array(30).fill(1 / 30), means: many.slice(0, 30), covariances: new Array(30).fill(1) };
    await expect(fitMixture({ ...one, ...thirty }, host)).rejects.toThrow('their product may be 20000000 at most');
  });

  it('says that a component collapsed, instead of numbers that are rounding', async () => {
    const rng = createRng(1);
    const onLine = Array.from({ length: 100 }, () => rng.normal()).map((x) => [x, 0.37 * x + 2]);
    const inPlane = onLine.map(([x, y]) => [x, rng.normal(), y]);
    const apart = [...onLine.map(([x]) => [x + 50, rng.normal()]), ...new Array(7).fill([0.1, 0.7])];
    const one = (dim: number) => ({ weights: [1], means: [new Array(dim).fill(0)], covariances: [1] });
    const full = (dim: number) => ({
      ...one(dim),
      covariances: [Array.from({ length: dim }, (_, i) => Array.from({ length: dim }, (_, j) => Number(i === j)))],
    });
    for (const path of ['float64', 'tfjs']) {
      for (const input of [
        { points: onLine, ...full(2) },
        { points: inPlane, ...full(3) },
        {
          points: apart,
          weights: [0.5, 0.5],
          means: [
            [0, 1],
            [50, 0],
          ],
          covariances: [0.1, 1],
        },
        { points: [[3, 3]], ...one(2) },
      ]) {
        const error = await fitMixture({ ...input, covarianceFloor: 0, path }, host).catch((reason: unknown) => reason);
        expect((error as Error).message).toMatch(/component .*variance.*Raise (the )?covariance ?floor/i);
        expect(exitCodeOf(error)).toBe(1);
        const { meanLogLikelihood } = await fitMixture({ ...input, covarianceFloor: 1e-6, path }, host);
        expect(Number.isFinite(meanLogLikelihood)).toBe(true);
      }
    }
  });

  it('follows the units of the points from 1e-100 to 1e100', async () => {
    const wanted = await fitMixture({ ...valid, covarianceFloor: 0 }, host);
    for (const unit of [2 ** -330, 2 ** 330]) {
      const scaled = (rows: number[][]) => rows.map((row) => row.map((value) => value * unit));
      const input = { ...valid, points: scaled(points), means: scaled(means), covariances: [unit * unit, unit * unit], covarianceFloor: 0 };
      const fit = await fitMixture(input, host);
      expectClose(fit.weights, wanted.weights, 1e-12, 'weights');
      expectClose(
        (fit.covariances as number[]).map((value) => value / unit / unit),
        wanted.covariances,
        1e-12,
        'covariances',
      );
      expect(fit.meanLogLikelihood + 2 * Math.log(unit)).toBeCloseTo(wanted.meanLogLikelihood, 10);
    }
  });

  it('gives finite numbers or one line, whatever the file holds', async () => {
    const sized = fc
      .record({ dim: fc.integer({ min: 1, max: 3 }), components: fc.integer({ min: 1, max: 3 }), exponent: fc.integer({ min: -140, max: 140 }) })
      .chain(({ dim, components, exponent }) => {
        const near = fc.integer({ min: -9, max: 9 }).map((digit) => digit * 10 ** exponent);
        const row = fc.array(fc.oneof({ weight: 50, arbitrary: near }, { weight: 1, arbitrary: fc.double() }), { minLength: dim, maxLength: dim });
        const variance = fc.integer({ min: 1, max: 9 }).map((digit) => digit * 10 ** exponent * 10 ** exponent);
        const each = { minLength: components, maxLength: components };
        return fc.record({
          points: fc.array(row, { minLength: 1, maxLength: 9 }),
          weights: fc.constant(new Array(components).fill(1 / components)),
          means: fc.array(row, each),
          covariances: fc.oneof(fc.array(variance, each), fc.array(fc.array(variance, { minLength: dim, maxLength: dim }), each)),
          covarianceFloor: fc.oneof(fc.constantFrom(0, 1e-6), variance),
          iterations: fc.integer({ min: 1, max: 5 }),
        });
      });
    const strange = fc.record(
      {
        points: fc.jsonValue(),
        weights: fc.jsonValue(),
        means: fc.jsonValue(),
        covariances: fc.jsonValue(),
        iterations: fc.jsonValue(),
        path: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const broken = fc.tuple(sized, strange).map(([good, bad]) => ({ ...good, ...bad }));
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 5, arbitrary: sized }, { weight: 1, arbitrary: broken }), async (input) => {
        try {
          const fit = await fitMixture(parseJsonObject('in.json', Buffer.from(JSON.stringify(input))), host);
          // JSON prints what is not finite as null
          expect(JSON.stringify(fit)).not.toContain('null');
          answered++;
        } catch (error) {
          if (!(error instanceof Refusal)) expect(error).toMatchObject({ code: 'not-finite' });
          expect((error as Error).message).not.toMatch(/[\n\r]/);
        }
      }),
      { numRuns: 500, seed: 1 },
    );
    expect(answered).toBeGreaterThan(100);
  });
});
