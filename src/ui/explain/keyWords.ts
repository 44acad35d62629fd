import type { Key } from '../../engine/experiment';

/** What a control is, for a reader of sixteen and for one who has read the papers. */
export interface ControlWords {
  readonly meaning: string;
  /** what moving it does */
  readonly effect: string;
  /** in words and plain symbols, for ears; in LaTeX; what its letters stand for. Empty where there is nothing to write down. */
  readonly formula: string;
  readonly latex: string;
  readonly symbols: string;
  readonly trap: string;
  readonly source: string;
}

/** Keys that no control of the page sets. */
type WithoutControl = 'v' | 'scores' | 'changes';

const none = { formula: '', latex: '', symbols: '' } as const;
const MAD = 'Alemohammad et al., arXiv 2307.01850';
const NATURE = 'Shumailov et al., Nature 631 (2024)';
const OURS = 'a choice of MAD Lab';

/** A key added to the schema has to be explained here, or nothing compiles. */
export const KEY_WORDS: Record<Exclude<Key, WithoutControl>, ControlWords> = {
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
    ...none,
    trap: 'On the ring opposite modes can die without a trace in mean and variance: watch recall and modes alive.',
    source: 'the densities are written out under “How this is computed”',
  },
  dim: {
    meaning: 'How many numbers make up one sample of the Gaussian data.',
    effect: 'More dimensions: more to estimate from the same samples, so the loops go wrong sooner.',
    formula: 'x ~ N(0, I_d)',
    latex: 'x\\sim\\mathcal N(0,\\,I_d)',
    symbols: 'd: dimensions; I_d: variance 1 along each, no correlation.',
    trap: 'The picture shows the first two axes only, whatever d is.',
    source: `d = 100 is the setting of ${MAD}, Fig. 10`,
  },
  points: {
    meaning: 'Your own truth: points that you draw, paste or drop. Real data are drawn from the cloud around them, so there is no end to them.',
    effect: 'Small groups and thin lines are the rare parts: they are what the loops forget first.',
    formula: 'p(x) = 1/N sum of N(x; x_n, h² I)',
    latex: 'p(x)=\\frac1N\\sum_{n=1}^{N}\\mathcal N(x;\\,x_n,\\,h^2 I)',
    symbols: 'xₙ: your N points; h: the median distance to the nearest neighbour, between 0.05 and 0.2; I: the identity.',
    trap: 'The models see samples of this density, not your points themselves; the finest details are smoothed away before anything is learnt.',
    source: 'kernel density estimate; the bandwidth is a choice of MAD Lab',
  },
  loop: {
    meaning: 'A loop is the rule that says what each next model is trained on. The ones ticked run side by side from the same first model.',
    effect: 'Together they show what real data are worth; each alone computes faster.',
    ...none,
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
  evaluation: {
    meaning: 'How many samples of each model are drawn only to score it, against as many real ones that no model has seen.',
    effect: 'More: less noise in every score, and more time for each generation. The loops themselves don’t change.',
    ...none,
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
    ...none,
    trap: 'One run is one draw. And for the variance a mean over runs misleads: a few huge runs hold it up while most collapse.',
    source: 'mean and median: MODEL.md, theory',
  },
  seed: {
    meaning: 'The number from which all chance in a run is made.',
    effect: 'The same seed gives the same numbers again, paused or not; another seed is another run of the same experiment.',
    ...none,
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
  covariance: {
    meaning: 'What the squares are divided by when a Gaussian’s variance is measured.',
    effect: 'Maximum likelihood comes out a little low every time, so the fully synthetic variance shrinks even in the mean.',
    formula: 'mean of Σ_t over runs: Σ_0 when divided by n − 1, (1 − 1/n)^t Σ_0 when divided by n',
    latex: '\\mathbb E\\,\\Sigma_t=\\begin{cases}\\Sigma_0&\\text{by }n-1\\\\(1-\\frac1n)^t\\,\\Sigma_0&\\text{by }n\\end{cases}',
    symbols: 'Fully synthetic, λ = 1, n samples in every generation t; Σₜ: fitted covariance; Σ₀: the true one.',
    trap: 'Unbiased saves the mean, not the typical run, which collapses either way.',
    source: `n − 1: ${MAD}, and ${NATURE}, Theorem 3.1; n: the latter’s code`,
  },
  components: {
    meaning: 'How many Gaussians the mixture is made of.',
    effect: 'Fewer than the data have modes: one must bridge two. More: several share a mode.',
    formula: 'density = Σ w_k N(x; μ_k, Σ_k)',
    latex: 'p(x)=\\sum_{k=1}^{K}w_k\\,\\mathcal N(x;\\,\\mu_k,\\Sigma_k)',
    symbols: 'K: components; w, μ, Σ: weight, mean and covariance of each.',
    trap: 'The right number is no protection: modes are lost because samples run out, not components.',
    source: 'fixed choices of the fit: MODEL.md, models',
  },
  resolution: {
    meaning: 'Pixels along each side of a digit.',
    effect: '28 is MNIST as it is, and slower; at 14 each pixel is the mean of four.',
    ...none,
    trap: 'Each size has its own classifier, so scores at 14 and 28 can’t be compared.',
    source: 'MNIST; 14 × 14 is a choice of MAD Lab',
  },
  units: {
    meaning: 'The scale of the network: neurons between image and latent variables.',
    effect: 'More: it can copy finer detail, and takes longer to train.',
    formula: 'side² → units → latent → units → side²',
    latex: '\\text{side}^2\\to h\\to d_z\\to h\\to\\text{side}^2',
    symbols: 'h: hidden units; d_z: latent dimensions.',
    trap: 'A larger network given the same steps is not always a better one.',
    source: OURS,
  },
  latent: {
    meaning: 'How many numbers the network squeezes an image into.',
    effect: 'More: room for more kinds of digits; fewer: blurrier, more alike.',
    formula: 'z ~ N(0, λ I)',
    latex: 'z\\sim\\mathcal N(0,\\,\\lambda\\,I_{d_z})',
    symbols: 'z: the point from which the decoder draws an image; d_z: latent dimensions; λ: sampling bias.',
    trap: 'A network may leave some of them unused.',
    source: `${MAD}: λ in latent space, for flows; the size is a choice of MAD Lab`,
  },
  steps: {
    meaning: 'How long each network is trained, in steps of 64 images.',
    effect: 'More: each generation fits its training set better, and takes longer.',
    ...none,
    trap: 'It is the same in every loop, unlike in the papers, which train in epochs: so a difference between loops is one of data.',
    source: OURS,
  },
  beta: {
    meaning: 'How strongly the network is made to keep its latent variables close to standard normal ones.',
    effect: 'Higher: smoother and more alike; lower: sharper images, but random latent points may give odd ones.',
    formula: 'loss = cross-entropy + β · KL(q(z|x) ‖ N(0, I))',
    latex: '\\text{loss}=\\text{cross-entropy}+\\beta\\,\\mathrm{KL}\\bigl(q(z\\mid x)\\,\\|\\,\\mathcal N(0,I)\\bigr)',
    symbols: 'q(z|x): what the encoder infers of image x; KL: Kullback-Leibler divergence.',
    trap: 'β changes how fast variance is lost in every loop, so compare loops at one β.',
    source: 'our recipe: MODEL.md, models',
  },
  decode: {
    meaning: 'Whether a generated image is the decoder’s grey mean, or black and white pixels drawn from it.',
    effect: 'Means look smooth but lose variance every generation, even with unlimited data; drawn pixels lose much less.',
    ...none,
    trap: 'Drawn pixels look noisy, and are the more faithful samples.',
    source: `means as in the code of ${NATURE}`,
  },
  backend: {
    meaning: 'The part of this computer that does the arithmetic: its graphics processor (webgl) or its processor (wasm, cpu).',
    effect: 'Auto takes the first that works here. The choice changes the speed, and numbers from their last digits on.',
    ...none,
    trap: 'For the same numbers on every computer choose wasm or cpu.',
    source: OURS,
  },
};

/** The one control that is no key: it changes what is shown when, and no number. */
export const SPEED_WORDS: ControlWords = {
  meaning: 'How many generations a second are shown, once they are computed.',
  effect: 'Slow enough to follow, or “max”: as fast as this computer computes.',
  ...none,
  trap: 'It changes no number: computing runs ahead of what is shown.',
  source: OURS,
};
