import { describe, expect, it } from 'vitest';
import { createNodeHost } from '../../headless/nodeHost';
import type { Step, TrainingSet } from '../contracts';
import { parseExperiment } from '../experimentText';
import type { Hygiene } from '../results';
import { type GenerationEvent, type RunOptions, run } from '../run';
import { ORIGINS, type Origin } from '../trainingSet';
import { steps } from '.';
import { monitor } from './monitor';
import { scheduleOf, shareAt } from './schedule';

const host = createNodeHost('wasm');

const POINTS = { loop: 'fresh-data', initialReal: 40, real: 30, synthetic: 50, components: 3, evaluation: 60, generations: 7, scores: 'recall' };
const GAUSSIAN = { ...POINTS, model: 'gaussian', components: undefined };
const DIGITS = {
  model: 'vae',
  loop: 'fresh-data',
  initialReal: 60,
  real: 40,
  synthetic: 50,
  evaluation: 60,
  generations: 4,
  steps: 12,
  units: 16,
  latent: 2,
  scores: 'recall',
};

async function generationsOf(keys: Record<string, unknown>, options: RunOptions = {}): Promise<GenerationEvent[]> {
  const { experiment, notes } = parseExperiment(Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined)), 'headless');
  expect(notes).toEqual([]);
  const generations: GenerationEvent[] = [];
  for await (const event of run(experiment, host, options)) if (event.type === 'generation') generations.push(event);
  return generations;
}

/** The training sets of one loop alone, from generation 2 on. */
async function trainingSets(keys: Record<string, unknown>, loop: string): Promise<TrainingSet[]> {
  const sets: TrainingSet[] = [];
  const spy: Step = {
    id: 'spy',
    name: 'Spy',
    summary: 'Writes down what it sees.',
    isOn: () => true,
    weigh(set) {
      sets.push(set);
      return null;
    },
    law: (recipe) => recipe,
  };
  await generationsOf({ ...keys, loop }, { steps: [...steps, spy] });
  return sets;
}

const rowsOfOrigin = ({ samples, part }: TrainingSet, origin: Origin) =>
  Array.from({ length: samples.count }, (_, row) => row)
    .filter((row) => ORIGINS[part[row]] === origin)
    .map((row) => samples.values.slice(row * samples.dim, (row + 1) * samples.dim).join());
const archivedRows = (set: TrainingSet) => rowsOfOrigin(set, 'archive');

const modelsOf = (generations: readonly GenerationEvent[]) => generations.map(({ models }) => models);
const sizesOf = (generations: readonly GenerationEvent[]) => generations.map(({ lanes: [lane] }) => lane.trainingSize);
const reportsOf = (generations: readonly GenerationEvent[]) => generations.map(({ lanes: [lane] }) => lane.hygiene as Hygiene);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Whether a count of successes is within five standard deviations of what a binomial gives. */
function expectBinomial(successes: number, trials: number, probability: number): void {
  expect(Math.abs(successes - trials * probability)).toBeLessThan(5 * Math.sqrt(trials * probability * (1 - probability)));
}

describe('a step of the registry', () => {
  it('that is off leaves every bit as it was, and no report', async () => {
    const without = await generationsOf({ ...POINTS, bias: 0.9 }, { steps: [] });
    expect(await generationsOf({ ...POINTS, bias: 0.9 })).toEqual(without);
    expect(without.every(({ lanes }) => lanes.every((lane) => !('hygiene' in lane)))).toBe(true);
  });

  // what takes nothing away and gives nothing leaves the loop as it is
  it.each([
    ['curation that keeps everything', { curation: 'density', keep: 1 }],
    ['a preference of nothing', { curation: 'preference', preference: 0 }],
    ['a detector that sees nothing', { detector: 1e-12, falseAlarms: 0 }],
    ['a monitor that tolerates everything', { monitor: 'recall', tolerance: 10 }],
    ['an archive that gives nothing', { archive: 100, archiveDraw: 0 }],
    ['a web with the share that there is', { web: '0.625,-100,0.1' }],
  ])('%s changes no model', async (_, cure) => {
    const plain = await generationsOf(POINTS);
    const cured = await generationsOf({ ...POINTS, ...cure });
    expect(modelsOf(cured)).toEqual(modelsOf(plain));
    expect(reportsOf(cured).every(({ removedReal, removedSynthetic }) => removedReal + removedSynthetic === 0)).toBe(true);
  });

  it.each(steps.map((step) => [step.id, step] as const))('%s says what it is, and which keys are its own', (_, step) => {
    expect(step.keys?.length).toBeGreaterThan(0);
    expect(step.summary).toMatch(/\.$/);
  });
});

describe('a detector', () => {
  it('removes synthetic and real samples as often as it says, and counts them', async () => {
    const generations = await generationsOf({ ...GAUSSIAN, synthetic: 500, real: 400, detector: 0.7, falseAlarms: 0.1, generations: 12 });
    const reports = reportsOf(generations).slice(1);
    expectBinomial(sum(reports.map(({ removedSynthetic }) => removedSynthetic)), 11 * 500, 0.7);
    expectBinomial(sum(reports.map(({ removedReal }) => removedReal)), 11 * 400, 0.1);
    for (const [at, { removedReal, removedSynthetic, realShare, effectiveRealWeight }] of reports.entries()) {
      const left = 900 - removedReal - removedSynthetic;
      expect(sizesOf(generations)[at + 1]).toBe(left);
      expect(realShare).toBeCloseTo((400 - removedReal) / left, 12);
      expect(effectiveRealWeight).toBe(realShare);
    }
    expect(reportsOf(generations)[0]).toEqual({
      removedReal: 0,
      removedSynthetic: 0,
      realShare: 1,
      effectiveRealWeight: 1,
      alarm: false,
      action: 'none',
      storeSize: 0,
      remark: '',
    });
  });

  it('with refill keeps the size, and real samples by the odds law', async () => {
    const generations = await generationsOf({
      ...GAUSSIAN,
      synthetic: 600,
      real: 200,
      detector: 0.8,
      falseAlarms: 0.05,
      refill: 'true',
      generations: 12,
    });
    expect(sizesOf(generations).slice(1)).toEqual(new Array(11).fill(800));
    const odds = (200 / 600) * (0.95 / 0.2);
    const real = reportsOf(generations)
      .slice(1)
      .map(({ realShare }) => Math.round(800 * Number(realShare)));
    expectBinomial(sum(real), 11 * 800, odds / (1 + odds));
  });

  it('that removes everything leaves what a model needs, and says so', async () => {
    const generations = await generationsOf({ ...GAUSSIAN, detector: 1, falseAlarms: 1 });
    expect(sizesOf(generations)).toEqual([40, 4, 4, 4, 4, 4, 4]);
    expect(reportsOf(generations)[1].remark).toBe('The detector removed nearly everything: 4 samples were added by the model, unseen.');
    const refilled = await generationsOf({ ...GAUSSIAN, detector: 1, falseAlarms: 1, refill: 'true', generations: 3 });
    expect(sizesOf(refilled)).toEqual([40, 4, 4]);
    const archived = await generationsOf({ ...GAUSSIAN, detector: 1, falseAlarms: 1, archive: 50, archiveDraw: 3, generations: 3 });
    expect(sizesOf(archived)).toEqual([40, 4, 4]);
  });

  it('never takes a digit twice, with refill neither', async () => {
    const keys = { ...DIGITS, detector: 0.9, refill: 'true', archive: 80, archiveDraw: 10, archiveGrowth: 5 };
    const sets = await trainingSets(keys, 'fresh-data');
    const digits = sets.flatMap((set) => rowsOfOrigin(set, 'fresh'));
    expect(digits.length).toBeGreaterThan(200);
    expect(new Set(digits).size).toBe(digits.length);
    const stored = new Set(sets.flatMap(archivedRows));
    expect(digits.some((digit) => stored.has(digit))).toBe(false);
  });
});

describe('an archive', () => {
  it('gives the same store to all loops, without replacement, D_1 first, and grows before it is drawn from', async () => {
    const keys = { ...GAUSSIAN, loop: 'fully-synthetic,fresh-data', archive: 60, archiveDraw: 500, archiveGrowth: 5, generations: 4 };
    const [synthetic, fresh] = [await trainingSets(keys, 'fully-synthetic'), await trainingSets(keys, 'fresh-data')].map((sets) =>
      sets.map(archivedRows),
    );
    expect(synthetic.map(({ length }) => length)).toEqual([65, 70, 75]);
    for (const rows of synthetic) expect(new Set(rows).size).toBe(rows.length);
    const store = new Set(synthetic[0]);
    expect(synthetic[2].filter((row) => store.has(row))).toHaveLength(65);
    // what was stored before any loop began is the same for all; what grows is each loop's own
    expect(fresh[0].filter((row) => store.has(row))).toHaveLength(60);
    const first = await trainingSets({ ...keys, archive: 20, archiveGrowth: 0 }, 'synthetic-augmentation');
    const initial = new Set(rowsOfOrigin(first[0], 'initial'));
    expect(archivedRows(first[0])).toHaveLength(20);
    expect(archivedRows(first[0]).every((row) => initial.has(row))).toBe(true);
    expect(reportsOf(await generationsOf(keys)).map(({ storeSize }) => storeSize)).toEqual([60, 65, 70, 75]);
  });
});

describe('weights', () => {
  it('give all real samples together what they say', async () => {
    for (const [realWeight, expected] of [
      [0.618, 0.618],
      ['optimal', 0.4279],
    ] as const) {
      const [, second] = reportsOf(await generationsOf({ ...GAUSSIAN, real: 64, synthetic: 200, realWeight, generations: 2 }));
      expect(second.effectiveRealWeight).toBeCloseTo(expected, 4);
      expect(second.realShare).toBeCloseTo(64 / 264, 12);
    }
  });

  it('count as they are where a side is empty', async () => {
    const plain = await generationsOf({ ...GAUSSIAN, loop: 'fully-synthetic' });
    expect(modelsOf(await generationsOf({ ...GAUSSIAN, loop: 'fully-synthetic', realWeight: 0.9 }))).toEqual(modelsOf(plain));
  });
});

describe('a web that fills up', () => {
  it('shares out the same number of new samples by its schedule', async () => {
    const web = '0.98,5,2';
    const generations = await generationsOf({ ...GAUSSIAN, web });
    const schedule = scheduleOf(web);
    expect(sizesOf(generations).slice(1)).toEqual(new Array(6).fill(80));
    for (const [at, { realShare }] of reportsOf(generations).entries()) {
      if (at > 0 && schedule) expect(Math.round(80 * (1 - Number(realShare)))).toBe(Math.floor(80 * shareAt(schedule, at + 1) + 0.5));
    }
  });
});

describe('curation', () => {
  it('by density keeps the densest, by preference what is near the favourite', async () => {
    const spread = async (cure: Record<string, unknown>) => {
      const [, { lanes }] = await generationsOf({ ...GAUSSIAN, loop: 'fully-synthetic', synthetic: 4000, generations: 2, ...cure });
      return lanes[0].truth;
    };
    const plain = await spread({});
    // of a plane's normal points the densest half: .307 of the variance (cures: F_4(c)/F_2(c))
    expect(Number((await spread({ curation: 'density' })).traceOverDim) / Number(plain.traceOverDim)).toBeCloseTo(0.307, 1);
    const preferred = await spread({ curation: 'preference', preference: 1 });
    expect(Number(preferred.traceOverDim) / Number(plain.traceOverDim)).toBeCloseTo(0.5, 1);
    // (kappa v x*)/(1 + kappa v): half of the way to the point liked, with the first model's own error
    expect(Math.sqrt(Number(preferred.meanSquared))).toBeGreaterThan(0.3);
  });

  it('takes any sample where nothing pleases, and says so', async () => {
    const generations = await generationsOf({
      ...POINTS,
      initialReal: 10,
      synthetic: 10,
      curation: 'preference',
      preference: 5,
      favourite: 4,
      generations: 8,
    });
    expect(sizesOf(generations).slice(1)).toEqual(new Array(7).fill(40));
    const unlikely = await generationsOf({
      ...GAUSSIAN,
      dim: 100,
      initialReal: 300,
      synthetic: 10,
      curation: 'preference',
      preference: 5,
      generations: 2,
    });
    expect(reportsOf(unlikely)[1].remark).toBe('Hardly anything pleased: after 2000 candidates the last 10 samples were taken as they came.');
  });

  it('of digits by confidence makes them surer', async () => {
    const [plain, curated] = [
      await generationsOf({ ...DIGITS, scores: 'confidence' }),
      await generationsOf({ ...DIGITS, curation: 'confidence', keep: 0.2 }),
    ];
    expect(sizesOf(curated)).toEqual(sizesOf(plain));
    expect(modelsOf(curated)[1]).not.toEqual(modelsOf(plain)[1]);
    const liked = await generationsOf({ ...DIGITS, curation: 'preference', preference: 3, favourite: 7 });
    expect(sizesOf(liked)).toEqual(sizesOf(plain));
  });
});

describe('a monitor', () => {
  const WATCHED = { ...POINTS, components: undefined, loop: 'fully-synthetic', evaluation: 200, generations: 14, monitor: 'recall', tolerance: 0.05 };

  it('rolls a worse model back', async () => {
    const generations = await generationsOf({ ...WATCHED, action: 'rollback' });
    const alarms = generations.filter(({ decisions }) => decisions?.[0] === 'rollback');
    expect(alarms.length).toBeGreaterThan(0);
    for (const { generation, models, lanes } of alarms) {
      expect(models[0]).toBe(generations[generation - 2].models[0]);
      expect(lanes[0].hygiene).toMatchObject({ alarm: true, action: 'rollback' });
      expect(lanes[0].trainingSize).toBe(50);
    }
  });

  it('stops at a worse model, for good', async () => {
    const generations = await generationsOf({ ...WATCHED, action: 'stop' });
    const at = generations.findIndex(({ decisions }) => decisions?.[0] === 'stop');
    expect(at).toBeGreaterThan(0);
    for (const { models } of generations.slice(at)) expect(models[0]).toBe(generations[at - 1].models[0]);
    for (const { lanes } of generations.slice(at + 1)) {
      expect(lanes[0]).toMatchObject({
        trainingSize: 0,
        fit: { iterations: 0, objective: null },
        hygiene: { alarm: false, action: 'stop', realShare: null },
      });
    }
    // switched off, it lets the loop go on
    const again = await generationsOf({ ...WATCHED, action: 'stop', changes: `${at + 3}:monitor=none` });
    expect(sizesOf(again).slice(at + 1)).toEqual([0, ...new Array(WATCHED.generations - at - 2).fill(50)]);
  });

  it('gives the next training set the first real data', async () => {
    const generations = await generationsOf(WATCHED);
    for (const { generation, decisions } of generations.slice(0, -1)) {
      expect(sizesOf(generations)[generation]).toBe(decisions?.[0] === 'archive' ? 90 : 50);
    }
    expect(generations.some(({ decisions }) => decisions?.[0] === 'archive')).toBe(true);
  });

  it('takes a model that can be scored no more for a worse one', () => {
    const { experiment } = parseExperiment({ monitor: 'frechetDistance', action: 'stop' });
    expect(monitor.judge?.(Number.NaN, 0.1, experiment)).toBe('stop');
  });
});

describe('all of them', () => {
  const ALL = {
    detector: 0.5,
    archive: 60,
    archiveDraw: 9,
    archiveGrowth: 2,
    realWeight: 0.6,
    curation: 'density',
    keep: 0.7,
    monitor: 'recall',
    tolerance: 0.02,
  };

  it.each(['previous', 'all', 'last'])('go on behind every kept generation to the same numbers (memory %s)', async (memory) => {
    for (const action of ['rollback', 'archive', 'stop']) {
      const keys = { ...POINTS, ...ALL, memory, span: 3, action, loop: 'fully-synthetic,fresh-data', changes: '4:detector=0.8;5:refill=true' };
      const whole = await generationsOf(keys);
      for (const at of [1, 3, 5]) expect(await generationsOf(keys, { kept: whole.slice(0, at) })).toEqual(whole.slice(at));
    }
  });

  it('give a lane the same numbers alone as beside others', async () => {
    const beside = await generationsOf({ ...POINTS, ...ALL, loop: 'fully-synthetic,synthetic-augmentation,fresh-data' });
    const alone = await generationsOf({ ...POINTS, ...ALL, loop: 'synthetic-augmentation' });
    expect(alone.map(({ lanes }) => lanes)).toEqual(beside.map(({ lanes }) => lanes.filter(({ loop }) => loop === 'synthetic-augmentation')));
  });
});
