import { parseExperiment } from '../src/engine/experimentText';
import { run } from '../src/engine/run';
import { createNodeHost } from '../src/headless/nodeHost';
import type { Family, Finding } from './finding';
import { outcomeFindings, outcomeTable, runBooks } from './textOutcomes';
import { referenceFindings } from './textReferences';

/** Words drawn one by one from 500 of a book, again and again: many runs, each with its own first text. */
const UNIGRAMS = {
  dataset: 'moby-dick',
  unit: 'words',
  order: 0,
  smoothing: 0,
  initialReal: 500,
  real: 500,
  synthetic: 500,
  scores: 'none',
  seed: 5,
};
const REPLICATES = 400;
const GENERATIONS = [2, 5, 10, 20, 50];

/** How far the mean of heterozygosity less its law is from 0, in its standard errors: each replicate has a law of its own, given its D_1. */
async function driftFinding(loop: string): Promise<Finding> {
  const { experiment } = parseExperiment({ ...UNIGRAMS, loop, replicates: REPLICATES, generations: Math.max(...GENERATIONS) }, 'headless');
  const scores: number[] = [];
  for await (const event of run(experiment, createNodeHost('cpu'))) {
    if (event.type !== 'generation' || !GENERATIONS.includes(event.generation)) continue;
    const away = event.lanes.map(({ truth, theory }) => (truth.heterozygosity ?? Number.NaN) - (theory.theory.heterozygosity ?? Number.NaN));
    const mean = away.reduce((sum, value) => sum + value, 0) / away.length;
    const variance = away.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (away.length - 1);
    scores.push(Math.abs(mean) / Math.sqrt(variance / away.length));
  }
  return {
    what: `Drift of words drawn one by one, ${loop} loop: mean heterozygosity of ${REPLICATES} runs, generations ${GENERATIONS.join(', ')}`,
    against: 'the Wright–Fisher law, given each first text',
    cases: scores.length,
    worst: Math.max(...scores),
    limit: 3.5,
    unit: '|z|',
    reason: 'ten values, of which chance takes one beyond 3.5 once in 200 times',
  };
}

/** The n-gram, the scores of words, the theory of text, and what becomes of a book. */
export const text: Family = {
  name: 'text',
  async check(say, note) {
    const references = referenceFindings();
    const drift: Finding[] = [];
    for (const loop of ['fully-synthetic', 'synthetic-augmentation']) {
      say(`drift, ${loop}`);
      drift.push(await driftFinding(loop));
    }
    const runs = await runBooks(say);
    note(outcomeTable(runs));
    return [...references, ...drift, ...outcomeFindings(runs)];
  },
};
