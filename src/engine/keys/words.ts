import type { CHOICE_KEYS } from './choices';
import { type HelpOf, MAD, NATURE, NO_FORMULA, OURS, type WordsOf } from './explained';
import { BIAS_HELP, type LOOP_KEYS } from './loop';
import type { LAST_KEYS, RUN_KEYS } from './run';

/** What the page explains, and a line on each key for shells and docs: nothing of it is needed before somebody asks. */

export const CHOICE_HELP: HelpOf<typeof CHOICE_KEYS> = {
  v: 'version of this table of keys',
  model: 'what is fitted to each training set',
  dataset: 'where real data come from',
};

export const CHOICE_WORDS: WordsOf<Omit<typeof CHOICE_KEYS, 'v'>> = {
  model: {
    meaning: 'What learns: each generation a new one is fitted, from scratch, to that generation’s training set.',
    effect: 'A Gaussian can only shrink or wander, and its theory is exact; a mixture can also lose whole modes; a VAE learns images.',
    formula: 'G_t = fit(D_t)',
    latex: 'G_t=\\operatorname{fit}(D_t)',
    symbols: 'Gₜ: model of generation t; Dₜ: its training set.',
    trap: 'These are small stand-ins: they show what loops do, not how large image or language models behave in numbers.',
    source: `loops: ${MAD}; mixture and VAE after ${NATURE}`,
  },
  dataset: {
    meaning: 'The truth that the models try to learn. Only generation 1, and the loops with real data, ever see it.',
    effect: 'Many or rare modes are lost sooner; one round cloud has no modes to lose, and theory follows it exactly.',
    ...NO_FORMULA,
    trap: 'On the ring opposite modes can die without a trace in mean and variance: watch recall and modes alive.',
    source: 'the densities are written out under “How this is computed”',
  },
};

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

export const RUN_HELP: HelpOf<typeof RUN_KEYS & typeof LAST_KEYS> = {
  evaluation: 'samples drawn from each generation only to score it, against as many held-out real ones',
  generations: 'the last generation to run',
  replicates: 'independent repetitions of the whole experiment',
  seed: 'the same seed gives the same numbers',
  scores: 'scores computed at every generation: `all`, `none`, or names',
  k: 'neighbours in precision, recall, density and coverage',
  changes: 'live keys changed during the run: GEN:key=value,key=value;GEN:…',
  backend: 'where the numbers are computed; auto takes the first that works of webgl, wasm and cpu',
};

export const RUN_WORDS: WordsOf<Omit<typeof RUN_KEYS & typeof LAST_KEYS, 'scores' | 'changes'>> = {
  evaluation: {
    meaning: 'How many samples of each model are drawn only to score it, against as many real ones that no model has seen.',
    effect: 'More: less noise in every score, and more time for each generation. The loops themselves don’t change.',
    ...NO_FORMULA,
    trap: 'Recall and precision depend on this number: compare runs of the same size only.',
    source: OURS,
  },
  generations: {
    meaning: 'How many times a model is trained: the first on real data, each later one by the rule of its loop.',
    effect: 'Raising it continues a finished run; nothing is computed again.',
    formula: 'D_1 → G_1 → D_2 → G_2 → …',
    latex: 'D_1\\to G_1\\to D_2\\to G_2\\to\\cdots',
    symbols: 'Dₜ: training set; Gₜ: the model fitted to it.',
    trap: 'A loop that still holds at the last generation may only be slow.',
    source: `${MAD}, Sect. 2.2`,
  },
  replicates: {
    meaning: 'How many times the whole experiment is repeated, each with its own chance.',
    effect: 'More: the charts draw the median and a band, so that luck can be told from law.',
    ...NO_FORMULA,
    trap: 'One run is one draw. And for the variance a mean over runs misleads: a few huge runs hold it up while most collapse.',
    source: 'mean and median: MODEL.md, theory',
  },
  seed: {
    meaning: 'The number from which all chance in a run is made.',
    effect: 'The same seed gives the same numbers again, paused or not; another seed is another run of the same experiment.',
    ...NO_FORMULA,
    trap: 'Don’t search for the seed that tells your story: raise the replicates instead.',
    source: OURS,
  },
  k: {
    meaning: 'How far a sample’s neighbourhood reaches in precision, recall, density and coverage: to its k-th nearest neighbour.',
    effect: 'Larger: wider neighbourhoods, so precision and recall rise for every model alike.',
    formula: 'r(x) = distance from x to its k-th nearest neighbour',
    latex: 'r(x)=\\left|\\,x-x_{(k)}\\right|',
    symbols: 'x₍ₖ₎: the k-th nearest other sample of the same set.',
    trap: 'Values with different k can’t be compared.',
    source: `k = 5 as in ${MAD}`,
  },
  backend: {
    meaning: 'The part of this computer that does the arithmetic: its graphics processor (webgl) or its processor (wasm, cpu).',
    effect: 'Auto takes the first that works here. The choice changes the speed, and numbers from their last digits on.',
    ...NO_FORMULA,
    trap: 'For the same numbers on every computer choose wasm or cpu.',
    source: OURS,
  },
};

/** The one control that is no key: it changes what is shown when, and no number. */
export const SPEED_WORDS = {
  meaning: 'How many generations a second are shown, once they are computed.',
  effect: 'Slow enough to follow, or “max”: as fast as this computer computes.',
  ...NO_FORMULA,
  trap: 'It changes no number: computing runs ahead of what is shown.',
  source: OURS,
} as const;
