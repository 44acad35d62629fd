import { expect, it } from 'vitest';
import { catalogue } from '../../engine/catalogue';
import { parseExperiment } from '../../engine/experimentText';
import { layout, widthOfOne } from './geometry';
import { lightFrames } from './light';
import { trainingSet } from './trainingSet';

const { experiment } = parseExperiment({ initialReal: 64, real: 40, synthetic: 200 });
const framesOf = (id: string, t: number) => {
  const loop = catalogue.loops.find((each) => each.id === id);
  if (!loop) throw new Error(id);
  return lightFrames(layout(loop, trainingSet(loop, experiment, t), widthOfOne(264)));
};

it('a light is moved and shown, nothing else: what the compositor does without painting', () => {
  for (const { id } of catalogue.loops) {
    for (const t of [1, 2]) {
      const { own, real } = framesOf(id, t);
      for (const frame of [...own, ...real]) expect(Object.keys(frame).sort()).toEqual(['offset', 'opacity', 'transform']);
    }
  }
});

it('it takes the whole of its time, forwards, unseen at both ends and in the model', () => {
  const { own, real } = framesOf('fresh-data', 5);
  for (const frames of [own, real]) {
    const offsets = frames.map(({ offset }) => Number(offset));
    expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
    expect([offsets[0], offsets.at(-1), frames[0].opacity, frames.at(-1)?.opacity]).toEqual([0, 1, 0, 0]);
  }
  const pauses = own.filter(({ opacity }, i) => opacity === 0 && own[i + 1]?.opacity === 0);
  expect(pauses.length).toBeGreaterThan(0);
});

it('it ends where it began, and real data go in with it, where there are any', () => {
  const { own, real } = framesOf('synthetic-augmentation', 5);
  expect(own.at(-1)?.transform).toBe(own[0].transform);
  const arrival = real.findLast(({ opacity }) => opacity !== 0)?.offset;
  expect(own.some(({ offset, opacity }) => offset === arrival && opacity !== 0)).toBe(true);
  expect(framesOf('fully-synthetic', 5).real).toEqual([]);
  expect(framesOf('fully-synthetic', 1).real).not.toEqual([]);
});
