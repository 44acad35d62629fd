import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../engine/experiment';
import { parseQuery } from '../../engine/experimentText';
import { PRESETS } from '../../presets/presets';
import { frameOf, laneOf } from '../../store/testing/frames';
import { storyText } from './beforeRun';
import { headlineOf } from './headline';
import { narrate } from './narration';
import { plainText } from './pieces';

const experimentOf = (title: string) => parseQuery(PRESETS.find((preset) => preset.title === title)?.query ?? expect.fail(title)).experiment;
const FIGURE_10 = experimentOf('A published experiment');

/** Two runs, of which the second lies 2 higher. */
const framesTo = (last: number, of: (generation: number) => number, score = 'w2Squared') =>
  Array.from({ length: last }, (_, i) =>
    frameOf(
      i + 1,
      [1, 2].map((replicate) =>
        laneOf('fresh-data', {
          replicate,
          scores: { frechetDistance: 17 },
          truth: { [score]: of(i + 1) + 2 * (replicate - 1) },
        }),
      ),
    ),
  );

const tell = (last: number, experiment: Experiment = { ...FIGURE_10, replicates: 2 }) =>
  storyText(
    narrate(
      framesTo(last, (generation) => (generation === 1 ? 7 : 11)),
      experiment,
      true,
      null,
    ),
  );

describe('the story of a preset with a told value', () => {
  it('speaks of that score, and of no other that looks like it', () => {
    expect(tell(12)).toContain('an exact Wasserstein distance of 12 (8 in generation 1)');
    expect(tell(12)).not.toContain('Frechet');
  });

  it('holds the run’s own reading, taken as the told one was, against the told one, as soon as it has come so far', () => {
    expect(tell(39)).not.toContain('told');
    expect(tell(40)).toContain(
      'Against what is told: W₂² over generations 31 to 40: 12 here (mean of 2 runs), 12.27 by a simulation with other code.',
    );
  });

  it('tells of other settings as of any run', () => {
    expect(tell(40, { ...FIGURE_10, replicates: 2, bias: 0.95 })).not.toMatch(/told|Wasserstein/);
  });

  it('names the generations of a reading whose words don’t, and one run as one run', () => {
    const genes = experimentOf('Modes drift like genes');
    const frames = Array.from({ length: 60 }, (_, i) => frameOf(i + 1, [laneOf(genes.loop[0], { scores: { modesAlive: i < 50 ? 15 : 5 } })]));
    expect(storyText(narrate(frames, { ...genes, generations: 60, replicates: 1 }, true, null))).toContain(
      'modes alive (generation 50): 15 here (one run), 13.7 by the drift of genes',
    );
  });

  it('takes medians and inverses as they were told', () => {
    const size = experimentOf('Nine hundred samples worth ninety');
    const frames = framesTo(60, () => 0.1, 'meanSquared');
    expect(storyText(narrate(frames, { ...size, replicates: 1 }, true, null))).toContain('18.2 here (mean of 2 runs), 189 by theory');
  });
});

it('the headline says how that score has gone, once it has for three generations', () => {
  const headline = (last: number) =>
    plainText(
      headlineOf(
        framesTo(last, (t) => (t === 1 ? 7 : 9 + t / 100)),
        { ...FIGURE_10, replicates: 2 },
        null,
        true,
      ),
    );
  expect(headline(9)).toBe('Median of 2 replicates: fresh data’s Wasserstein distance has grown.');
});
