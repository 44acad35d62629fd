import type { ScoreWords } from './descriptions';
import type { truths } from './truths';

/** The page's explanations. */
export const TRUTH_WORDS: Readonly<Record<(typeof truths)[number]['id'], ScoreWords>> = {
  traceOverDim: {
    meaning:
      'The fitted model’s own variance, averaged over the axes: what is left of the spread of the data. It is read from the model itself, not from samples of it.',
    formula: 'tr Σₜ / d, before sampling bias; for a mixture Σₜ is its overall covariance',
    latex: '\\frac{1}{d}\\operatorname{tr}\\Sigma_t',
    symbols: 'Σₜ: covariance of the model fitted in generation t, before sampling bias (of a mixture the overall one); d: dimensions.',
    trap: 'Over many runs mean and median part ways. In the unbiased fully synthetic loop, memory previous, the mean of the variance stays flat for ever, held up by a few huge runs, while the typical run collapses like exp(−t/(n − 1)) in one dimension: so the axis is logarithmic, the line is the median, and the mean is left to theory.',
    source: 'Alemohammad et al., arXiv 2307.01850, Sect. 3; mean and median derived in MODEL.md',
  },
  meanSquared: {
    meaning: 'How far the fitted model’s centre has wandered from the true one, squared.',
    formula: '|μₜ − μ₀|²',
    latex: '|\\mu_t-\\mu_0|^2',
    symbols: 'μₜ: mean of the model fitted in generation t; μ₀: the true mean.',
    trap: 'A mean of the squares over many runs is what theory gives; one run wanders, and its square jumps.',
    source: 'Shumailov et al., Nature 631 (2024), Theorem 3.1',
  },
  w2Squared: {
    meaning:
      'The squared 2-Wasserstein distance between the fitted Gaussian and the true one, from their parameters: the Frechet distance without the noise of evaluation samples.',
    formula: '|μₜ − μ₀|² + tr(Σₜ + Σ₀ − 2(Σₜ Σ₀)^½)',
    latex:
      '\\begin{aligned}&|\\mu_t-\\mu_0|^2\\\\&+\\operatorname{tr}\\left(\\Sigma_t+\\Sigma_0-2\\,(\\Sigma_t\\Sigma_0)^{1/2}\\right)\\end{aligned}',
    symbols: 'μ, Σ: mean and covariance of the fitted model (t) and of the truth (0).',
    trap: 'It is of the model before its sampling bias; the Frechet distance is of the samples, with it.',
    source: 'Dowson and Landau 1982; its mean over runs: MODEL.md, theory',
  },
  kl: {
    meaning:
      'How badly the fitted Gaussian explains real data: the nats per sample that are lost by taking it for the truth. A model that has narrowed gives real data no chance, so this grows without bound while the Wasserstein distance levels off.',
    formula: 'KL(truth ‖ model) = ½ [tr Σₜ⁻¹Σ₀ + (μₜ − μ₀)ᵀ Σₜ⁻¹ (μₜ − μ₀) − d + ln (det Σₜ / det Σ₀)]',
    latex:
      '\\begin{aligned}&\\tfrac12\\bigl[\\operatorname{tr}\\Sigma_t^{-1}\\Sigma_0+\\delta^{\\mathsf T}\\Sigma_t^{-1}\\delta-d\\bigr]\\\\&+\\tfrac12\\ln\\frac{\\det\\Sigma_t}{\\det\\Sigma_0},\\quad\\delta=\\mu_t-\\mu_0\\end{aligned}',
    symbols: 'μ, Σ: mean and covariance of the fitted model (t) and of the truth (0); d: dimensions. KL(truth ‖ model), in nats.',
    trap: 'It has a direction: seen from the truth, too little spread is punished far more than too much. Where the covariance is singular it is infinite, and has no value here.',
    source: 'Kullback and Leibler 1951',
  },
  momentFrechet: {
    meaning: 'The Frechet distance between the model’s exact overall mean and covariance and the true ones: no evaluation noise.',
    formula: '|μₜ − μ₀|² + tr(Σₜ + Σ₀ − 2(Σₜ Σ₀)^½), of the overall moments',
    latex:
      '\\begin{aligned}&|\\mu_t-\\mu_0|^2\\\\&+\\operatorname{tr}\\left(\\Sigma_t+\\Sigma_0-2\\,(\\Sigma_t\\Sigma_0)^{1/2}\\right)\\end{aligned}',
    symbols: 'μ, Σ: mean and covariance of the fitted model (t) and of the truth (0), overall.',
    trap: 'Moments are all that it sees: opposite modes of a ring can vanish without moving them.',
    source: 'Heusel et al. 2017, on exact moments',
  },
  heterozygosity: {
    meaning:
      'The chance that two samples of the model come from different modes; of text, that two places of the training text hold different letters, or words. It falls as shares drift, like the variety of genes in a small population, and reaches 0 when one mode or symbol is left.',
    formula: '1 − Σ W², W = weight of all fitted components nearest to a mode, or share of a symbol',
    latex: '1-\\sum_j W_j^2',
    symbols: 'Wⱼ: weight of all fitted components nearest to mode j; of text: share of symbol j.',
    trap: 'Eight even modes have 0.875, not 1. A component that bridges two modes counts for the nearer one alone.',
    source: 'heterozygosity of population genetics (Wright, Fisher); the drift law in MODEL.md',
  },
  symbolsAlive: {
    meaning:
      'How many different letters, or words and marks, the text holds that the model of this generation was trained on. Of words a model can write no other ones: with smoothing at 0, what is missing here is gone for good in the fully synthetic loop.',
    formula: 'number of different symbols in Dₜ',
    latex: '\\#\\{s\\in D_t\\}',
    symbols: 'Dₜ: training text of generation t; s: a symbol, which is a letter, or a word or mark.',
    trap: 'It is of the training text. Words alive, the score, is counted in what the model writes, of words whatever the symbols are.',
    source: 'it counts; its law, branching lines of words, is a guide (MODEL.md, theory)',
  },
  logDet: {
    meaning:
      'The logarithm of the determinant of the model’s covariance: it falls by a steady amount each generation when the spread shrinks by a steady factor.',
    formula: 'ln det Σₜ',
    latex: '\\ln\\det\\Sigma_t',
    symbols: 'Σₜ: covariance of the model fitted in generation t.',
    trap: 'It falls for ever in the fully synthetic loop (memory previous) even where the mean of the variance stays flat: the mean of a logarithm follows the typical run.',
    source: 'Alemohammad et al., arXiv 2307.01850; the law in MODEL.md',
  },
};
