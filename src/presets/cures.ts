import type { WrittenPreset } from './preset';
import type { Expected, Reading } from './readings';

const WEB_WITHOUT = 'fresh-data-with-nothing';
const WEB_DETECTOR = 'fresh-data-with-detector';
const WEB_REFILL = 'fresh-data-with-refill';
const WEB_ARCHIVE = 'fresh-data-with-archive';
const WEB_WEIGHTS = 'fresh-data-with-weights';

/** The same loop at λ = 1 and 0.8: what is seen beside each other. */
const NOISE = `loop=${WEB_WITHOUT},${WEB_WEIGHTS}&realWeight=0.618&web=0.98,20,4`;
const BIAS = `loop=${WEB_WITHOUT},${WEB_WEIGHTS}&bias=0.8&realWeight=0.618&web=0.98,20,4`;

/** Nothing real from generation 2 to 5, then real digits again. */
const ANEW = 'model=vae&loop=fresh-data&real=0&changes=6:real=1000,synthetic=10';
const ON = 'model=vae&loop=fresh-data&real=0&warmStart=true&changes=6:real=1000,synthetic=10';

/** What holds a loop back, and what only looks so. Several loops are one, each with a cure of its own. */
export const CURES: readonly WrittenPreset[] = [
  {
    title: 'A detector that only deletes',
    look: 'The web fills with generated samples. A detector deletes four in five of them and replaces none: so few are left that recall falls lower than without it.',
    query: `loop=${WEB_WITHOUT},${WEB_DETECTOR}&detector=0.8&web=0.98,20,4`,
    forClass: true,
    published: {
      id: 'detector-deletes',
      source: 'Theory: a detector’s random counts',
      says: 'At the end five samples in 264 are real; the detector leaves about 57. Faithful samples harm by being few, so the error of the mean is 0.209 at generation 50 without it, 0.357 with it. Recall, by other code: 0.79 and 0.41.',
      readings: [
        recall('recall-without', 'recall at generation 50, untreated', WEB_WITHOUT, 0.79),
        recall('recall', 'with the detector', WEB_DETECTOR, 0.41),
        meanError('mean-without', 'error of the mean, untreated', WEB_WITHOUT, 0.209426, '0.209'),
        meanError('mean', 'with the detector', WEB_DETECTOR, 0.35719, '0.357'),
      ],
      runs: 64,
      again: 16,
    },
  },
  {
    title: 'Detector with refill',
    look: 'The same detector twice. Where what it deletes is made up for until the training set is full again, recall stays near 0.9; where not, it about halves.',
    query: `loop=${WEB_DETECTOR},${WEB_REFILL}&detector=0.8&web=0.98,20,4`,
    forClass: true,
    published: {
      id: 'detector-refill',
      source: 'Theory: odds of a real sample',
      says: 'It lets 95 % of real samples pass and 20 % of generated ones, so refilling multiplies the odds of a real one by 4.75: at generation 50 they are 0.084 of the training set, not 0.019. Recall, by other code: 0.41 and 0.92.',
      readings: [
        recall('recall-without', 'recall at generation 50, only deleting', WEB_DETECTOR, 0.41),
        recall('recall', 'with refill', WEB_REFILL, 0.92),
        {
          ...score('real', 'real part of the training set, with refill', WEB_REFILL, 'effectiveRealWeight'),
          expected: [{ value: 0.0840117, printed: '0.084', by: 'the odds', within: 1e-6 }],
        },
      ],
      runs: 64,
      again: 16,
    },
  },
  {
    title: 'Six per cent archive',
    look: 'No fresh data ever come. But 13 of the 213 samples in each training set are drawn from 264 real ones kept from before, and that holds all modes, or all but one.',
    query: 'loop=fully-synthetic-with-nothing,fully-synthetic-with-archive&archive=264&archiveDraw=13',
    forClass: true,
    published: {
      id: 'archive',
      source: 'Theory: a store of real samples',
      says: 'The error of the mean reaches 0.938 at generation 50 with nothing real, and settles at 0.170 with the archive. Recall, by other code: 0.06 with none, 0.81 with 8 of the archive’s samples, 0.87 with 16.',
      readings: [
        recall('recall-without', 'recall at generation 50, untreated', 'fully-synthetic-with-nothing', 0.06),
        recall('recall', 'with the archive', 'fully-synthetic-with-archive'),
        score('alive', 'modes alive, with the archive', 'fully-synthetic-with-archive', 'modesAlive'),
        meanError('mean-without', 'error of the mean, untreated', 'fully-synthetic-with-nothing', 0.938417, '0.938'),
        meanError('mean', 'with the archive', 'fully-synthetic-with-archive', 0.170308, '0.170'),
      ],
      runs: 64,
      again: 16,
    },
  },
  {
    title: 'Weights on digits',
    look: 'Both loops learn from as many real as generated digits. On the right the real ones count for nine tenths, and the digits stay nearly as varied as the first.',
    query: 'model=vae&loop=fresh-data-with-nothing,fresh-data-with-weights&realWeight=0.9',
    forClass: true,
    computes: 20,
    published: {
      id: 'weights-digits',
      source: 'A law seen on digits',
      says: 'Recall at generation 10 depends on the weight of real data alone, whatever gives them that weight. Other code, a few runs each: 0.37 at a half, 0.50 at 0.618, 0.70 at 0.9.',
      differs: 'No theory of this network is known.',
      readings: [
        recall('first', 'recall at generation 1', WEB_WITHOUT, undefined, 1),
        recall('without', 'at 10, untreated', WEB_WITHOUT, 0.37, 10),
        recall('weighted', 'at 10, with weights', WEB_WEIGHTS, 0.7, 10),
      ],
      runs: 4,
      again: 2,
    },
  },
  {
    title: 'Curation that looks good',
    look: 'Only the likelier half of what is generated is learned from. Precision and recall look as good as without that, but three quarters of all samples pile up on one spot.',
    query: 'loop=synthetic-augmentation-with-nothing,synthetic-augmentation-with-curation&curation=density',
    forClass: true,
    published: {
      id: 'curation',
      source: 'Measured here and by other code',
      says: 'At generation 50, by other code: a recall of 0.86 without and 0.88 with curation, 7.4 of 8 modes alive; but the modes’ shares are off by 0.18 without and 0.65 with it, where 0.04 is chance.',
      readings: [
        recall('recall', 'recall at generation 50, with curation', 'synthetic-augmentation-with-curation', 0.88),
        score('precision', 'precision', 'synthetic-augmentation-with-curation', 'precision'),
        score('alive', 'modes alive', 'synthetic-augmentation-with-curation', 'modesAlive'),
        score('bias-without', 'shares off by, untreated', 'synthetic-augmentation-with-nothing', 'shareBias'),
        score('bias', 'with curation', 'synthetic-augmentation-with-curation', 'shareBias'),
      ],
      runs: 64,
      again: 16,
    },
  },
  {
    title: 'The wrong alarm',
    look: 'A monitor takes back every model whose Frechet distance is worse than the first’s by 0.1. The distance obeys; recall, which nobody watches, is lost all the same.',
    query: 'loop=fully-synthetic-with-nothing,fully-synthetic-with-monitor&monitor=frechetDistance&tolerance=0.1&action=rollback',
    forClass: true,
    published: {
      id: 'wrong-alarm',
      source: 'Measured here and by other code',
      says: 'At generation 50, by other code: a Frechet distance of 0.67 without and 0.16 with the monitor, and a recall of 0.06 and 0.15: a score that is watched stops telling what is not.',
      readings: [
        recall('recall-without', 'recall at generation 50, untreated', 'fully-synthetic-with-nothing', 0.06),
        recall('recall', 'with the monitor', 'fully-synthetic-with-monitor', 0.15),
        { ...recall('distance-without', 'Frechet distance, untreated', 'fully-synthetic-with-nothing', 0.67), value: 'frechetDistance' },
        { ...recall('distance', 'with the monitor', 'fully-synthetic-with-monitor', 0.16), value: 'frechetDistance' },
      ],
      runs: 64,
      again: 16,
    },
  },
  {
    title: 'The rising web, with and without',
    look: 'Generated samples rise to 98 % of every training set, four times over: with no cure, a detector that refills, an archive, and the best weight. Each cure helps.',
    query: `loop=${WEB_WITHOUT},${WEB_REFILL},${WEB_ARCHIVE},${WEB_WEIGHTS}&detector=0.8&archive=264&realWeight=optimal&web=0.98,20,4`,
    forClass: true,
    published: {
      id: 'rising-web',
      source: 'Theory: exact recursions of each cure',
      says: 'Error of the mean at generation 50: 0.209 with no cure, 0.0816 with the detector, 0.0439 with the archive, 0.0983 with the best weight. Recall, by other code: 0.79, 0.92, 0.95 and 0.86.',
      readings: [
        recall('recall-without', 'recall at generation 50, untreated', WEB_WITHOUT, 0.79),
        recall('recall-refill', 'with the detector', WEB_REFILL, 0.92),
        recall('recall-archive', 'with the archive', WEB_ARCHIVE, 0.95),
        recall('recall-weights', 'with weights', WEB_WEIGHTS, 0.86),
        meanError('mean-without', 'error of the mean, untreated', WEB_WITHOUT, 0.209426, '0.209'),
        meanError('mean-refill', 'with the detector', WEB_REFILL, 0.0816153, '0.0816'),
        meanError('mean-archive', 'with the archive', WEB_ARCHIVE, 0.0439403, '0.0439'),
        meanError('mean-weights', 'with weights', WEB_WEIGHTS, 0.0982802, '0.0983'),
      ],
      runs: 64,
      again: 16,
    },
  },
  {
    title: 'Nine hundred fakes worth two hundred and fifty',
    look: 'Beside a hundred real samples, nine hundred generated ones help most at 72 % of the weight: as much as 254 more real ones. Counted one by one they help as 89 do.',
    query:
      'model=gaussian&dim=20&loop=fresh-data&initialReal=100&real=100&synthetic=900&realWeight=optimal&generations=60&replicates=8&scores=frechetDistance,traceRatio',
    beside: {
      words: 'the same loop, counted one by one',
      query:
        'model=gaussian&dim=20&loop=fresh-data&initialReal=100&real=100&synthetic=900&generations=60&replicates=8&scores=frechetDistance,traceRatio',
    },
    published: {
      id: 'golden-weight',
      source: 'He, Xu, Cheng, arXiv 2502.18049',
      says: 'The best weight of fresh real data is the golden ratio, 0.618, where as many are generated; beside k times as many it is w = (√(1 + 4k) − 1)/2k, and they are worth 1/w times their number. For k = 9: 0.282 and 354 (exactly 353.8), against 189 by count.',
      differs: 'The number is that of real samples alone whose mean has the same error.',
      readings: [
        {
          id: 'size',
          what: 'd / |μₜ − μ₀|² over generations 31 to 60',
          value: 'meanSquared',
          generations: [31, 60],
          over: 'mean',
          outOf: 20,
          expected: [
            { value: 353.837, printed: '353.8', by: 'the exact recursion', within: 1e-3 },
            { value: 354.138, printed: '354', by: 'the law', within: 1e-3, apart: 'it is for many samples' },
          ],
        },
      ],
      runs: 64,
      again: 32,
    },
  },
  {
    title: 'Start anew or train on',
    look: 'Four generations on its own digits alone, then real ones again. A network that trains on is healed at once, as those that start anew are, and ends better than it began.',
    query: ON,
    computes: 10,
    beside: { words: 'networks that start anew', query: ANEW },
    published: {
      id: 'train-on',
      source: 'Bohacek and Farid, arXiv 2311.12202',
      says: 'Stable Diffusion, retrained on its own images, struggled to heal in full even when it was retrained on real ones alone. We have no number from it. Our small network heals in one generation, and its training adds up; networks that start anew end at a recall of 0.73 and 0.75 (two runs).',
      differs: 'The paper’s model is large and learns for long; ours sees a thousand new real digits in each generation.',
      readings: [
        at(1, 'first', 'recall at generation 1', 'fresh-data', 'recall', 'mean'),
        at(5, 'worst', 'at 5, after four generations on its own digits', 'fresh-data', 'recall', 'mean'),
        at(6, 'healed', 'at 6, after one on real ones', 'fresh-data', 'recall', 'mean'),
        at(10, 'last', 'at 10', 'fresh-data', 'recall', 'mean'),
        at(5, 'far', 'Frechet distance at 5', 'fresh-data', 'frechetDistance', 'mean'),
        at(10, 'near', 'at 10', 'fresh-data', 'frechetDistance', 'mean'),
      ],
      runs: 2,
      again: 2,
    },
  },
  {
    title: 'Two diseases, two cures',
    look: 'Five real samples get 62 % of the weight. Against noise (λ = 1) that does harm: more samples would help. Against bias (λ = 0.8, beside it) the same weight helps.',
    query: NOISE,
    beside: { words: 'bias, λ = 0.8', query: BIAS },
    published: {
      id: 'two-diseases',
      source: 'Theory: noise and bias',
      says: 'Noise comes of few samples, bias of what each generation loses, however many there are. At λ = 1 the weight raises the error of the mean at generation 50 from 0.209 to 0.366; other code saw recall go from 0.79 to 0.48. At λ = 0.8 it raised recall in each of eight runs of ours, from 0.246 to 0.345 in the median.',
      readings: [
        recall('recall-without', 'recall at generation 50, untreated', WEB_WITHOUT, 0.79),
        recall('recall', 'with the weight', WEB_WEIGHTS, 0.48),
        meanError('mean-without', 'error of the mean, untreated', WEB_WITHOUT, 0.209426, '0.209'),
        meanError('mean', 'with the weight', WEB_WEIGHTS, 0.366062, '0.366'),
      ],
      runs: 64,
      again: 16,
    },
  },
];

/** Read at one generation. */
function at(generation: number, id: string, what: string, loop: string, value: string, over: Reading['over'], expected?: Expected): Reading {
  return { id, what, loop, value, generations: [generation, generation], over, ...(expected && { expected: [expected] }) };
}

/** `known`: a median of other code. */
function recall(id: string, what: string, loop: string, known?: number, generation = 50): Reading {
  const apart = generation === 50 ? 'it is the median of 20 runs' : 'it is the mean of two runs';
  const expected =
    known === undefined ? undefined : { value: known, printed: String(known), by: 'a simulation with other code', within: 0.005, apart };
  return at(generation, id, what, loop, 'recall', 'median', expected);
}

function score(id: string, what: string, loop: string, value: string): Reading {
  return at(50, id, what, loop, value, 'mean');
}

function meanError(id: string, what: string, loop: string, value: number, printed: string): Reading {
  return at(50, id, what, loop, 'meanSquared', 'mean', { value, printed, by: 'the exact recursion', within: 1e-6 });
}
