import { kindOf } from '../catalogue';
import type { Memory } from '../descriptions';
import { loops } from '../loops';
import { always, type Chosen, count, type HelpOf, type Keys, MAD, NO_FORMULA, type Option, type WordsOf } from './key';

const memories: readonly (Option & { readonly id: Memory })[] = [
  { id: 'previous', name: 'Previous generation' },
  { id: 'all', name: 'All generations' },
  { id: 'subsample', name: 'Random subset' },
  { id: 'last', name: 'Last generations' },
];

/** What each training set is made of. */
export const LOOP_KEYS = {
  loop: {
    type: 'list',
    label: 'Loops',
    live: false,
    applies: always,
    options: loops.map(({ id, name }): Option => ({ id, name })),
    // fixed: a loop added later must not join the links of before
    fallback: () => 'fully-synthetic,synthetic-augmentation,fresh-data',
  },
  memory: {
    type: 'choice',
    label: 'Memory',
    live: { long: 'memory', short: 'memory' },
    applies: always,
    options: memories,
    fallback: () => 'previous',
  },
  span: count('Generations remembered', {
    live: { long: 'generations remembered', short: 'span' },
    min: 1,
    max: 100,
    scale: 'log',
    fallback: () => 5,
    waits: true,
    applies: ({ memory, changes }) => [memory, ...changes.map(({ settings }) => settings.memory)].includes('last'),
  }),
  initialReal: count('Initial real samples', {
    min: 10,
    scale: 'log',
    decides: ['data'],
    fallback: (chosen: Chosen) => kindOf(chosen).defaults.initialReal,
  }),
  real: count('Fresh real samples per generation', {
    live: { long: 'fresh real samples', short: 'fresh data' },
    scale: 'log',
    fallback: (chosen: Chosen) => kindOf(chosen).defaults.real,
    waits: true,
    applies: ({ loop }) => loops.some(({ id, parts }) => loop.includes(id) && parts.includes('fresh')),
  }),
  synthetic: count('Synthetic samples per generation', {
    live: { long: 'synthetic samples', short: 'synthetic' },
    min: 10,
    scale: 'log',
    fallback: (chosen: Chosen) => kindOf(chosen).defaults.synthetic,
  }),
  bias: {
    type: 'number',
    label: 'Sampling bias λ',
    live: { long: 'sampling bias λ', short: 'λ' },
    applies: always,
    min: 0,
    max: 1.5,
    sliderMax: 1,
    scale: 'linear',
    fallback: () => 1,
  },
} as const satisfies Keys;

/** What a model is told by the bias, on the page too. */
export const BIAS_HELP = 'at 1 a model is sampled faithfully; lower keeps to what is likeliest, and buys quality with diversity';

export const LOOP_HELP: HelpOf<typeof LOOP_KEYS> = {
  loop: 'loops that run side by side',
  memory:
    'the synthetic data that a training set draws on: the previous generation, all earlier ones, a fixed-size random subset, or the last generations',
  span: 'how many of the last generations, with memory=last: each sample comes from one of their models, chosen at random',
  initialReal: 'real samples that generation 1 is trained on',
  real: 'new real samples in every training set of the fresh data loop',
  synthetic: 'new samples of earlier models in every training set',
  bias: BIAS_HELP,
};

export const LOOP_WORDS: WordsOf<typeof LOOP_KEYS> = {
  loop: {
    meaning: 'A loop is the rule that says what each next model is trained on. The ones ticked run side by side from the same first model.',
    effect: 'Together they show what real data are worth; each alone computes faster.',
    ...NO_FORMULA,
    trap: 'Loops with real data have larger training sets too, unless you set the sizes equal.',
    source: `${MAD}, Sect. 2.2`,
  },
  memory: {
    meaning:
      'Which generated samples a training set holds: those of the last model, of all models so far, a random subset of everything, or some of each of the last few models.',
    effect: 'Keeping all of them slows the collapse, for old samples are closer to the truth.',
    formula: 'all: n_s (t − 1) synthetic samples in D_t instead of n_s',
    latex: '\\underbrace{n_s}_{\\text{previous}}\\ \\text{or}\\ \\underbrace{(t-1)\\,n_s}_{\\text{all}}',
    symbols: 'Synthetic samples in the training set of generation t. n_s: synthetic samples per generation.',
    trap: 'With all of them kept the training set, and the time to fit it, grow every generation. A random subset exists for synthetic augmentation only.',
    source: `Kazdan et al., arXiv 2410.16713 (replace, accumulate, accumulate-subsample); last generations: ${MAD}, App. G`,
  },
  span: {
    meaning: 'How many of the last models give the synthetic samples: each sample comes from one of them, chosen at random.',
    effect: 'More: older models, closer to the truth, keep a share, so the loop goes wrong more slowly. At 1 it is the previous generation alone.',
    formula: 'y ~ G_u, with u drawn from t − L to t − 1',
    latex: 'y\\sim G_u,\\quad u\\sim\\mathrm{Unif}\\{t-L,\\dots,t-1\\}',
    symbols: 'y: a synthetic sample in the training set of generation t; L: generations remembered, as many as there are; Gᵤ: model of generation u.',
    trap: 'The training set does not grow: n_s samples in all. It slows the loss and does not end it.',
    source: `${MAD}, App. G`,
  },
  initialReal: {
    meaning: 'How many real samples the first model is trained on; synthetic augmentation keeps exactly these for good.',
    effect: 'More: a better start for all loops, and a better anchor for augmentation.',
    formula: 'error of the first mean = 1/n_ini',
    latex: '\\mathbb E\\,(\\mu_1-\\mu_0)(\\mu_1-\\mu_0)^{\\mathsf T}=\\frac{1}{n_{\\text{ini}}}\\,\\Sigma_0',
    symbols: 'n_ini: initial real samples; μ₁: mean of the first model; μ₀, Σ₀: the true mean and covariance.',
    trap: 'A good start does not last: where the fresh data loop settles does not depend on it.',
    source: `${MAD}, eq. 3; the formula: MODEL.md, theory`,
  },
  real: {
    meaning: 'How many new real samples join every training set of the fresh data loop.',
    effect: 'More: it settles closer to the truth. At 0 it becomes the fully synthetic loop; drag it there while it runs, and back.',
    formula: 'share of real data p = n_r/(n_r + n_s)',
    latex: 'p=\\frac{n_r}{n_r+n_s}',
    symbols: 'n_r, n_s: fresh real and synthetic samples per generation; p: share of real data in a training set.',
    trap: 'The other loops ignore it. Digits are finite: a long run uses them up, and then they repeat.',
    source: `${MAD}, Sect. 2.2`,
  },
  synthetic: {
    meaning: 'How many new samples of earlier models each training set gets: of the model before, unless the memory says otherwise.',
    effect:
      'More of them copy a model more exactly, so the fully synthetic loop lasts longer; in the other loops they also water down the real data.',
    formula: 'a typical variance falls like exp(−t/(n_s − 1))',
    latex: '\\text{typical variance}\\approx e^{-t/(n_s-1)}',
    symbols: 'Fully synthetic loop, memory previous, one dimension, faithful sampling, n_s samples in every generation t.',
    trap: 'Below λ = 1 synthetic data can do harm beyond a certain number, however much real data there is.',
    source: `${MAD}; the law and the threshold: MODEL.md, theory`,
  },
  bias: {
    meaning: 'How closely a model keeps to what it finds likeliest when it is sampled: 1 is faithful, 0 gives its most typical samples only.',
    effect: 'Lower is quality bought with diversity: precision holds or rises, recall falls faster.',
    formula: 'x ~ N(μ, λΣ)',
    latex: 'x\\sim\\mathcal N(\\mu,\\,\\lambda\\,\\Sigma)',
    symbols: 'μ, Σ: of the fitted Gaussian, or of each component of a mixture (our extension). Digits: the latent point z ~ N(0, λI).',
    trap: 'The samples look better while the loop gets worse. Other papers use the letter λ for other things.',
    source: `${MAD}: Gaussians and flows`,
  },
};
