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
