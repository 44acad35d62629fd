import { expect, it } from 'vitest';
import { createNodeHost } from '../../headless/nodeHost';
import type { Rng } from '../contracts';
import { type Experiment, LIVE_KEYS, SCHEMA } from '../experiment';
import { parseExperiment, parseQuery, printQuery } from '../experimentText';
import type { KeySpec } from '../keys/key';
import { createRng } from '../rng';
import { run } from '../run';
import { STEP_KEYS } from './about';

const host = createNodeHost('wasm');

const pick = <Entry>(rng: Rng, entries: readonly Entry[]): Entry => entries[rng.integer(entries.length)];

/** A value of a key, its ends among them. */
function anyValue(rng: Rng, key: string, spec: KeySpec): string | number {
  if (key === 'web') return pick(rng, ['', '.98,2,1', '1,-100,.1', '0,3,1', '.5,2000,1000']);
  if (key === 'realWeight') return pick(rng, ['count', 'optimal', 0.01, 0.618, 0.99]);
  // the 20,000 of an archive, say, would take the time of all others together
  const most: Readonly<Record<string, number>> = { archive: 60, archiveDraw: 60, archiveGrowth: 9, span: 5, steps: 12 };
  if (spec.type === 'choice') return pick(rng, spec.options).id;
  if (spec.type !== 'integer' && spec.type !== 'number') throw new Error(`a value of ${key}`);
  const max = most[key] ?? spec.max;
  const value = pick(rng, [spec.min, spec.fallback({ model: '', dataset: 'ring' }), max, spec.min + rng.uniform() * (max - spec.min)]);
  return spec.type === 'integer' ? Math.min(max, Math.round(value)) : value;
}

const CURES = [...Object.keys(STEP_KEYS), 'memory', 'span', 'warmStart', 'neon'] as (keyof Experiment)[];

const DATASETS_OF: Readonly<Record<string, readonly string[]>> = { vae: ['digits'], ngram: ['names', 'moby-dick', 'addresses', 'own-text'] };

/** An experiment of all cures at random, some of them changed on the way. */
function anyKeys(rng: Rng, model: string): Record<string, string | number> {
  const keys: Record<string, string | number> = {
    model,
    dataset: pick(rng, DATASETS_OF[model] ?? ['ring', 'long-tail', 'moons', 'drawn', 'gaussian']),
    loop: pick(rng, ['fully-synthetic', 'synthetic-augmentation', 'fresh-data', 'fully-synthetic,fresh-data', 'synthetic-augmentation,fresh-data']),
    initialReal: pick(rng, [10, 30]),
    real: pick(rng, [0, 1, 20]),
    synthetic: pick(rng, [10, 40]),
    bias: pick(rng, [0, 0.8, 1, 1.5]),
    evaluation: 50,
    generations: 3,
    scores: 'frechetDistance',
    seed: rng.integer(1000),
    ...(model === 'gaussian-mixture' ? { components: pick(rng, [1, 5]) } : {}),
    ...(model === 'vae' ? { steps: 10, units: 16, latent: 2 } : {}),
    ...(model === 'ngram' ? { order: pick(rng, [0, 2, 5]), smoothing: pick(rng, [0, 0.5, 10]), unit: pick(rng, ['letters', 'words']) } : {}),
  };
  for (const key of CURES) if (rng.uniform() < 0.6) keys[key] = anyValue(rng, key, SCHEMA[key as keyof typeof SCHEMA]);
  const live = CURES.filter((key) => (LIVE_KEYS as readonly string[]).includes(key));
  const changes = [2, 3].map((t) => {
    const key = pick(rng, live);
    return `${t}:${key}=${anyValue(rng, key, SCHEMA[key as keyof typeof SCHEMA])}`;
  });
  return rng.uniform() < 0.5 ? { ...keys, changes: changes.join(';') } : keys;
}

/** Numbers that are none, and where they stand. */
function notFinite(value: unknown, path: string): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (ArrayBuffer.isView(value)) return [...(value as Float64Array)].every(Number.isFinite) ? [] : [path];
  return value && typeof value === 'object' ? Object.entries(value).flatMap(([key, inner]) => notFinite(inner, `${path}.${key}`)) : [];
}

/** 650 in all: most of them of the models that take no time. */
it.each([
  ['gaussian', 260],
  ['gaussian-mixture', 200],
  ['vae', 40],
  ['ngram', 150],
])('any cures together run on %s without a number that is none, an error or a leak', async (model, times) => {
  const { tf } = await host.tensors();
  const before = tf.memory().numTensors;
  for (let i = 0; i < times; i++) {
    const { experiment } = parseExperiment(anyKeys(createRng(i).fork(model), model));
    const link = printQuery(experiment);
    expect(printQuery(parseQuery(link).experiment), link).toBe(link);
    expect(parseQuery(link).notes, link).toEqual([]);
    for await (const event of run(experiment, host)) {
      if (event.type !== 'generation') continue;
      expect(notFinite([event.lanes, event.models], link)).toEqual([]);
      for (const { loop, trainingSize, hygiene } of event.lanes) {
        expect(trainingSize, `${link} ${loop}`).toBeGreaterThanOrEqual(hygiene?.action === 'stop' && !hygiene.alarm ? 0 : 3);
        for (const share of [hygiene?.realShare, hygiene?.effectiveRealWeight]) if (share) expect(share).toBeLessThanOrEqual(1 + 1e-12);
      }
    }
  }
  expect(tf.memory().numTensors).toBe(before);
});

it.each([
  [
    { detector: 0.8, refill: 'true', loop: 'synthetic-augmentation' },
    'refill=true needs new real data each generation, which only the loop “Fresh data” gets.',
    { refill: 'false' },
  ],
  [
    { web: '.9,5,1', loop: 'fully-synthetic' },
    'web=0.9,5,1 needs new real data each generation, which only the loop “Fresh data” gets.',
    { web: '' },
  ],
  [
    { web: '2,5,1' },
    'web=2,5,1 is not empty, or max,middle,width with max from 0 to 1, middle from -100 to 2000 and width from 0.1 to 1000.',
    { web: '1,5,1' },
  ],
  [
    { web: 'much' },
    'web=much is not empty, or max,middle,width with max from 0 to 1, middle from -100 to 2000 and width from 0.1 to 1000.',
    { web: '' },
  ],
  [{ realWeight: 'heavy' }, 'realWeight=heavy is not count, optimal, or a number from 0.01 to 0.99.', { realWeight: 'count' }],
  [{ realWeight: 1 }, 'realWeight=1 is not count, optimal, or a number from 0.01 to 0.99.', { realWeight: 0.99 }],
  [{ curation: 'density', model: 'vae' }, 'curation=density needs points, whose true density is known.', { curation: 'none' }],
  [{ curation: 'confidence' }, 'curation=confidence needs digits, which a classifier reads.', { curation: 'none' }],
  [{ curation: 'preference', favourite: 9 }, 'favourite=9 is not one of the 8 of “Ring”, 0 to 7.', { favourite: 7 }],
  [{ curation: 'preference', favourite: 2, dataset: 'moons' }, 'favourite=2 names none: the data “Moons” have no modes.', { favourite: 0 }],
  [
    { changes: '5:curation=confidence' },
    'changes: curation=confidence needs digits, which a classifier reads.',
    { changes: [{ generation: 5, settings: { curation: 'none' } }] },
  ],
  [
    { curation: 'preference', dataset: 'own-text' },
    'curation=preference needs points, digits, names or a book: of your own text nothing is known to choose by.',
    { curation: 'none' },
  ],
  [{ monitor: 'wordsAlive' }, 'monitor=wordsAlive needs text.', { monitor: 'none' }],
  [{ unit: 'words', dataset: 'names' }, 'unit=words needs a book; names and your own text go by letters.', { unit: 'letters', order: 3 }],
  [{ unit: 'words', order: 8, dataset: 'moby-dick' }, 'order=8 goes to 3 words at most.', { unit: 'words', order: 3 }],
  [{ text: 'a b c', dataset: 'own-text' }, 'text=a b c has 1 lines; it needs 10.', { text: '' }],
  [{ neon: 1 }, 'neon has no meaning for model=gaussian-mixture.', { neon: 0 }],
] as const)('what goes together with nothing is refused with what it needs: %o', (keys, problem, taken) => {
  const { experiment, notes } = parseExperiment(keys, 'headless');
  expect(notes.map((note) => note.problem)).toEqual([problem]);
  expect(experiment).toMatchObject(taken);
});

it('a schedule and a weight are read in links and among changes', () => {
  const { experiment, notes } = parseQuery('web=.98%2C20%2C4&real-weight=optimal&changes=3:web=.5,2.5,.5,real=3;4:realWeight=0,5,web=');
  expect(notes).toEqual([]);
  expect(experiment).toMatchObject({ web: '0.98,20,4', realWeight: 'optimal' });
  expect(experiment.changes).toEqual([
    { generation: 3, settings: { web: '0.5,2.5,0.5', real: 3 } },
    { generation: 4, settings: { realWeight: 0.5, web: '' } },
  ]);
  expect(printQuery(experiment)).toBe('v=1&realWeight=optimal&web=0.98,20,4&changes=3:web=0.5,2.5,0.5,real=3;4:realWeight=0.5,web=');
});
