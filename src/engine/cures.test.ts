import { describe, expect, it } from 'vitest';
import { createNodeHost } from '../headless/nodeHost';
import { hygieneOf } from '../store/testing/frames';
import { computedScores, curesOn } from './cures';
import { DATASETS } from './datasets/about';
import { parseExperiment, printQuery } from './experimentText';
import { METRICS } from './metrics/about';
import { realWeightIn } from './metrics/effectiveRealWeight';
import { run } from './run';
import { STEP_KEYS } from './steps/about';

const experimentOf = (query: string) => parseExperiment(Object.fromEntries(new URLSearchParams(query))).experiment;
const OF_CURES = ['effectiveRealWeight', 'confidence'];
const OF_STAINS = ['stainShare', 'stainInk'];

describe('a cure', () => {
  const CURED = ['detector=0.5', 'curation=density', 'archive=100', 'realWeight=0.6', 'web=1,20,4', 'monitor=recall'];

  it.each([...CURED, ...CURED.filter((query) => !query.startsWith('archive')).map((query) => `changes=5:${query}`)])('is on with %s', (query) => {
    expect(curesOn(experimentOf(query.startsWith('changes') && query.includes('web') ? 'changes=5:web=1 20 4' : query))).toBe(
      !query.includes('5:web'),
    );
  });

  it.each(['', 'memory=last', 'real=7&changes=3:bias=0.8', 'falseAlarms=0.5&keep=0.3&archiveDraw=9&tolerance=1'])('is off with %j', (query) => {
    expect(curesOn(experimentOf(query))).toBe(false);
  });

  it('has a key that switches it on', () => {
    const keys = CURED.map((query) => query.slice(0, query.indexOf('=')));
    expect(
      Object.entries(STEP_KEYS)
        .filter(([, spec]) => !('waits' in spec))
        .map(([key]) => key)
        .sort(),
    ).toEqual(keys.sort());
    expect(curesOn(experimentOf('detector=0.5'), 'curation')).toBe(false);
    expect(curesOn(experimentOf('changes=9:curation=density'), 'curation')).toBe(true);
  });
});

describe('scores of cures', () => {
  const others = METRICS.map(({ id }): string => id).filter((id) => !OF_CURES.includes(id) && !OF_STAINS.includes(id));

  it('are among all where one is on, and where they are asked for by name', () => {
    expect(computedScores(experimentOf(''))).toEqual(others);
    expect(computedScores(experimentOf('scores=all'))).toEqual(others);
    expect(new Set(computedScores(experimentOf('changes=5:detector=0.5')))).toEqual(new Set([...others, ...OF_CURES]));
    expect(computedScores(experimentOf('scores=recall,confidence'))).toEqual(['recall', 'confidence']);
    expect(computedScores(experimentOf('detector=0.5&scores=recall'))).toEqual(['recall']);
    expect(computedScores(experimentOf('scores=none&detector=0.5'))).toEqual([]);
  });

  it('are computed where they are wanted, and nowhere else', async () => {
    const small = 'dataset=digits&steps=10&initialReal=64&synthetic=64&real=64&evaluation=60&generations=1&loop=fresh-data';
    const laneOf = async (query: string) => {
      for await (const event of run(experimentOf(`${small}&${query}`), createNodeHost('wasm'), { noise: true }))
        if (event.type === 'generation') return event.lanes[0];
      return expect.fail('no generation');
    };
    const plain = await laneOf('');
    expect(Object.keys(plain.scores)).toEqual(
      others.filter((id) => METRICS.some((metric) => metric.id === id && (metric.kinds as readonly string[]).includes('images'))),
    );
    const cured = await laneOf('changes=2:detector=0.5');
    expect(cured.scores).toMatchObject({ ...plain.scores, effectiveRealWeight: null });
    expect(cured.scores.confidence).toBeGreaterThan(0.2);
    expect(cured.undefined.effectiveRealWeight).toMatch(/a training set that a cure has acted on/);
  });

  it('leave links as they are', () => {
    expect(printQuery(experimentOf('scores=all'))).toBe('v=1');
    expect(printQuery(experimentOf('scores=confidence'))).toContain('scores=confidence');
  });

  it('take the weight of real data from what the steps did, where it is wanted', () => {
    const scored = { scores: { recall: 1, effectiveRealWeight: null }, undefined: { effectiveRealWeight: 'why', vendi: 'other' } };
    const hygiene = hygieneOf({ effectiveRealWeight: 0.6 });
    const cured = experimentOf('detector=0.5');
    expect(realWeightIn(cured)(scored, hygiene)).toEqual({ scores: { recall: 1, effectiveRealWeight: 0.6 }, undefined: { vendi: 'other' } });
    expect(realWeightIn(cured)({ scores: {}, undefined: {} }, hygiene).scores).toEqual({ effectiveRealWeight: 0.6 });
    expect(realWeightIn(cured)(scored, undefined)).toBe(scored);
    expect(realWeightIn(experimentOf('detector=0.5&scores=recall'))(scored, hygiene)).toBe(scored);
  });
});

it('scores of one dataset are none of any other, not even by name', () => {
  for (const { id } of DATASETS.filter(({ id }) => id !== 'stained-digits')) {
    for (const scores of ['all', 'recall,stainShare,stainInk'])
      expect(computedScores(experimentOf(`dataset=${id}&curation=preference&scores=${scores}`)), id).not.toEqual(
        expect.arrayContaining([expect.stringMatching('stain')]),
      );
  }
  expect(computedScores(experimentOf('dataset=stained-digits'))).toEqual(expect.arrayContaining(OF_STAINS));
  expect(computedScores(experimentOf('dataset=stained-digits&scores=stainShare'))).toEqual(['stainShare']);
  expect(printQuery(experimentOf('dataset=stained-digits&scores=all'))).toBe('v=1&model=vae&dataset=stained-digits');
});
