import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../engine/experimentText';
import { run } from '../../engine/run';
import { createNodeHost } from '../../headless/nodeHost';
import type { Measured, Mix } from '../../presets/gpt2';
import { PRESETS } from '../../presets/presets';
import type { Frame } from '../../results/frame';
import { scoreOf } from '../../results/stats';
import { type Line, lineOf, linesOf, MEASURES, type Ours } from './measures';

const preset = PRESETS.find(({ published }) => published?.id === 'gpt2');

async function framesOf(query: string, seed: number): Promise<Frame[]> {
  const { experiment } = parseQuery(query);
  const frames: Frame[] = [];
  for await (const event of run({ ...experiment, seed }, createNodeHost('auto'))) {
    if (event.type === 'generation') frames.push({ generation: event.generation, lanes: event.lanes, elapsedMs: 0 });
  }
  return frames;
}

async function oursOf(seed: number): Promise<Ours> {
  return { run: await framesOf(preset?.query ?? '', seed), half: await framesOf(preset?.beside?.query ?? '', seed) };
}

const ORDER: readonly Mix[] = ['replaced', 'fresh10', 'fresh50'];

/** Of each mix, from replaced to half fresh: where it ends. */
function endsOf(id: Measured, whose: Line['whose'], ours: Ours): number[] {
  const measure = MEASURES.find((candidate) => candidate.id === id);
  const lines = measure ? linesOf(measure, ours) : [];
  return ORDER.map((mix) => lineOf(lines, mix, whose)?.points[4].drawn ?? Number.NaN);
}

const rising = (values: readonly number[]) => values.every((value, i) => i === 0 || value > values[i - 1]);
const falling = (values: readonly number[]) => rising(values.map((value) => -value));

describe.each([1, 2, 3])('GPT-2 as published and our run of seed %i', (seed) => {
  it('agree in order and direction, and part where the panel says so', { timeout: 60_000 }, async () => {
    const ours = await oursOf(seed);
    for (const whose of ['GPT-2', 'ours'] as const) {
      const [heldOut, words, again, rare, own] = MEASURES.map(({ id }) => endsOf(id, whose, ours));
      for (const values of [heldOut, words, again, rare, own]) expect(values.every(Number.isFinite), whose).toBe(true);
      // the more fresh text, the more is left
      expect(falling([...heldOut, 1]), whose).toBe(true);
      expect(rising(words), whose).toBe(true);
      expect(falling(again), whose).toBe(true);
      expect(words[1], whose).toBeLessThan(0.9);
      // rare words before the others: fewer of them are left than of all words
      for (const [i, share] of rare.entries()) expect(share, `${whose} ${ORDER[i]}`).toBeLessThan(words[i]);
      // the score that lies: better and better, as real text is forgotten
      expect(rising([...own.slice(0, 2), 0.97]), whose).toBe(true);
      expect(Math.abs(own[2] - 1), `${whose}: half fresh`).toBeLessThan(0.1);
    }

    // generation by generation, where nothing real is mixed in
    for (const [id, isOrdered] of [
      ['heldOut', rising],
      ['vocabulary', falling],
      ['repeated', rising],
      ['ownText', falling],
    ] as const) {
      const measure = MEASURES.find((candidate) => candidate.id === id);
      const lines = measure ? linesOf(measure, ours) : [];
      for (const whose of ['GPT-2', 'ours'] as const) {
        const values = lineOf(lines, 'replaced', whose)?.points.map(({ value }) => value) ?? [];
        expect(values).toHaveLength(5);
        expect(isOrdered(values), `${whose} ${id}: ${values.join()}`).toBe(true);
      }
    }

    // where they part: under its first model GPT-2's text gets easier, ours harder; fresh text saves its rare words, hardly ours
    const bits = [0, 4].map((at) => scoreOf(ours.run[at], 'fully-synthetic', 'bitsUnderFirst')?.median ?? Number.NaN);
    expect(bits[1]).toBeGreaterThan(bits[0] + 1);
    const [replaced, , half] = endsOf('rare', 'GPT-2', ours);
    expect(half - replaced).toBeGreaterThan(0.2);
    const [ourReplaced, , ourHalf] = endsOf('rare', 'ours', ours);
    expect(ourHalf - ourReplaced).toBeLessThan(0.1);
  });
});
