import { describe, expect, it } from 'vitest';
import { createNodeHost } from '../../headless/nodeHost';
import type { Step } from '../contracts';
import { parseExperiment } from '../experimentText';
import { finishAsync } from '../math/steps';
import { gaussian } from '../models/gaussian';
import { createRng } from '../rng';
import { type GenerationEvent, type RunOptions, run } from '../run';
import { ORIGINS, rowsOf } from '../trainingSet';

const host = createNodeHost('cpu');

/** A toy: of the new samples that a model made it throws away about every second one. No law of it is known. */
const coin: Step = {
  id: 'coin',
  name: 'Coin',
  summary: 'Throws a coin for every synthetic sample.',
  isOn: ({ bias }) => bias === 1,
  act(set, { rng }) {
    const rows = Array.from(set.part.keys()).filter((row) => ORIGINS[set.part[row]] !== 'synthetic' || rng.uniform() < 0.5);
    return rowsOf(set, rows);
  },
  law: () => null,
};

/** A toy with a law: it takes the first `few` synthetic samples and leaves the rest. */
const few = 20;
const fewer: Step = {
  id: 'fewer',
  name: 'Fewer',
  summary: `Leaves ${few} synthetic samples.`,
  isOn: () => true,
  act(set) {
    const made = Array.from(set.part.keys()).filter((row) => ORIGINS[set.part[row]] === 'synthetic');
    const left = new Set(made.slice(0, few));
    return rowsOf(
      set,
      Array.from(set.part.keys()).filter((row) => ORIGINS[set.part[row]] !== 'synthetic' || left.has(row)),
    );
  },
  law: (recipe) => ({ ...recipe, drawn: few, size: recipe.size - recipe.drawn + few }),
};

/** A toy that gives the real samples half of the weight. */
const half: Step = {
  id: 'half',
  name: 'Half',
  summary: 'Real samples weigh as much as synthetic ones.',
  isOn: () => true,
  weigh({ part }) {
    const made = part.filter((at) => ORIGINS[at] === 'synthetic').length;
    const real = part.length - made;
    const share = made === 0 || real === 0 ? 1 : 0.5;
    return Float64Array.from(part, (at) => share / (ORIGINS[at] === 'synthetic' ? made : real));
  },
  law: () => null,
};

const SMALL = { model: 'gaussian', dim: 2, initialReal: 40, real: 30, synthetic: 50, evaluation: 60, generations: 6, scores: 'none' };
const experimentOf = (keys: Record<string, unknown> = {}) => parseExperiment({ ...SMALL, ...keys }).experiment;

async function generationsOf(keys: Record<string, unknown>, options: RunOptions): Promise<GenerationEvent[]> {
  const generations: GenerationEvent[] = [];
  for await (const event of run(experimentOf(keys), host, options)) if (event.type === 'generation') generations.push(event);
  return generations;
}

const sizesOf = (generations: readonly GenerationEvent[], loop: string) =>
  generations.map(({ lanes }) => lanes.find((lane) => lane.loop === loop)?.trainingSize ?? 0);

describe('a step between sampling and training', () => {
  it('that is off, and no step, change nothing', async () => {
    const without = await generationsOf({ bias: 0.9 }, {});
    expect(await generationsOf({ bias: 0.9 }, { steps: [] })).toEqual(without);
    expect((await generationsOf({ bias: 0.9 }, { steps: [coin] })).map(({ models }) => models)).toEqual(without.map(({ models }) => models));
  });

  it('acts on what is new, from generation 2 on, with a stream of its own', async () => {
    const sizes = sizesOf(await generationsOf({}, { steps: [coin] }), 'fresh-data');
    expect(sizes[0]).toBe(40);
    for (const size of sizes.slice(1)) {
      // 50 coins: within five standard deviations
      expect(size - 30).toBeGreaterThan(25 - 18);
      expect(size - 30).toBeLessThan(25 + 18);
    }
    expect(new Set(sizes.slice(1)).size).toBeGreaterThan(1);
    expect(
      sizesOf(await generationsOf({}, { steps: [fewer, coin] }), 'fully-synthetic')
        .slice(1)
        .every((size) => size <= few),
    ).toBe(true);
  });

  it('knows of every sample where it comes from, and from which generation', async () => {
    const seen: string[] = [];
    const spy: Step = {
      id: 'spy',
      name: 'Spy',
      summary: 'Writes down what it sees.',
      isOn: () => true,
      weigh({ part, born }, { generation }) {
        const kinds = new Set(Array.from(part, (at, row) => `${ORIGINS[at]} ${born[row]}`));
        seen.push(`${generation}: ${[...kinds].sort().join(', ')}`);
        return new Float64Array(part.length).fill(1 / part.length);
      },
      law: (recipe) => recipe,
    };
    await generationsOf({ loop: 'synthetic-augmentation,fresh-data', memory: 'last', span: 2, generations: 4 }, { steps: [spy] });
    expect(seen).toEqual([
      '2: initial 1, synthetic 1',
      '2: fresh 2, synthetic 1',
      '3: initial 1, synthetic 1, synthetic 2',
      '3: fresh 3, synthetic 1, synthetic 2',
      '4: initial 1, synthetic 2, synthetic 3',
      '4: fresh 4, synthetic 2, synthetic 3',
    ]);
    seen.length = 0;
    await generationsOf({ loop: 'fresh-data', memory: 'all', generations: 3 }, { steps: [spy] });
    expect(seen).toEqual(['2: fresh 2, synthetic 1', '3: fresh 3, synthetic 1, synthetic 2']);
  });

  it('acts once: what it has thrown away is not kept by a memory either', async () => {
    const sizes = sizesOf(await generationsOf({ memory: 'all', loop: 'synthetic-augmentation' }, { steps: [fewer] }), 'synthetic-augmentation');
    expect(sizes).toEqual([40, 60, 80, 100, 120, 140]);
  });

  it.each(['previous', 'all', 'last'])('leaves a run that goes on behind kept generations the same (memory %s)', async (memory) => {
    const whole = await generationsOf({ memory, span: 3 }, { steps: [coin] });
    expect(await generationsOf({ memory, span: 3 }, { steps: [coin], kept: whole.slice(0, 4) })).toEqual(whole.slice(4));
  });

  it('takes theory along where it has a law, and silences it, by name, where it has none', async () => {
    const [, second] = await generationsOf({ loop: 'fully-synthetic' }, { steps: [fewer] });
    const [, alone] = await generationsOf({ loop: 'fully-synthetic', synthetic: few }, {});
    expect(second.lanes[0].theory).toEqual(alone.lanes[0].theory);
    const tossed = await generationsOf({ changes: '4:bias=0.9' }, { steps: [coin] });
    expect(tossed[0].lanes[0].theory.theory.a).toBeGreaterThan(0);
    // it has acted, so the models after it are no longer those that theory knows
    for (const { lanes } of tossed.slice(1)) {
      expect(lanes[0].theory).toEqual({ theory: {}, undefined: { theory: 'no theory is known with the step “Coin”' } });
    }
  });

  it.each([{}, { model: 'gaussian-mixture', dataset: 'ring' }])('may give samples weights, where the model weighs: %o', async (keys) => {
    const [, { lanes, models }] = await generationsOf(keys, { steps: [half] });
    const [, plain] = await generationsOf(keys, {});
    const at = lanes.findIndex(({ loop }) => loop === 'fresh-data');
    expect(models[at]).not.toEqual(plain.models[at]);
    expect(lanes[at].trainingSize).toBe(80);
  });
});

it('a Gaussian with weights is that of samples which come more than once', async () => {
  const experiment = experimentOf({ covariance: 'mle' });
  const values = Float64Array.from({ length: 20 }, (_, i) => Math.sin(3 * i) + i / 7);
  const once = { kind: 'points', count: 10, dim: 2, values } as const;
  const times = [1, 3, 2, 1, 1, 4, 1, 2, 1, 1];
  const rows = times.flatMap((count, row) => new Array<number>(count).fill(row));
  const repeated = { ...once, count: rows.length, values: Float64Array.from(rows.flatMap((row) => [values[2 * row], values[2 * row + 1]])) };
  const weight = Float64Array.from(times, (count) => count / rows.length);
  const jobs = [
    { training: once, weight, initial: once, rng: createRng(1) },
    { training: repeated, initial: repeated, rng: createRng(1) },
  ];
  const [weighted, plain] = await finishAsync(gaussian.fit(jobs, experiment, host));
  for (const key of ['mean', 'covariance'] as const) {
    for (const [i, value] of plain.parameters[key].entries()) expect(weighted.parameters[key][i]).toBeCloseTo(value, 12);
  }
  expect(weighted.report.objective).toMatchObject({ value: expect.closeTo((plain.report.objective as { value: number }).value, 12) });
  const [unbiased, alike] = await finishAsync(
    gaussian.fit(
      [
        { training: once, weight: new Float64Array(10).fill(0.1), initial: once, rng: createRng(1) },
        { training: once, initial: once, rng: createRng(1) },
      ],
      { ...experiment, covariance: 'unbiased' },
      host,
    ),
  );
  for (const [i, value] of alike.parameters.covariance.entries()) expect(unbiased.parameters.covariance[i]).toBeCloseTo(value, 12);
});
