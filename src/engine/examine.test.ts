import { describe, expect, it } from 'vitest';
import { createNodeHost } from '../headless/nodeHost';
import { scoreAgain } from './examine';
import { parseExperiment } from './experimentText';
import { openLaboratory } from './laboratory';
import { finishAsync } from './math/steps';
import { metrics } from './metrics';
import { models } from './models';
import { type GenerationEvent, type RunOptions, run } from './run';

const SMALL = { generations: 3, replicates: 2, initialReal: 60, real: 40, synthetic: 50, evaluation: 60, k: 3 };
const OF_MODEL: Readonly<Record<string, object>> = { vae: { units: 16, latent: 2, steps: 12, evaluation: 60 } };

async function computed(keys: object, options: RunOptions = {}) {
  const { experiment } = parseExperiment({ ...SMALL, ...keys, changes: '3:bias=0.8' });
  const generations: GenerationEvent[] = [];
  for await (const event of run(experiment, createNodeHost('wasm'), options)) if (event.type === 'generation') generations.push(event);
  return { experiment, generations };
}

describe.each(models.map(({ id }) => id))('scores of %s that nobody looked at', (model) => {
  const keys = { model, ...OF_MODEL[model] };

  it('are the same when they are computed later, and cost nothing before', async () => {
    const whole = await computed(keys);
    const bare = await computed(keys, { scores: () => ['recall'] });
    const ids = metrics.map(({ id }) => id).filter((id) => id in whole.generations[0].lanes[0].scores);
    expect(Object.keys(bare.generations[0].lanes[0].scores)).toEqual(['recall']);
    const rest = ids.filter((id) => id !== 'recall');
    const lab = await openLaboratory(bare.experiment, createNodeHost('wasm'));
    for (const [at, generation] of bare.generations.entries()) {
      const later = await finishAsync(scoreAgain(lab, generation, bare.generations[0], rest));
      for (const [lane, { loop, replicate, scores, undefined: reasons }] of later.entries()) {
        const wanted = whole.generations[at].lanes[lane];
        const first = generation.lanes[lane];
        expect({ loop, replicate }).toEqual({ loop: wanted.loop, replicate: wanted.replicate });
        expect({ ...first.scores, ...scores }).toEqual(wanted.scores);
        expect({ ...first.undefined, ...reasons }).toEqual(wanted.undefined);
        // all else does not depend on who looks
        expect({ ...first, scores: {}, undefined: {} }).toEqual({ ...wanted, scores: {}, undefined: {} });
      }
    }
  });
});

it('what is looked at may change while a run goes on', async () => {
  let scores = ['recall'];
  const asked: string[][] = [];
  const { experiment } = parseExperiment({ ...SMALL, model: 'gaussian' });
  for await (const event of run(experiment, createNodeHost('cpu'), { scores: () => scores })) {
    if (event.type !== 'generation') continue;
    asked.push(Object.keys(event.lanes[0].scores));
    scores = ['frechetDistance', 'vendi'];
  }
  expect(asked).toEqual([['recall'], ['frechetDistance', 'vendi'], ['frechetDistance', 'vendi']]);
});
