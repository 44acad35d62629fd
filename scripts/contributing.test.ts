import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { rehearsal } from '../test/examples/rehearsal';

const guide = readFileSync(new URL('../CONTRIBUTING.md', import.meta.url), 'utf8');

/** The code block of the guide that comes behind the name of a file. */
const blockOf = (file: string) => new RegExp(`\`${file}\`:\\n\\n\`\`\`ts\\n([\\s\\S]*?)\`\`\``).exec(guide)?.[1];

it('the guide’s example is the file that is tried here', () => {
  const file = readFileSync(new URL('../test/examples/rehearsal.ts', import.meta.url), 'utf8');
  expect(blockOf('src/engine/loops/rehearsal.ts')).toBe(file.replace('../../src/engine/contracts', '../contracts'));
});

// its line in the list
vi.mock('../src/engine/loops', async (original) => {
  const { loops } = await original<typeof import('../src/engine/loops')>();
  return { loops: [...loops, rehearsal] };
});

describe('the loop of the guide, without further work', async () => {
  const { parseExperiment } = await import('../src/engine/experimentText');
  const { run } = await import('../src/engine/run');
  const { createNodeHost } = await import('../src/headless/nodeHost');
  const { trainingSet, sentence } = await import('../src/ui/loop/trainingSet');
  const host = createNodeHost('cpu');
  const SMALL = { model: 'gaussian', initialReal: 40, real: 30, synthetic: 50, generations: 5, scores: 'none' };

  const lanesOf = async (loop: string) => {
    const { experiment, notes } = parseExperiment({ ...SMALL, loop }, 'headless');
    expect(notes).toEqual([]);
    const lanes = [];
    for await (const event of run(experiment, host))
      if (event.type === 'generation') lanes.push(event.lanes.find((lane) => lane.loop === 'rehearsal'));
    return lanes;
  };

  it('is in links and commands, trains on what it says, and is independent of the loops beside it', async () => {
    const alone = await lanesOf('rehearsal');
    expect(alone.map((lane) => lane?.trainingSize)).toEqual([40, 120, 120, 120, 120]);
    expect(await lanesOf('fully-synthetic,rehearsal,fresh-data')).toEqual(alone);
  });

  it('has the theory that nobody wrote for it, and a true sum in the diagram', async () => {
    const [, , third] = await lanesOf('rehearsal');
    const { a, m } = third?.theory.theory ?? {};
    // D_1 is a third of it, the fresh samples are a quarter: so much of their errors at least
    expect(m).toBeGreaterThan(1 / 9 / 40 + 1 / 16 / 30);
    expect(a).toBeGreaterThan(0.9);
    const { experiment } = parseExperiment({ ...SMALL, loop: 'rehearsal' });
    expect(sentence(rehearsal, trainingSet(rehearsal, experiment, 3))).toContain('120 = 70 real + 50 synthetic');
  });
});
