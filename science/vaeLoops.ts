import { quantile } from '../src/engine/math/quantile';
import type { Finding } from './finding';
import { type DigitsRuns, GENERATIONS, LOOPS, type LoopId, type ScoreId, SEEDS } from './vaeRuns';
import { NATURE, PYTORCH } from './vaeTables';

const SYNTHETIC = LOOPS[0];
const WITH_REAL = [LOOPS[1], LOOPS[2]];

/** Below this entropy (nats) the classifier names nearly every image alike: a blob. */
const BLOB_ENTROPY = 0.3;

const generations = (first: number, last = GENERATIONS) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const failures = (outcomes: readonly boolean[]) => ({ cases: outcomes.length, worst: outcomes.filter((holds) => !holds).length });

const MUST = { limit: 0, unit: 'comparisons that fail', reason: 'a separation that every seed must show' };
const PEER = 'the same recipe in PyTorch';

/** What the default digits do over five seeds, each statement as the number of comparisons that contradict it. */
export function loopFindings(runs: DigitsRuns): Finding[] {
  const over = (bias: number, loop: LoopId, seed: number, score: ScoreId) => mean(generations(1).map((t) => runs.at(seed, bias, loop, t, score)));
  const blobs = [1, 0.5].flatMap((bias) =>
    SEEDS.flatMap((seed) =>
      generations(1)
        .filter((t) => runs.at(seed, bias, SYNTHETIC, t, 'classEntropy') < BLOB_ENTROPY)
        .map((t) => ({ precision: runs.at(seed, bias, SYNTHETIC, t, 'precision'), recall: runs.at(seed, bias, SYNTHETIC, t, 'recall') })),
    ),
  );
  const median = (loop: LoopId, t: number, score: ScoreId) => quantile(runs.over(loop, t, score), 0.5);
  const published = PYTORCH.flatMap(({ loop, rows }) => rows.map((row) => ({ loop, ...row })));
  const [start] = published;
  const growth = published.slice(1).map(({ loop, t, frechetDistance }) => {
    const here = median(loop, t, 'frechetDistance') / median(loop, start.t, 'frechetDistance');
    return Math.abs(here / (frechetDistance / start.frechetDistance) - 1);
  });
  return [
    {
      ...MUST,
      what: 'Fully synthetic has the largest Frechet distance and the lowest recall, generations 3 to 10, seeds 1 to 5',
      against: `${PEER}: worst from generation 3 on`,
      ...failures(
        SEEDS.flatMap((seed) =>
          generations(3).flatMap((t) =>
            WITH_REAL.flatMap((other) => [
              runs.at(seed, 1, SYNTHETIC, t, 'frechetDistance') > runs.at(seed, 1, other, t, 'frechetDistance'),
              runs.at(seed, 1, SYNTHETIC, t, 'recall') < runs.at(seed, 1, other, t, 'recall'),
            ]),
          ),
        ),
      ),
    },
    {
      ...MUST,
      what: 'Recall, coverage, class entropy and variance ratio are lower in generation 10 than in generation 1: three loops, seeds 1 to 5',
      against: `${PEER}: they fall`,
      ...failures(
        LOOPS.flatMap((loop) =>
          SEEDS.flatMap((seed) =>
            (['recall', 'coverage', 'classEntropy', 'traceRatio'] as const).map(
              (score) => runs.at(seed, 1, loop, GENERATIONS, score) < runs.at(seed, 1, loop, 1, score),
            ),
          ),
        ),
      ),
    },
    {
      ...MUST,
      what: 'Sampling bias 0.5 beside 1, means of generations 1 to 10: larger Frechet distance, lower recall; three loops, seeds 1 to 5',
      against: 'an experiment of longer training in PyTorch: worse in every loop (vae-reference.json)',
      ...failures(
        LOOPS.flatMap((loop) =>
          SEEDS.flatMap((seed) => [
            over(0.5, loop, seed, 'frechetDistance') > over(1, loop, seed, 'frechetDistance'),
            over(0.5, loop, seed, 'recall') < over(1, loop, seed, 'recall'),
          ]),
        ),
      ),
    },
    {
      what: `Precision in the blob: fully synthetic, bias 1 and 0.5, wherever the class entropy is below ${BLOB_ENTROPY} nats`,
      against: 'an experiment of longer training in PyTorch: it rises to 1.00 (vae-reference.json)',
      cases: blobs.length,
      worst: blobs.length === 0 ? Number.NaN : 1 - Math.min(...blobs.map(({ precision }) => precision)),
      limit: 0.05,
      unit: 'below 1, the lowest',
      reason: 'the blob lies in the wide ball of some real digit; as much as real digits themselves miss',
    },
    {
      what: 'Recall in the same blobs',
      against: 'there: 0.00',
      cases: blobs.length,
      worst: blobs.length === 0 ? Number.NaN : Math.max(...blobs.map(({ recall }) => recall)),
      limit: 0.05,
      unit: 'above 0, the highest',
      reason: 'as for precision',
    },
    {
      what: 'Recall, median of seeds 1 to 5, where the table below has both',
      against: `${PEER}, five seeds`,
      cases: published.length,
      worst: Math.max(...published.map(({ loop, t, recall }) => Math.abs(median(loop, t, 'recall') - recall))),
      limit: null,
      unit: 'difference',
      reason: 'no tolerance: other digits, and the features are those of another classifier',
    },
    {
      what: 'Frechet distance over that of generation 1, median of seeds 1 to 5, where the table below has both',
      against: `${PEER}, five seeds`,
      cases: growth.length,
      worst: Math.max(...growth),
      limit: null,
      unit: 'relative',
      reason: 'no tolerance: as for recall; the published values are whole numbers (8 in generation 1)',
    },
    {
      ...MUST,
      what: 'Encoding spread falls in every generation from 1 to 5, fully synthetic, seeds 1 to 5',
      against: 'Nature: it falls from 0 to 4',
      ...failures(
        SEEDS.flatMap((seed) =>
          generations(2, NATURE.length).map(
            (t) => runs.at(seed, 1, SYNTHETIC, t, 'encodingSpread') < runs.at(seed, 1, SYNTHETIC, t - 1, 'encodingSpread'),
          ),
        ),
      ),
    },
    {
      what: 'Encoding spread, median of seeds 1 to 5, fully synthetic',
      against: `Nature’s code: ${NATURE.join(', ')}`,
      cases: NATURE.length,
      worst: Math.max(...NATURE.map((value, at) => Math.abs(median(SYNTHETIC, at + 1, 'encodingSpread') - value))),
      limit: null,
      unit: 'difference',
      reason: 'no tolerance: another network, other digits, longer training (see below)',
    },
  ];
}
