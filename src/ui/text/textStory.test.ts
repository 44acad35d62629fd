import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import type { NoiseFloor } from '../../protocol/messages';
import { aliveModes, frameOf, laneOf } from '../../store/testing/frames';
import { metricsOf, rankedOf } from '../charts/metricsOf';
import { losses } from '../timeline/events';
import { captionOf, captionText } from './captions';
import { headlineOf } from './headline';
import { narrate, storyText } from './narration';
import { plainText } from './pieces';

const experimentOf = (dataset: string) => parseExperiment({ dataset, generations: 30, changes: '3:synthetic=100' }).experiment;
const noise: NoiseFloor = {
  bands: {
    wordsAlive: { low: 500, high: 520 },
    realWords: { low: 0.98, high: 1 },
    modesAlive: { low: 23, high: 26 },
    recall: { low: 0.8, high: 0.9 },
  },
  undefined: {},
};
type Scores = Readonly<Record<string, number>>;
const LETTERS = 26;

/** Five generations, in each of which the first loop has these scores and first letters, the others those of generation 1. */
function framesOf(dataset: string, first: readonly Scores[], letters: readonly number[] = []) {
  return first.map((scores, t) =>
    frameOf(
      t + 1,
      experimentOf(dataset).loop.map((loop, at) => {
        const made = letters[at === 0 ? t : 0];
        const shares = made === undefined ? null : aliveModes('1'.repeat(made) + '0'.repeat(LETTERS - made));
        return laneOf(loop, { scores: at === 0 ? scores : first[0], shares });
      }),
    ),
  );
}
const fall = (extra: (t: number) => Scores = () => ({})) =>
  [600, 300, 200, 150, 140, 120].map((wordsAlive, t) => ({ wordsAlive, recall: 0.2, ...extra(t) }));
const tell = (dataset: string, first: readonly Scores[], letters?: readonly number[]) =>
  storyText(narrate(framesOf(dataset, first, letters), experimentOf(dataset), true, noise));

describe('a book', () => {
  it('is told by its words, in caption, headline and story', () => {
    const frames = framesOf(
      'moby-dick',
      fall(() => ({ rep4: 0.67 })),
    );
    const [loop] = experimentOf('moby-dick').loop;
    expect(captionText(captionOf(frames[5], loop, experimentOf('moby-dick'), null, { first: frames[0] }))).toBe('120 words alive (600 at first)');
    expect(captionText(captionOf(frames[0], loop, experimentOf('moby-dick'), null, { first: frames[0] }))).toBe('600 words alive');
    expect(plainText(headlineOf(frames, experimentOf('moby-dick'), noise, true))).toBe(
      'Fully synthetic has under half of the words left; the other two show no clear change.',
    );
    const story = tell(
      'moby-dick',
      fall(() => ({ rep4: 0.67 })),
    );
    expect(story).toContain('has 120 words alive, down from 600, beyond the noise floor; 67\u00a0% of its runs of four stood there before');
    expect(story).toContain('words alive of the fully synthetic');
    expect(story).not.toMatch(/recall|variance/);
  });
});

describe('names', () => {
  const letters = [26, 20, 18, 18, 18, 18];

  it('are told by first letters and different names, of which nothing dies', () => {
    const frames = framesOf('names', fall(), letters);
    const experiment = experimentOf('names');
    expect(captionText(captionOf(frames[5], experiment.loop[0], experiment, null, { first: frames[0] }))).toBe(
      '18 of 26 first letters · 120 different names',
    );
    expect(plainText(headlineOf(frames, experiment, noise, true))).toContain('Fully synthetic has under half of the different names left');
    const all = [
      tell('names', fall(), letters),
      plainText(headlineOf(frames, experiment, noise, true)),
      ...losses(frames, experiment, noise).map(({ words }) => words),
      ...rankedOf(metricsOf(experiment)).map(({ name }) => name),
    ].join(' ');
    expect(all).toContain('different names: 120, down from 600');
    expect(all).not.toMatch(/dead|died|dies|death|alive/);
  });
});

describe('scores that lie', () => {
  it('are told where they rise, or stay, while most words are gone', () => {
    const rising = tell(
      'names',
      fall((t) => ({ realWords: [0.33, 0.19, 0.19, 0.22, 0.26, 0.28][t] })),
      [26, 26, 26, 26, 26, 26],
    );
    expect(rising).toContain('28\u00a0% of what it writes are real names, up from 19\u00a0%, only looks good: the few that are left are copies.');
    expect(
      tell(
        'moby-dick',
        fall((t) => ({ bitsUnderFirst: 1.13 - 0.03 * t })),
      ),
    ).toContain('its bits under the first model fell from 1.13 to 0.98, which only looks good');
    expect(
      tell(
        'moby-dick',
        fall(() => ({ bitsUnderFirst: 1.14 })),
      ),
    ).toContain('are 1.14, as at first, which only looks good');
  });

  it('are believed where the words are there, or the scores fall', () => {
    const alive = fall((t) => ({ realWords: 0.2 + 0.1 * t, bitsUnderFirst: 1 })).map((scores) => ({ ...scores, wordsAlive: 590 }));
    expect(tell('moby-dick', alive)).not.toContain('looks good');
    expect(
      tell(
        'moby-dick',
        fall((t) => ({ realWords: 0.95 - 0.05 * t, bitsUnderFirst: 1 + t })),
      ),
    ).not.toContain('looks good');
  });
});
