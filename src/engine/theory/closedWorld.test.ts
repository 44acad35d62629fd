import { expect, it } from 'vitest';
import { unaccounted } from '../claims';
import { gaussianData } from '../datasets/gaussian';
import { type Experiment, LIVE_KEYS, SCHEMA } from '../experiment';
import { parseExperiment } from '../experimentText';
import { loops } from '../loops';
import { models } from '../models';
import { byId } from '../registry';
import { steps } from '../steps';
import { theoryOf } from '.';

/** A value off the default, for every live key that there is: a new one without a line here fails, and asks whether theory knows of it. */
const OFF: Readonly<Record<(typeof LIVE_KEYS)[number], string | number>> = { memory: 'all', span: 9, real: 3, synthetic: 30, bias: 0.7, steps: 50 };

const theoryAt = (experiment: Experiment, t: number) =>
  theoryOf(byId(loops, 'fresh-data'), experiment, gaussianData.density?.(experiment) ?? null, false)(t);

it.each(LIVE_KEYS)('a law takes %s into account, or says nothing of a run with it', (key) => {
  for (const { id, theory } of models) {
    const keys = { model: id, loop: 'fresh-data', ...(id === 'vae' ? {} : { dataset: 'gaussian' }), ...(key === 'span' ? { memory: 'last' } : {}) };
    const plain = parseExperiment(keys, 'headless').experiment;
    const changed = parseExperiment({ ...keys, [key]: OFF[key] }, 'headless').experiment;
    if (!theory || !SCHEMA[key].applies(changed)) continue;
    expect(changed[key], `${key}: a value off its default in OFF`).not.toBe(SCHEMA[key].fallback(changed));
    expect(unaccounted(changed, 9, [])).not.toBeNull();
    const isKnown = theory.accountsFor.includes(key) || steps.some(({ keys }) => keys?.includes(key));
    if (isKnown) expect(theoryAt(changed, 9), `${id}, ${key}`).not.toEqual(theoryAt(plain, 9));
    else expect(theoryAt(changed, 9).theory, `${id}, ${key}`).toEqual({});
  }
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
