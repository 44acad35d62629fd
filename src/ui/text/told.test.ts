import fc from 'fast-check';
import { expect, it } from 'vitest';
import { catalogue } from '../../engine/catalogue';
import { parseExperiment, parseQuery } from '../../engine/experimentText';
import { PRESETS } from '../../presets/presets';
import { toldScore } from '../../presets/toldScore';
import { aliveModes, frameOf, laneOf } from '../../store/testing/frames';
import { narrate } from './narration';

const told = catalogue.metrics.filter(({ isTold }) => isTold).map(({ id }) => id);

it('sentences read no score but those that are marked as told, and so are always computed', () => {
  const read = new Set<string>();
  const value = fc.double({ min: 0, max: 1, noNaN: true });
  const all = fc.record(Object.fromEntries(catalogue.metrics.map(({ id }) => [id, value])));
  fc.assert(
    fc.property(fc.constantFrom('gaussian', 'gaussian-mixture', 'vae', 'ngram'), fc.array(all, { minLength: 2, maxLength: 9 }), (model, scores) => {
      const { experiment } = parseExperiment({ model, changes: '2:bias=0.5' });
      const frames = scores.map((ofFrame, t) =>
        frameOf(
          t + 1,
          experiment.loop.map((loop) =>
            laneOf(loop, {
              shares: aliveModes(t % 2 === 0 ? '1111' : '1000'),
              scores: new Proxy(ofFrame, {
                get(target, name) {
                  read.add(String(name));
                  return target[String(name)];
                },
              }),
            }),
          ),
        ),
      );
      narrate(frames, experiment, true, null);
    }),
  );
  expect(read).toContain('recall');
  expect([...read].filter((id) => catalogue.metrics.some((metric) => metric.id === id) && !told.includes(id))).toEqual([]);
});

it('so is what a preset tells of, unless its link names it, or it is an exact value', () => {
  for (const preset of PRESETS) {
    const score = toldScore(preset);
    const { scores } = parseQuery(preset.query).experiment;
    const isNamed = scores.length < catalogue.metrics.length && scores.includes(score);
    const isExact = catalogue.truths.some(({ id }) => id === score);
    expect(told.includes(score) || isNamed || isExact, preset.title).toBe(true);
  }
});
