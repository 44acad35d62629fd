import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import type { NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { frameOf, laneOf } from '../../store/testing/frames';
import { throttle } from '../controls/throttle';
import { storyText } from './beforeRun';
import { moveOf } from './movement';
import { narrate } from './narration';
import { plainText } from './pieces';

const MODES = 5;
const METRICS = ['recall', 'precision', 'frechetDistance', 'traceRatio', 'modesAlive', 'wordsAlive', 'rep4', 'realWords', 'bitsUnderFirst'] as const;

const keys = fc.record({
  loop: fc.subarray(['fully-synthetic', 'synthetic-augmentation', 'fresh-data'], { minLength: 1 }),
  replicates: fc.integer({ min: 1, max: 4 }),
  bias: fc.double({ min: 0, max: 1.5, noNaN: true }),
  real: fc.integer({ min: 0, max: 500 }),
  model: fc.constantFrom('gaussian-mixture', 'gaussian', 'vae', 'ngram'),
  changes: fc.constantFrom('', '3:real=300', '2:bias=0.5;4:synthetic=20', '2:memory=all', '5:bias=0.9;6:bias=0.8;7:bias=0.7'),
});
const value = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1e9, noNaN: true }));
const score = fc.option(value, { nil: null, freq: 8 });
const lane = fc.record({
  scores: fc.dictionary(fc.constantFrom(...METRICS), score),
  alive: fc.array(fc.boolean(), { minLength: MODES, maxLength: MODES }),
});
const band = fc.tuple(value, value).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
const noise = fc.option(
  fc.dictionary(fc.constantFrom(...METRICS), band).map((bands): NoiseFloor => ({ bands, undefined: {} })),
  { nil: null },
);

/** A run of random numbers, with all that its types allow: missing scores, dead modes, replicates of different minds. */
const run = fc.record({ keys, noise, hasModes: fc.boolean(), generations: fc.integer({ min: 0, max: 8 }) }).chain((about) => {
  const { experiment } = parseExperiment(about.keys);
  const lanes = experiment.loop.length * experiment.replicates;
  return fc
    .array(fc.array(lane, { minLength: lanes, maxLength: lanes }), { minLength: about.generations, maxLength: about.generations })
    .map((rows) => {
      const frames = rows.map((row, i): Frame => {
        const results = row.map(({ scores, alive }, at) =>
          laneOf(experiment.loop[at % experiment.loop.length] ?? '', {
            replicate: Math.floor(at / experiment.loop.length) + 1,
            scores,
            shares: about.hasModes ? { share: alive.map(() => 1 / MODES), alive } : null,
          }),
        );
        return frameOf(i + 1, results);
      });
      return { experiment, frames, noise: about.noise };
    });
});

const textOf = ({
  experiment,
  frames,
  noise: floor,
}: {
  experiment: ReturnType<typeof parseExperiment>['experiment'];
  frames: Frame[];
  noise: NoiseFloor | null;
}) => storyText(narrate(frames, experiment, true, floor));

const CLAIMS = /\b(rose|fell|up from|down from|down in|up in|lost|again|never learned|only looks good|does not look real|better|worse|collapsed)\b/;

describe('the story of any run', () => {
  it('is a text of bounded length without a number that is none, and the same every time', () => {
    fc.assert(
      fc.property(run, (about) => {
        const text = textOf(about);
        expect(text).not.toMatch(/NaN|Infinity|undefined|null|\[object/);
        expect(text).not.toMatch(/ {2}|\.\.|^\s|\s$/);
        expect(text.length).toBeGreaterThan(0);
        expect(text.length).toBeLessThan(1800);
        const copy = structuredClone({ frames: about.frames, noise: about.noise });
        expect(textOf({ ...about, ...copy })).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it('claims nothing while no noise floor is known', () => {
    fc.assert(
      fc.property(run, (about) => {
        const { now, since } = narrate(about.frames, about.experiment, true, null);
        expect(storyText({ now, since, outlook: [] })).not.toMatch(CLAIMS);
      }),
      { numRuns: 200 },
    );
  });

  it('claims nothing where every score keeps within its noise floor', () => {
    const quiet = { bands: Object.fromEntries(METRICS.map((metric) => [metric, { low: 0, high: 2e9 }])), undefined: {} };
    fc.assert(
      fc.property(run, (about) => {
        const { now, since } = narrate(about.frames, about.experiment, true, quiet);
        // what no generation made, no real sample of that size need show
        expect(storyText({ now, since, outlook: [] })).not.toMatch(CLAIMS);
      }),
      { numRuns: 200 },
    );
  });

  it('says up and down of a recall only beyond its noise floor, and in that direction', () => {
    const recalls = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(recalls, band, ([before, after], floor) => {
        const { experiment } = parseExperiment({ loop: 'fully-synthetic' });
        const frames = [before, after].map((recall, i) => frameOf(i + 1, [laneOf('fully-synthetic', { scores: { recall } })]));
        const { now } = narrate(frames, experiment, true, { bands: { recall: floor }, undefined: {} });
        const text = plainText(now);
        const width = floor.high - floor.low;
        if (text.includes('down from')) expect(before - after).toBeGreaterThan(width);
        if (text.includes('up from')) expect(after - before).toBeGreaterThan(width);
        if (Math.abs(after - before) <= width) expect(text).not.toMatch(CLAIMS);
        if (moveOf(before, after, floor) === 'down') expect(text).toContain('down from');
      }),
    );
  });
});

it('a screen reader hears at most one announcement in five seconds, and always the latest in the end', () => {
  vi.useFakeTimers();
  const heard: { at: number; text: string }[] = [];
  const announcements = throttle((text: string) => heard.push({ at: Date.now(), text }), 5000);
  // eight generations a second for twelve seconds, then silence
  for (let generation = 1; generation <= 96; generation++) {
    announcements.push(`Generation ${generation}`);
    vi.advanceTimersByTime(125);
  }
  vi.advanceTimersByTime(20_000);
  vi.useRealTimers();
  expect(heard.length).toBe(4);
  for (let i = 1; i < heard.length; i++) expect((heard[i]?.at ?? 0) - (heard[i - 1]?.at ?? 0)).toBeGreaterThanOrEqual(5000);
  expect(heard.at(-1)?.text).toBe('Generation 96');
});
