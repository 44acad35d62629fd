import { expect, it } from 'vitest';
import { createNodeHost } from '../../headless/nodeHost';
import { unaccounted } from '../claims';
import { datasets } from '../datasets';
import { type Experiment, LIVE_KEYS, type LiveKey, SCHEMA } from '../experiment';
import { parseExperiment } from '../experimentText';
import { loops } from '../loops';
import { models } from '../models';
import { byId } from '../registry';
import { createRng } from '../rng';
import { steps } from '../steps';
import { theoryOf } from '.';

type Keys = Readonly<Record<string, string | number>>;

/** A value off the default, for every live key that there is: a new one without a line here fails, and asks whether theory knows of it. */
const OFF: Readonly<Record<LiveKey, string | number>> = {
  memory: 'all',
  span: 9,
  real: 3,
  synthetic: 30,
  bias: 0.7,
  smoothing: 1,
  detector: 0.6,
  falseAlarms: 0.2,
  refill: 'true',
  curation: 'density',
  keep: 0.3,
  preference: 0.2,
  favourite: 3,
  archiveDraw: 7,
  archiveGrowth: 5,
  realWeight: 0.4,
  web: '0.9,5,2',
  monitor: 'recall',
  tolerance: 0.3,
  action: 'stop',
  steps: 50,
  warmStart: 'true',
};

/** What a key needs to mean anything. */
const WITH: Partial<Record<LiveKey, Keys>> = {
  span: { memory: 'last' },
  falseAlarms: { detector: 0.6 },
  refill: { detector: 0.6 },
  keep: { curation: 'density' },
  preference: { curation: 'preference' },
  favourite: { curation: 'preference', dataset: 'ring' },
  archiveDraw: { archive: 100 },
  archiveGrowth: { archive: 100 },
  tolerance: { monitor: 'recall' },
  action: { monitor: 'recall' },
};

async function theoryAt(experiment: Experiment, t: number) {
  const dataset = byId(datasets, experiment.dataset);
  const { given } = byId(models, experiment.model);
  const host = createNodeHost('cpu');
  const ofReplicate = given && (await given(await dataset.open(experiment, createRng(1), host).initial(experiment.initialReal), experiment, host));
  return theoryOf(byId(loops, 'fresh-data'), experiment, dataset.density?.(experiment) ?? null, false, steps, ofReplicate)(t);
}

/** What curates points has nothing to go by in text. */
const offFor = ({ kind }: (typeof models)[number], key: LiveKey) => (kind === 'text' && key === 'curation' ? 'preference' : OFF[key]);

const keysOf = ({ id, kind }: (typeof models)[number], key: LiveKey): Keys => ({
  model: id,
  loop: 'fresh-data',
  ...(kind === 'points' ? { dataset: 'gaussian' } : {}),
  // its law holds without smoothing
  ...(kind === 'text' ? { smoothing: 0 } : {}),
  ...WITH[key],
  ...(kind === 'text' && WITH[key]?.curation ? { curation: 'preference', dataset: 'names' } : {}),
});

it.each(LIVE_KEYS)('a law takes %s into account, or says nothing of a run with it', async (key) => {
  for (const model of models) {
    const { id, theory } = model;
    const keys = keysOf(model, key);
    const plain = parseExperiment(keys, 'headless').experiment;
    const changed = parseExperiment({ ...keys, [key]: offFor(model, key) }, 'headless').experiment;
    if (!theory || !SCHEMA[key].applies(changed)) continue;
    expect(changed[key], `${key}: a value off its default in OFF`).not.toBe(SCHEMA[key].fallback(changed));
    expect(unaccounted(changed, 9, [])).not.toBeNull();
    const said = await theoryAt(changed, 9);
    // the law of a step's key may have nothing to say with it
    const isOfStep = steps.some(({ keys }) => keys?.includes(key)) && Object.keys(said.theory).length > 0;
    if (theory.accountsFor.includes(key) || isOfStep) expect(said, `${id}, ${key}`).not.toEqual(await theoryAt(plain, 9));
    else expect(said.theory, `${id}, ${key}`).toEqual({});
  }
});

it.each(LIVE_KEYS)('%s means something to a model or a step, with its value in OFF', (key) => {
  const means = models.some((model) => {
    const { experiment, notes } = parseExperiment({ ...keysOf(model, key), [key]: OFF[key] }, 'headless');
    return notes.length === 0 && SCHEMA[key].applies(experiment) && experiment[key] !== SCHEMA[key].fallback(experiment);
  });
  expect(means).toBe(true);
});

it('a law that does not know of a key is silent from the generation on in which it is off its default', () => {
  const { experiment } = parseExperiment({ changes: '4:bias=0.5;6:bias=1' }, 'headless');
  const [before, during, after] = [3, 4, 9].map((t) => unaccounted(experiment, t, ['memory', 'span', 'real', 'synthetic']));
  expect([before, during, after]).toEqual([null, 'bias', 'bias']);
});

it('what comes later, and a key without effect, silence nothing', () => {
  const { experiment } = parseExperiment({ span: 9, changes: '30:memory=last' });
  expect([5, 29, 30].map((t) => unaccounted(experiment, t, ['memory']))).toEqual([null, null, 'span']);
});
