import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { rehearsal } from '../test/examples/rehearsal';
import { thinning } from '../test/examples/thinning';
import { ABOUT, THINNING_KEYS } from '../test/examples/thinning.about';
import { THINNING_HELP, THINNING_WORDS } from '../test/examples/thinning.words';

const guide = readFileSync(new URL('../CONTRIBUTING.md', import.meta.url), 'utf8');

/** The code block of the guide that comes behind the name of a file. */
const blockOf = (file: string) => new RegExp(`\`${file}\`:\\n\\n\`\`\`ts\\n([\\s\\S]*?)\`\`\``).exec(guide)?.[1];

it.each(['loops/rehearsal.ts', 'steps/thinning.about.ts', 'steps/thinning.words.ts', 'steps/thinning.ts'])(
  'the guide’s example %s is the file that is tried here',
  (path) => {
    const file = readFileSync(new URL(`../test/examples/${path.split('/')[1]}`, import.meta.url), 'utf8');
    expect(blockOf(`src/engine/${path}`)).toBe(file.replaceAll('../../src/engine/', '../'));
  },
);

// their lines in the lists
vi.mock('../src/engine/steps/about', () => ({ STEPS: [ABOUT], STEP_KEYS: THINNING_KEYS }));
vi.mock('../src/engine/steps/words', () => ({ STEP_HELP: THINNING_HELP, STEP_WORDS: THINNING_WORDS }));
vi.mock('../src/engine/steps', () => ({ steps: [thinning] }));
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

describe('the live key of the guide, without further work', async () => {
  const { parseExperiment, parseQuery, printQuery } = await import('../src/engine/experimentText');
  const { run } = await import('../src/engine/run');
  const { createNodeHost } = await import('../src/headless/nodeHost');
  const { changeWords } = await import('../src/ui/text/changeWords');
  const { experimentLine } = await import('../src/ui/text/experimentLine');
  const { keyAttributes } = await import('./package/keyAttributes');
  const { TABLES } = await import('./embeddingTables');
  const SMALL = { model: 'gaussian', loop: 'fully-synthetic', initialReal: 40, synthetic: 50, generations: 3, scores: 'none' };

  const generationsOf = async (keys: Record<string, unknown>) => {
    const generations = [];
    for await (const event of run(parseExperiment({ ...SMALL, ...keys }, 'headless').experiment, createNodeHost('cpu')))
      if (event.type === 'generation') generations.push(event);
    return generations;
  };

  it('is in links, commands, captions, attributes and docs', () => {
    const { experiment, notes } = parseQuery('thin=95&changes=3:thin=20');
    expect(notes.map(({ problem }) => problem)).toEqual(['thin=95 is not a whole number from 0 to 90.']);
    expect(printQuery(experiment)).toBe('v=1&thin=90&changes=3:thin=20');
    expect(changeWords(experiment, experiment.changes[0], 'long')).toBe('synthetic samples left out 90 → 20');
    expect(experimentLine(experiment)).toContain('; synthetic samples left out 90; ');
    expect(experimentLine(experiment)).toContain('from generation 3 on synthetic samples left out 90 → 20');
    expect(keyAttributes()).toContain('  thin?: string | number;');
    expect(TABLES['experiment keys']()).toContain('| `thin`, live |');
  });

  it('acts, and takes exact theory along by its law', async () => {
    const thinned = await generationsOf({ thin: 40 });
    const fewer = await generationsOf({ synthetic: 30 });
    expect(thinned.map(({ lanes: [lane] }) => lane.trainingSize)).toEqual([40, 30, 30]);
    expect(thinned[2].lanes[0].theory.theory.a).toBeGreaterThan(0);
    expect(thinned[2].lanes[0].theory).toEqual(fewer[2].lanes[0].theory);
    const [, , changed] = await generationsOf({ changes: '3:thin=40' });
    expect(changed.lanes[0].trainingSize).toBe(30);
  });
});
