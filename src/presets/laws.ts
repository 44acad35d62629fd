import type { WrittenPreset } from './preset';
import type { Expected } from './readings';

const WANDER = 'EM does more than redraw the shares of modes';

/** Both with 1,000 real samples alone and with 839 synthetic ones beside them (science/madFigure10.py). */
const EVEN: Expected = { value: 2.66, printed: '2.66', by: 'a simulation with other code', within: 0.006 };

/** Laws that a run can be held against; where they come from: MODEL.md. */
export const LAWS: readonly WrittenPreset[] = [
  {
    title: 'Nine hundred samples worth ninety',
    look: 'Nine hundred generated samples beside a hundred fresh ones help after all: the error of the mean falls to that of 189 real samples, and no further.',
    query:
      'model=gaussian&dim=20&loop=fresh-data&initialReal=100&real=100&synthetic=900&generations=60&replicates=8&scores=frechetDistance,traceRatio',
    published: {
      id: 'effective-size',
      source: 'Theory: effective sample size',
      says: 'At λ = 1 the fresh data loop is worth 1 + q times its real samples, q = 0.9 the synthetic share: 190 of them to first order, 189 exactly.',
      readings: [
        {
          id: 'size',
          what: 'd / |μₜ − μ₀|² over generations 31 to 60',
          value: 'meanSquared',
          generations: [31, 60],
          over: 'mean',
          outOf: 20,
          expected: [{ value: 189.138, printed: '189', by: 'theory', within: 0.001 }],
        },
      ],
      runs: 256,
      again: 128,
    },
  },
  {
    title: 'When synthetic data stop helping',
    look: 'Real samples stay at 1,000 while the biased synthetic ones grow: 200 of them help, 839 neither help nor harm, 4,000 ruin the model.',
    query:
      'model=gaussian&dim=100&loop=fresh-data&initialReal=1000&real=1000&bias=0.7&generations=30&scores=frechetDistance,traceRatio&changes=11:synthetic=839;21:synthetic=4000',
    published: {
      id: 'turning-point',
      source: 'Theory: phase transition of the fresh data loop',
      says: 'Synthetic data stop helping at 823 samples by the second-order law, at 839 in an earlier simulation: there W₂² is 2.66 (simulated with other code), as with 1,000 real samples alone.',
      readings: [
        { id: 'alone', what: 'W₂² at generation 1', value: 'w2Squared', generations: [1, 1], over: 'mean', expected: [EVEN] },
        { id: 'few', what: 'with 200', value: 'w2Squared', generations: [8, 10], over: 'mean' },
        { id: 'even', what: 'with 839', value: 'w2Squared', generations: [18, 20], over: 'mean', expected: [EVEN] },
        { id: 'many', what: 'with 4,000', value: 'w2Squared', generations: [28, 30], over: 'mean' },
      ],
      runs: 32,
      again: 8,
    },
  },
  {
    title: 'Five old models beat the newest',
    look: 'Each of a thousand generated samples comes from one of the last five models, not from the newest alone: the error of the mean falls to half of that.',
    query:
      'model=gaussian&dim=20&loop=fresh-data&memory=last&initialReal=100&real=100&synthetic=1000&generations=150&replicates=8&scores=frechetDistance,traceRatio',
    speed: '8',
    beside: {
      words: 'the newest model alone',
      query:
        'model=gaussian&dim=20&loop=fresh-data&initialReal=100&real=100&synthetic=1000&generations=150&replicates=8&scores=frechetDistance,traceRatio',
    },
    published: {
      id: 'five-models',
      source: 'Alemohammad et al., Fig. 30 and App. G',
      says: 'With ten synthetic samples for each fresh one the loop is worth 1.91 times its real samples, and 4.33 times where the last five models give them: 433 of our hundred, for many samples. The exact recursion gives 429.',
      differs: 'The paper has 1,000 real samples a generation.',
      readings: [
        {
          id: 'size',
          what: 'd / |μₜ − μ₀|² over generations 101 to 150',
          value: 'meanSquared',
          generations: [101, 150],
          over: 'mean',
          outOf: 20,
          expected: [
            { value: 429.2825, printed: '429', by: 'the exact recursion', within: 1e-3 },
            { value: 433, printed: '433', by: 'the paper', within: 0.5, apart: 'it is for many samples' },
          ],
        },
      ],
      runs: 256,
      again: 64,
    },
  },
  {
    title: 'Too creative is deadly, too',
    look: 'Samples are spread too wide (λ = 1.2). A quarter of real data holds the cloud, at two and a half times its variance; a tenth, from generation 61 on, does not.',
    query:
      'model=gaussian&loop=fresh-data&initialReal=250&real=250&synthetic=750&bias=1.2&generations=100&replicates=8&scores=frechetDistance,traceRatio&changes=61:real=100,synthetic=900',
    speed: '4',
    published: {
      id: 'heat-death',
      source: 'Marchi et al., arXiv 2404.02325',
      says: 'A loop dies of heat as of cold: there is an edge between dying out and blowing up. For this Gaussian it is a real share of one sixth: with a quarter the variance settles at 2.51 (2.50 for many samples), with a tenth it grows by 8 % a generation, to 81.3 at generation 100.',
      differs: 'The paper’s models are others; the numbers are theory’s, for ours.',
      readings: [
        {
          id: 'held',
          what: 'variance over generations 51 to 60',
          value: 'traceOverDim',
          generations: [51, 60],
          over: 'mean',
          expected: [{ value: 2.505546, printed: '2.51', by: 'theory', within: 1e-6 }],
        },
        {
          id: 'grown',
          what: 'at generation 100',
          value: 'traceOverDim',
          generations: [100, 100],
          over: 'mean',
          expected: [{ value: 81.30377, printed: '81.3', by: 'theory', within: 1e-6 }],
        },
      ],
      runs: 512,
      again: 128,
    },
  },
  {
    title: 'Not even keeping all is free',
    look: 'Everything is kept, real and generated, ten new samples a generation: the variance stops falling, but not where it began.',
    query:
      'model=gaussian&dim=1&loop=synthetic-augmentation&memory=all&initialReal=10&synthetic=10&generations=200&replicates=64&scores=frechetDistance,traceRatio&covariance=mle',
    speed: '8',
    published: {
      id: 'small-batches',
      source: 'Kazdan et al., arXiv 2410.16713',
      says: 'Gaussians fitted by maximum likelihood to all data so far keep sin(π/√n)/(π/√n) of the variance for ever: 0.843 for n = 10, 0.984 for n = 100. Ours in theory: 0.900 at generation 1, 0.844 at 200.',
      readings: [
        {
          id: 'first',
          what: 'mean variance at generation 1',
          value: 'traceOverDim',
          generations: [1, 1],
          over: 'mean',
          expected: [{ value: 0.9, printed: '0.900', by: 'theory', within: 0 }],
        },
        {
          id: 'last',
          what: 'at 200',
          value: 'traceOverDim',
          generations: [200, 200],
          over: 'mean',
          expected: [
            { value: 0.843857, printed: '0.844', by: 'the product up to there', within: 1e-6 },
            { value: 0.843436, printed: '0.843', by: 'the limit', within: 1e-6, apart: 'at generation 200 it is 0.0004 away' },
          ],
        },
      ],
      runs: 8192,
      again: 2048,
    },
  },
  {
    title: 'One ceiling for all who keep all',
    look: 'Everything is kept for a hundred generations: the error of the mean grows by little more than three fifths and all but stops, under π²/6 times the first.',
    query:
      'model=gaussian&dim=5&loop=synthetic-augmentation&memory=all&initialReal=100&synthetic=100&generations=100&replicates=8&scores=frechetDistance,traceRatio',
    speed: '4',
    published: {
      id: 'pi-squared',
      source: 'Dey and Donoho, arXiv 2410.22812',
      says: 'Where data accumulate, the error of an estimate ends at π²/6 = 1.645 times the first, for many kinds of models alike. In theory this Gaussian’s mean has an error of 0.0500 at generation 1 and 0.0817 at 100, 1.63 times as much.',
      readings: [
        {
          id: 'first',
          what: 'error of the mean at generation 1',
          value: 'meanSquared',
          generations: [1, 1],
          over: 'mean',
          expected: [{ value: 0.05, printed: '0.0500', by: 'theory', within: 0 }],
        },
        {
          id: 'last',
          what: 'at 100',
          value: 'meanSquared',
          generations: [100, 100],
          over: 'mean',
          expected: [{ value: 0.0816688, printed: '0.0817', by: 'theory', within: 1e-6 }],
        },
      ],
      runs: 128,
      again: 64,
    },
  },
  {
    title: 'More data that no longer help',
    look: 'Nine samples in ten are generated, a little too alike (λ = 0.9). There is four times as much of everything from generation 31 on, and again from 61: the error hardly falls.',
    query:
      'model=gaussian&dim=30&loop=fresh-data&initialReal=100&real=100&synthetic=900&bias=0.9&generations=90&scores=frechetDistance,traceRatio&changes=31:real=400,synthetic=3600;61:real=1600,synthetic=14400',
    speed: '4',
    beside: {
      words: 'faithful samples, λ = 1',
      query:
        'model=gaussian&dim=30&loop=fresh-data&initialReal=100&real=100&synthetic=900&generations=90&scores=frechetDistance,traceRatio&changes=31:real=400,synthetic=3600;61:real=1600,synthetic=14400',
    },
    published: {
      id: 'strong-collapse',
      source: 'Dohmatob et al., arXiv 2410.04840',
      says: 'A fixed share of biased synthetic data, as little as one in a thousand, and larger training sets stop helping. For this Gaussian W₂² does not fall below 2.26, however many samples.',
      differs: 'The paper’s models are regressions and language models; the floor is theory’s, for ours.',
      readings: [
        { id: 'few', what: 'W₂² with 1,000 samples', value: 'w2Squared', generations: [26, 30], over: 'mean' },
        { id: 'more', what: 'with 4,000', value: 'w2Squared', generations: [56, 60], over: 'mean' },
        {
          id: 'many',
          what: 'with 16,000',
          value: 'w2Squared',
          generations: [86, 90],
          over: 'mean',
          expected: [{ value: 2.260899, printed: '2.26', by: 'theory', within: 1e-6, apart: 'it is for endless samples' }],
        },
      ],
      runs: 16,
      again: 4,
    },
  },
  {
    title: 'Rarest first, by the clock',
    look: 'Each mode is half as common as the one before. Chance alone takes them away, the rarest first, and each next one takes its longer time to go.',
    query: 'dataset=long-tail&loop=fully-synthetic&initialReal=200&generations=100&replicates=4&scores=modesAlive',
    speed: '4',
    published: {
      id: 'clock',
      source: 'Theory: time to loss (Kimura and Ohta)',
      says: 'A mode with part w of n samples that dies out does so after −2nw ln w/(1 − w) generations on average: here 26 for one in 64, 119 for one in eight. So of eight modes 4.24 would be left at generation 25 and 2.54 at 100.',
      differs: 'Fitted modes also wander and swallow each other.',
      readings: [
        {
          id: 'early',
          what: 'modes with any sample at generation 25',
          value: 'modesHeld',
          generations: [25, 25],
          over: 'mean',
          expected: [{ value: 4.23879, printed: '4.24', by: 'the drift of genes', within: 0.04, apart: WANDER }],
        },
        {
          id: 'late',
          what: 'at 100',
          value: 'modesHeld',
          generations: [100, 100],
          over: 'mean',
          expected: [{ value: 2.5351, printed: '2.54', by: 'the drift of genes', within: 0.04, apart: WANDER }],
        },
      ],
      runs: 32,
      again: 8,
    },
  },
  {
    title: 'The last one standing',
    look: 'Eight runs from the same unequal modes, forty samples each: nearly all end with one mode. Which, is chance: the likelier, the more common it was at first.',
    query: 'dataset=long-tail&loop=fully-synthetic&initialReal=40&synthetic=40&generations=160&replicates=8&scores=modesAlive',
    speed: '8',
    published: {
      id: 'last-standing',
      source: 'Shumailov et al., Nature 631, 755',
      says: 'Resampled again and again, a distribution ends in one of its states, and in each with the probability it had at first. So the parts of modes stay in the mean what they were, 0.502 for the most common and 0.251 for the next, while single runs come to 0 or 1.',
      differs: 'Fitted modes also wander, and a sample counts to the nearest place.',
      readings: [
        {
          id: 'common',
          what: 'part of the most common mode at generation 160',
          value: 'share1',
          generations: [160, 160],
          over: 'mean',
          expected: [{ value: 0.501961, printed: '0.502', by: 'the drift of genes', within: 1e-6 }],
        },
        {
          id: 'next',
          what: 'of the next',
          value: 'share2',
          generations: [160, 160],
          over: 'mean',
          expected: [{ value: 0.25098, printed: '0.251', by: 'the drift of genes', within: 1e-6 }],
        },
        { id: 'held', what: 'modes with any sample', value: 'modesHeld', generations: [160, 160], over: 'mean' },
      ],
      runs: 64,
      again: 16,
    },
  },
  {
    title: 'Modes drift like genes',
    look: 'No bias, no fault in the fit: by chance alone each mode’s share wanders, and a share that has come to nothing never comes back.',
    query: 'dataset=grid&loop=fully-synthetic&initialReal=500&synthetic=500&evaluation=10000&replicates=4&scores=modesAlive,shareBias',
    published: {
      id: 'mode-drift',
      source: 'Theory: drift of mode weights (Wright and Fisher)',
      says: 'Were modes redrawn like genes, 13.7 of 25 would be left at generation 50, and their evenness, the chance that two samples come from different modes, would be 0.869.',
      differs:
        'Fitted modes also wander and swallow each other; one that has left its place, or kept less than a tenth of its share, counts as dead.',
      readings: [
        {
          id: 'held',
          what: 'at generation 50, modes with any sample',
          value: 'modesHeld',
          generations: [50, 50],
          over: 'mean',
          expected: [{ value: 13.67, printed: '13.7', by: 'the drift of genes', within: 0.005 }],
        },
        {
          id: 'alive',
          what: 'modes alive',
          value: 'modesAlive',
          generations: [50, 50],
          over: 'mean',
          expected: [{ value: 13.67, printed: '13.7', by: 'the drift of genes', within: 0.005, apart: WANDER }],
        },
        {
          id: 'evenness',
          what: 'evenness of the modes',
          value: 'heterozygosity',
          generations: [50, 50],
          over: 'mean',
          expected: [{ value: 0.868563, printed: '0.869', by: 'the drift of genes', within: 1e-6 }],
        },
      ],
      runs: 64,
      again: 16,
    },
  },
  {
    title: 'A web that fills up',
    look: 'Training sets stay at 400 while the real share falls from 90 to 50, 20, 5 and 1 %, and to nothing at generation 51: see where it begins to hurt.',
    query:
      'loop=fresh-data&initialReal=400&real=360&synthetic=40&generations=70&replicates=4&scores=frechetDistance,precision,recall,modesAlive,shareBias&changes=11:real=200,synthetic=200;21:real=80,synthetic=320;31:real=20,synthetic=380;41:real=4,synthetic=396;51:real=0,synthetic=400',
    forClass: true,
    published: {
      id: 'rising-share',
      source: 'Alemohammad et al., abstract',
      says: 'Concludes that “without enough fresh real data in each generation of an autophagous loop, future generative models are doomed to have their quality (precision) or diversity (recall) progressively decrease”.',
      differs: 'The paper’s models make images; how much is enough differs.',
      readings: [
        { id: 'half', what: 'recall with 50 % real', value: 'recall', generations: [16, 20], over: 'mean' },
        { id: 'twentieth', what: 'with 5 %', value: 'recall', generations: [36, 40], over: 'mean' },
        { id: 'hundredth', what: 'with 1 %', value: 'recall', generations: [46, 50], over: 'mean' },
        { id: 'none', what: 'with none for 20 generations', value: 'recall', generations: [70, 70], over: 'mean' },
      ],
      runs: 64,
      again: 16,
    },
  },
];
