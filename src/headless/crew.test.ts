import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { parseExperiment } from '../engine/experimentText';
import { type Crew, createCrew } from './crew';
import { createNodeHost } from './nodeHost';
import { simulate } from './simulate';

const { experiment } = parseExperiment(
  { generations: 4, replicates: 3, initialReal: 40, real: 30, synthetic: 40, evaluation: 60, k: 3, changes: '3:bias=0.8' },
  'headless',
);

let crew: Crew | undefined;
afterEach(() => {
  crew?.end();
  crew = undefined;
});

async function linesBy(workers?: Crew): Promise<string> {
  let lines = '';
  await simulate(
    experiment,
    createNodeHost('auto'),
    (text) => {
      lines += text;
    },
    () => undefined,
    undefined,
    workers,
  );
  return lines;
}

describe('a crew of threads', () => {
  it.each([2, 5])('of %i gives the lines of one', async (size) => {
    crew = createCrew(size);
    const lines = await linesBy(crew);
    expect(lines).toBe(await linesBy());
    // and once more, in the threads that are there
    expect(await linesBy(crew)).toBe(lines);
  });

  it('computes the share of a thread that died again, but not for ever', async () => {
    let started = 0;
    const start = (isMortal: () => boolean) => () => {
      const thread = new Worker(new URL('./engineThread.mjs', import.meta.url));
      started++;
      // it has its job by then, and can't have done any of it
      if (isMortal()) setImmediate(() => thread.emit('error', new Error('lightning')));
      return thread;
    };
    crew = createCrew(
      2,
      start(() => started === 1),
    );
    const lines = await linesBy(crew);
    expect(started).toBe(3);
    expect(lines).toBe(await linesBy());
    crew.end();
    crew = createCrew(
      2,
      start(() => true),
    );
    await expect(linesBy(crew)).rejects.toThrow('A worker died twice: lightning');
  });

  it('passes on why a run can’t be', async () => {
    crew = createCrew(2);
    const { experiment: tooLarge } = parseExperiment({ replicates: 10_000, synthetic: 20_000, memory: 'all', generations: 2000 }, 'headless');
    const results = crew.run(tooLarge, { first: 1, last: 300 }, false);
    await expect(results.next()).rejects.toMatchObject({ code: 'too-large' });
  });
});
