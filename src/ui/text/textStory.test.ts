import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import type { NoiseFloor } from '../../protocol/messages';
import { aliveModes, frameOf, laneOf } from '../../store/testing/frames';
import { metricsOf, rankedOf } from '../charts/metricsOf';
import { losses } from '../timeline/events';
import { storyText } from './beforeRun';
import { captionOf, captionText } from './captions';
import { headlineOf } from './headline';
import { narrate } from './narration';
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
function framesOf(dataset: string, first: readonly Scores[], letters: readonly number[] = [], of = LETTERS) {
  return first.map((scores, t) =>
    frameOf(
      t + 1,
      experimentOf(dataset).loop.map((loop, at) => {
        const made = letters[at === 0 ? t : 0];
        const shares = made === undefined ? null : aliveModes('1'.repeat(made) + '0'.repeat(of - made));
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
    expect(story).toContain('has 120 words alive, down from 600, beyond the noise floor; 67\u00a0% of its runs of four words stood there before');
    expect(story).toContain('words alive of the fully synthetic');
    expect(story).not.toMatch(/recall|variance/);
  });
});

describe('a book whose followed words are lost', () => {
  /** Ten of a book are followed; of them the first loop loses four. */
  const followed = [10, 8, 7, 6, 6, 6];
  const flat = [600, 590, 610, 600, 595, 605].map((wordsAlive) => ({ wordsAlive }));

  it('is told by all its words all the same', () => {
    for (const dataset of ['moby-dick', 'addresses']) {
      const frames = framesOf(dataset, fall(), followed, 10);
      const told = (count: number) => [
        plainText(headlineOf(frames.slice(0, count), experimentOf(dataset), noise, true)),
        storyText(narrate(frames.slice(0, count), experimentOf(dataset), true, noise)),
      ];
      expect(told(1)).toEqual([
        'Generation 1 learned from real data alone and has 600 words alive.',
        'Generation 1 is trained on real data alone, the same in every loop: it has 600 words alive.',
      ]);
      expect(told(6)[0]).toBe('Fully synthetic has under half of the words left; the other two show no clear change.');
      expect(told(6)[1]).toContain('has 120 words alive, down from 600');
      for (const words of told(6)) expect(words).not.toMatch(/followed|symbol|letter|learned 1|died|dead/);
    }
    const still = framesOf('moby-dick', flat, followed, 10);
    expect(plainText(headlineOf(still, experimentOf('moby-dick'), noise, true))).toBe('All three loops show no clear change.');
  });

  it('has one word alive, not one words', () => {
    const one = [600, 1, 1, 1, 1, 1].map((wordsAlive) => ({ wordsAlive }));
    expect(tell('moby-dick', one)).toContain('has 1 word alive, down from 600');
    const [loop] = experimentOf('moby-dick').loop;
    const frames = framesOf('moby-dick', one);
    expect(captionText(captionOf(frames[5], loop, experimentOf('moby-dick'), null, { first: frames[0] }))).toBe('1 word alive (600 at first)');
    expect(captionText(captionOf(framesOf('names', one, [26, 1, 1, 1, 1, 1])[5], loop, experimentOf('names'), null))).toBe(
      '1 of 26 first letters · 1 different name',
    );
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

describe('first letters', () => {
  // made by generation 1: 24; five of them no longer from generation 2 on
  const letters = [24, 19, 19, 19, 19, 19];
  const same = [600, 600, 600, 600, 600, 600].map((wordsAlive) => ({ wordsAlive }));

  it('are never made, or no longer made; nobody learns, loses or kills them', () => {
    const all = [tell('names', same, letters), plainText(headlineOf(framesOf('names', same, letters), experimentOf('names'), noise, true))];
    expect(all[0]).toContain('no longer makes 5 of 26 first letters (2 were never made), the last of them since generation 2');
    expect(all[1]).toMatch(/^Fully synthetic no longer makes some of 26 first letters/);
    const [never] = ['20'].map((made) => tell('names', same, [Number(made), 20, 20, 20, 20, 20]));
    expect(never).toContain('make 20 of 26 first letters; the rest were never made');
    expect(losses(framesOf('names', same, letters), experimentOf('names'), noise).map(({ words }) => words)).toEqual([
      '5 first letters no longer made',
    ]);
    const one = framesOf('names', same, [24, 23, 23, 23, 23, 23]);
    expect(
      losses(one, experimentOf('names'), { ...noise, bands: { ...noise.bands, modesAlive: { low: 24, high: 26 } } }).map(({ words }) => words),
    ).toEqual(['X no longer made']);
    for (const words of [...all, never]) expect(words).not.toMatch(/dead|died|dies|death|alive|never learned|lost [0-9s]/);
  });
});

describe('scores that lie', () => {
  const few = [26, 26, 26, 26, 26, 26];

  it('are set beside the words that were lost: the numbers of both, and no more', () => {
    const rising = tell(
      'names',
      fall((t) => ({ realWords: [0.33, 0.19, 0.19, 0.22, 0.26, 0.28][t] })),
      few,
    );
    expect(rising).toContain(
      'In the fully synthetic loop the share of real names in what it writes rose from 19\u00a0% in generation 2 to 28\u00a0%, while its different names fell from 600 to 120: that score does not show the loss.',
    );
    expect(
      tell(
        'moby-dick',
        fall((t) => ({ bitsUnderFirst: 1.13 - 0.03 * t })),
      ),
    ).toContain(
      'its bits under the first model fell from 1.13 to 0.98, while its words alive fell from 600 to 120: that score does not show the loss.',
    );
    expect(
      tell(
        'moby-dick',
        fall((t) => ({ bitsUnderFirst: t === 0 ? 1.13 : 1.2 })),
      ),
    ).toContain('its bits under the first model are 1.20, after 1.13 in generation 1, while');
    expect(
      tell(
        'moby-dick',
        fall(() => ({ bitsUnderFirst: 1.14 })),
      ),
    ).toContain('its bits under the first model stayed at 1.14, while');
  });

  it('are no sentence where the words are there, where they fall, or where a number is missing', () => {
    const alive = fall((t) => ({ realWords: 0.2 + 0.1 * t, bitsUnderFirst: 1 })).map((scores) => ({ ...scores, wordsAlive: 590 }));
    const without = (score: string, at: number) =>
      fall((t) => ({ bitsUnderFirst: 1.13 - 0.03 * t, realWords: 0.2 })).map((scores, t) =>
        t === at ? Object.fromEntries(Object.entries(scores).filter(([id]) => id !== score)) : scores,
      );
    const falling = fall((t) => ({ realWords: 0.95 - 0.05 * t, bitsUnderFirst: 1 + t }));
    for (const scores of [alive, falling, without('bitsUnderFirst', 0), without('bitsUnderFirst', 5), without('wordsAlive', 0)])
      expect(tell('moby-dick', scores)).not.toContain('does not show the loss');
    const notYet = fall((t) => (t === 5 ? {} : { realWords: 0.2 + 0.1 * t }));
    expect(tell('names', notYet, few)).not.toContain('does not show the loss');
  });
});
