import { type HelpOf, MAD, NATURE, NO_FORMULA, OURS, type WordsOf } from '../keys/explained';
import type { GAUSSIAN_KEYS } from './gaussian.about';
import type { MIXTURE_KEYS } from './gaussianMixture.about';
import type { NGRAM_KEYS } from './ngram.about';
import type { VAE_KEYS } from './vae.about';

/** What the page explains, and a line on each key for shells and docs: nothing of it is needed before somebody asks. */

const GAUSSIAN_HELP: HelpOf<typeof GAUSSIAN_KEYS> = {
  covariance: 'divide by n − 1 (unbiased) or by n (maximum likelihood)',
  neon: 'Neon: how far the Gaussian steps away from what a fit to its own samples would be; 0 is off',
};

const GAUSSIAN_WORDS: WordsOf<typeof GAUSSIAN_KEYS> = {
  covariance: {
    meaning: 'What the squares are divided by when a Gaussian’s variance is measured.',
    effect: 'Maximum likelihood comes out a little low every time, so the fully synthetic variance shrinks even in the mean.',
    formula: 'mean of Σ_t over runs: Σ_0 when divided by n − 1, (1 − 1/n)^t Σ_0 when divided by n',
    latex: '\\mathbb E\\,\\Sigma_t=\\begin{cases}\\Sigma_0&\\text{by }n-1\\\\(1-\\frac1n)^t\\,\\Sigma_0&\\text{by }n\\end{cases}',
    symbols: 'Fully synthetic, λ = 1, n samples in every generation t; Σₜ: fitted covariance; Σ₀: the true one.',
    trap: 'Unbiased saves the mean, not the typical run, which collapses either way.',
    source: `n − 1: ${MAD}, and ${NATURE}, Theorem 3.1; n: the latter’s code`,
  },
  neon: {
    meaning:
      'A second Gaussian, fitted to samples of the first, shows what is lost when a model learns from itself; the model steps w times that back.',
    effect: 'At w = 1/λ it makes up for the sampling bias: over many runs, samples spread as widely as the training set. Higher: more widely.',
    formula: 'θ = (1 + w) θ_t − w θ_s; on average Σ = (1 + w(1 − λ)) Σ_t',
    latex: '\\theta=(1+w)\\,\\theta_t-w\\,\\theta_s,\\qquad\\mathbb E\\,\\Sigma=(1+w(1-\\lambda))\\,\\mathbb E\\,\\Sigma_t',
    symbols: 'θ: mean and covariance Σ; θ_t: fitted to the training set; θ_s: to n_s samples of θ_t; λ: sampling bias; on average: divisor n − 1.',
    trap: 'It cancels the bias, not the luck of small samples, and adds noise. A variance that would come out below zero becomes zero.',
    source: 'after Neon, negative extrapolation from self-training; on the moments of a Gaussian it is a choice of MAD Lab',
  },
};

const MIXTURE_HELP: HelpOf<typeof MIXTURE_KEYS> = {
  components: 'Gaussians in the mixture',
};

const MIXTURE_WORDS: WordsOf<typeof MIXTURE_KEYS> = {
  components: {
    meaning: 'How many Gaussians the mixture is made of.',
    effect: 'Fewer than the data have modes: one must bridge two. More: several share a mode.',
    formula: 'density = Σ w_k N(x; μ_k, Σ_k)',
    latex: 'p(x)=\\sum_{k=1}^{K}w_k\\,\\mathcal N(x;\\,\\mu_k,\\Sigma_k)',
    symbols: 'K: components; w, μ, Σ: weight, mean and covariance of each.',
    trap: 'The right number is no protection: modes are lost because samples run out, not components.',
    source: 'fixed choices of the fit: MODEL.md, models',
  },
};

const VAE_HELP: HelpOf<typeof VAE_KEYS> = {
  resolution: 'side of the image in pixels',
  units: 'hidden units of the VAE: the model’s scale',
  latent: 'dimensions of the VAE’s latent space',
  steps: 'optimiser steps per generation, the same in every loop',
  beta: 'weight of the latent term in the VAE’s loss',
  decode: 'take the decoder’s mean, or draw every pixel from it',
  warmStart: 'start each network from the weights of the one before (true), or from new random ones (false)',
};

const VAE_WORDS: WordsOf<typeof VAE_KEYS> = {
  resolution: {
    meaning: 'Pixels along each side of a digit.',
    effect: '28 is MNIST as it is, and slower; at 14 each pixel is the mean of four.',
    ...NO_FORMULA,
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
    ...NO_FORMULA,
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
    ...NO_FORMULA,
    trap: 'Drawn pixels look noisy, and are the more faithful samples.',
    source: `means as in the code of ${NATURE}`,
  },
  warmStart: {
    meaning: 'Whether a new network starts from random weights, or goes on from those of the network before, on the new training set.',
    effect: 'Going on: all generations together train one network, which may still know what the newest training set no longer holds.',
    formula: 'from the weights of G_{t−1}, or from random ones, to those of G_t',
    latex: 'w_t=\\operatorname{train}(D_t,\\;w_{t-1})\\quad\\text{or}\\quad\\operatorname{train}(D_t,\\;\\text{random})',
    symbols: 'Gₜ: network of generation t, wₜ its weights; Dₜ: its training set.',
    trap: 'Later generations have then been trained for longer, so part of any difference is one of training length, not of data.',
    source: OURS,
  },
};

const NGRAM_HELP: HelpOf<typeof NGRAM_KEYS> = {
  unit: 'what the model counts in books: letters, or words and marks',
  order: 'how many symbols of context the model sees; at most 3 words',
  smoothing: 'mu: in a context that was seen N times, a shorter one is asked with probability mu/(N + mu)',
};

const NGRAM_WORDS: WordsOf<typeof NGRAM_KEYS> = {
  unit: {
    meaning: 'What the model counts and writes one by one: letters, or whole words and marks.',
    effect: 'By letters it also makes words that do not exist; by words it puts real words into new orders, and gets stuck in phrases.',
    ...NO_FORMULA,
    trap: 'A sample is a word or mark either way, so the sizes mean the same amount of text.',
    source: OURS,
  },
  order: {
    meaning: 'How many letters, or words, back the model looks before it writes the next one.',
    effect: 'More: it copies longer stretches of what it has read; fewer: more that is new, and more nonsense.',
    formula: 'P(x_i | x_(i−o), …, x_(i−1))',
    latex: 'P(x_i\\mid x_{i-o},\\dots,x_{i-1})',
    symbols: 'xᵢ: letters or words of the text; o: the context.',
    trap: 'Long contexts of a small text were seen once: what looks like good writing is then a copy.',
    source: 'Shannon 1948; the circular text is a choice of MAD Lab',
  },
  smoothing: {
    meaning: 'How readily the model trusts a shorter context instead of the whole one, down to any symbol at all.',
    effect: 'Zero: only what was seen is ever written. Higher: more that was never there, and from about 1 on gibberish.',
    formula: 'P(s|c) = (1 − e) T(s|c) + e P(s|c′), e = μ/(N(c) + μ)',
    latex: "P(s\\mid c)=(1-e)\\,T(s\\mid c)+e\\,P(s\\mid c'),\\qquad e=\\frac{\\mu}{N(c)+\\mu}",
    symbols: 'c: context, seen N(c) times; c′: c without its oldest symbol; T(s|c): share of the times in which s followed, at sampling bias 1.',
    trap: 'It and the sampling bias λ are knobs for two ends: λ < 1 leads to one loop of words, μ ≥ 1 to gibberish.',
    source: 'hierarchical back-off with Dirichlet smoothing (MacKay and Peto 1995)',
  },
};

export const MODEL_HELP = { ...GAUSSIAN_HELP, ...MIXTURE_HELP, ...VAE_HELP, ...NGRAM_HELP };
export const MODEL_WORDS = { ...GAUSSIAN_WORDS, ...MIXTURE_WORDS, ...VAE_WORDS, ...NGRAM_WORDS };
