import type { ScoreWords } from '../descriptions';
import type { MetricId } from './about';

/** The page's explanations: what it is, how it is computed, the known trap, the source. */
export const METRIC_WORDS: Readonly<Record<MetricId, ScoreWords>> = {
  frechetDistance: {
    meaning:
      'How far the generated samples are from held-out real ones in mean, spread and correlation; 0 when all three agree. Points are compared in their own coordinates, digits in 64 features of a digit classifier.',
    formula: '|m_r − m_s|² + tr(S_r + S_s − 2 (S_r S_s)^½), with means m and covariances S (divisor n − 1); the squared distance of two Gaussians',
    latex: '\\begin{aligned}&|m_r-m_s|^2\\\\&+\\operatorname{tr}\\left(S_r+S_s-2\\,(S_rS_s)^{1/2}\\right)\\end{aligned}',
    symbols: 'm, S: mean and covariance (divisor n − 1) of r, real, and s, generated samples. The squared distance of two Gaussians.',
    trap: 'It sees only mean and covariance. On a ring, opposite modes cancel in both, so in a single run it may fall while modes die: judge the ring by recall and modes alive, or by the median of at least 8 replicates.',
    source: 'Dowson and Landau 1982; for generative models Heusel et al. 2017, arXiv 1706.08500',
  },
  precision: {
    meaning:
      'The share of generated samples that look real: each of them lies among held-out real samples, no farther from one of these than its k-th nearest real neighbour.',
    formula: 'share of generated y with |y − x| ≤ r(x) for at least one real x; r(x) = distance from x to its k-th nearest other real sample',
    latex: '\\frac{1}{m}\\sum_{y}\\mathbf{1}\\left[\\,\\exists x:\\ |y-x|\\le r(x)\\,\\right]',
    symbols:
      'y: the m generated samples; x: real ones; r(x): distance from x to its k-th nearest other real sample. ∃: there is; 1[…]: 1 where it holds, else 0.',
    trap: 'It says nothing about variety. When a model collapses to one grey blob, precision rises to 1, because the blob sits inside a large real neighbourhood: a score that looks good is not a model that is good.',
    source: 'Kynkäänniemi et al. 2019, arXiv 1904.06991 (k = 5 as in Alemohammad et al., arXiv 2307.01850)',
  },
  recall: {
    meaning:
      'The share of held-out real samples that the model can still produce: each of them lies among generated samples, no farther from one of these than its k-th nearest generated neighbour.',
    formula: 'share of real x with |x − y| ≤ r(y) for at least one generated y; r(y) = distance from y to its k-th nearest other generated sample',
    latex: '\\frac{1}{n}\\sum_{x}\\mathbf{1}\\left[\\,\\exists y:\\ |x-y|\\le r(y)\\,\\right]',
    symbols:
      'x: the n real samples; y: generated ones; r(y): distance from y to its k-th nearest other generated sample. ∃: there is; 1[…]: 1 where it holds, else 0.',
    trap: 'A few stray generated samples have wide neighbourhoods and can cover real data that the model hardly makes: where little is left, that alone makes recall jump up and down, while coverage stays low. It also depends on the number of samples: compare runs of equal evaluation size.',
    source: 'Kynkäänniemi et al. 2019, arXiv 1904.06991 (k = 5 as in Alemohammad et al., arXiv 2307.01850)',
  },
  modesAlive: {
    meaning: 'How many modes of the real data (for digits: how many of the ten classes) the model still makes.',
    formula:
      'a mode counts when at least 10 % of its fair share of the generated samples, and at least 3, lie within 3 σ of its centre; a digit class when it has at least 10 % of its share',
    latex: '\\sum_{j}\\mathbf{1}\\left[\\,n_j\\ge\\max(3,\\ 0.1\\,w_j\\,m)\\,\\right]',
    symbols:
      'nⱼ: how many of the m generated samples lie within 3 σ of the centre of mode j; wⱼ: its true share. A digit class counts from 10 % of its share. 1[…]: 1 where it holds, else 0.',
    trap: 'All or nothing: a mode at 11 % of its share still counts as alive, and one whose samples have drifted aside counts as dead. It is called lost only when it has been dead for three generations and real samples would show it. Share bias shows the change earlier.',
    source: 'definition of this project',
  },
  classEntropy: {
    meaning:
      'How evenly the ten digits appear among the generated images, in nats: 2.30 (ln 10) when all are equally frequent, 0 when only one is left.',
    formula: '−Σ p ln p over the shares p of the ten classes, as the digit classifier names them',
    latex: '-\\sum_{j}p_j\\ln p_j',
    symbols: 'pⱼ: share of the generated images that the digit classifier names j.',
    trap: 'The classifier must name a digit even where there is none, so blurred images split between classes look like variety. Look at the images too.',
    source: 'Shannon entropy of predicted classes',
  },
  density: {
    meaning:
      'How crowded with real samples the places are where generated ones lie. It is about 1 when both follow the same distribution and 0 when the generated ones lie where no real ones are.',
    formula: 'average over generated y of (number of real x with |y − x| < r(x)) / k; r(x) = distance from x to its k-th nearest other real sample',
    latex: '\\frac{1}{k\\,m}\\sum_{y}\\sum_{x}\\mathbf{1}\\left[\\,|y-x|<r(x)\\,\\right]',
    symbols: 'y: the m generated samples; x: real ones; r(x): distance from x to its k-th nearest other real sample. 1[…]: 1 where it holds, else 0.',
    trap: 'More is not better: a model that makes only the most typical samples scores above 1.',
    source: 'Naeem et al. 2020, arXiv 2002.09797',
  },
  coverage: {
    meaning:
      'The share of held-out real samples that have a generated sample closer than their k-th nearest real neighbour. Unlike recall, stray generated samples cannot raise it.',
    formula: 'share of real x with |x − y| < r(x) for at least one generated y; r(x) = distance from x to its k-th nearest other real sample',
    latex: '\\frac{1}{n}\\sum_{x}\\mathbf{1}\\left[\\,\\exists y:\\ |x-y|<r(x)\\,\\right]',
    symbols:
      'x: the n real samples; y: generated ones; r(x): distance from x to its k-th nearest other real sample. ∃: there is; 1[…]: 1 where it holds, else 0.',
    trap: 'Even a perfect model stays below 1: with equal numbers of samples and k = 5 expect 0.969. It also falls when a mode is made too rarely, not only when it is lost.',
    source: 'Naeem et al. 2020, arXiv 2002.09797',
  },
  vendi: {
    meaning: 'The effective number of different samples among the generated ones: 1 when all are alike, and the more, the more kinds there are.',
    formula:
      'exp(−Σ λ ln λ) over the eigenvalues λ of K/n. Points: K_ij = exp(−|y_i − y_j|²/(2σ²)), σ = half the median distance between held-out real samples; digits: K_ij = cosine of the angle between the 64 features of i and j',
    latex: '\\exp\\Bigl(-\\sum_i\\lambda_i\\ln\\lambda_i\\Bigr)',
    symbols:
      'λᵢ: eigenvalues of K/n, K the likeness of all pairs. Points: exp(−|yᵢ − yⱼ|²/(2σ²)), σ half the median distance of held-out real samples; digits: cosine of their 64 features.',
    trap: 'It never looks at the real data: samples scattered where nothing real lies raise it as much as real variety does. Compare it with its value for real samples.',
    source: 'Friedman and Dieng 2023, arXiv 2210.02410',
  },
  traceRatio: {
    meaning:
      'Total variance of the generated samples divided by that of held-out real ones: 1 is right, towards 0 the cloud collapses, above 1 it spreads.',
    formula: 'tr S_s / tr S_r, covariances with divisor n − 1',
    latex: '\\frac{\\operatorname{tr}S_s}{\\operatorname{tr}S_r}',
    symbols: 'S: covariance (divisor n − 1) of s, generated, and r, real samples.',
    trap: 'It cannot see lost modes: a ring that has lost two opposite ones keeps its variance. Over many runs a few very wide ones hold the mean up while almost all collapse: read the median.',
    source: 'ratio of total variances; its role in the loops: Alemohammad et al., arXiv 2307.01850',
  },
  effectiveRank: {
    meaning: 'In how many directions the generated samples spread: 1 when they lie on a line, the full dimension when they spread equally in all.',
    formula: 'exp(−Σ p ln p), p = eigenvalues of the covariance of the generated samples, divided by their sum',
    latex: '\\exp\\Bigl(-\\sum_i p_i\\ln p_i\\Bigr)',
    symbols: 'pᵢ: eigenvalues of the covariance of the generated samples, divided by their sum.',
    trap: 'It measures the shape of the spread, not its size: a cloud that shrinks evenly keeps its effective rank.',
    source: 'Roy and Vetterli 2007, here with eigenvalues of the covariance',
  },
  shareBias: {
    meaning:
      'The part of the generated samples that would have to move to another mode or class to restore the true shares: 0 is unbiased, near 1 almost everything sits in the wrong place.',
    formula: '½ Σ |share of generated samples − true share| over modes (nearest centre) or classes (as the classifier says): the total variation',
    latex: '\\frac12\\sum_j\\left|\\,\\hat p_j-p_j\\,\\right|',
    symbols: 'p̂ⱼ: share of the generated samples nearest to mode j (or classified as j); pⱼ: its true share. The total variation.',
    trap: 'Even a perfect model shows a little of it, because shares of a finite sample fluctuate: compare with generation 1. What no mode made is still counted to the nearest one.',
    source: 'total variation distance; as a score of the loop: this project',
  },
  encodingSpread: {
    meaning:
      'How widely the generated images lie for the encoder of generation 1, which has learned real digits. When it shrinks from generation to generation, the images move towards the middle of what real digits were.',
    formula: '√(tr Cov μ(x) / latent): μ(x) = mean of q₁(z|x), by the encoder of generation 1 of the same replicate; divisor n − 1',
    latex: '\\sqrt{\\frac{\\operatorname{tr}\\operatorname{Cov}\\mu_1(x)}{d_z}}',
    symbols: 'μ₁(x): mean of the latent variables that the encoder of generation 1 gives image x; d_z: latent dimensions; divisor n − 1.',
    trap: 'It knows only what that encoder knows: images that it does not tell apart count as one, and a latent variable that it does not use lowers every value. Compare generations of one run, not runs. Shumailov et al. give 0.688, 0.603, 0.534, 0.483, 0.443 for five generations of their network (28 px, latent 20, β = 1, 30 epochs); the default here, fully synthetic, has 0.65, 0.49, 0.35, 0.22, 0.14: another set-up, the same direction.',
    source: 'after Shumailov et al., Nature 631 (2024): the comment in their code',
  },
  effectiveRealWeight: {
    meaning:
      'How much the real samples of a training set count in the fit: 0 where all of it is synthetic, 1 where all of it is real. Where nothing gives samples weights it is the share of real ones among them.',
    formula: 'sum of the weights of the real samples in the training set of this generation, all weights together being 1',
    latex: '\\sum_{i\\ \\text{real}}w_i,\\qquad\\sum_i w_i=1',
    symbols: 'wᵢ: how much sample i of the training set counts in the fit; 1/n where all of the n samples count the same.',
    trap: 'It is a fact about the training set, not a measure of the model: no sample of the model is looked at. How much of it is needed hangs on what goes wrong: where only noise does, synthetic samples help and too much weight on a few real ones hurts; where every generation loses something, as digits do, hardly anything else counts.',
    source: 'definition of this project',
  },
  confidence: {
    meaning:
      'How sure the digit classifier is of the generated images on average: the probability that it gives to the digit it reads. Held-out real ones have 0.92 where they are handwritten at 14 pixels a side, 0.95 at 28, and 0.99 where they are spoken.',
    formula: 'mean over generated images of max over digits c of P(c | image), P by the softmax of the classifier',
    latex: '\\frac1m\\sum_{y}\\max_c P(c\\mid y)',
    symbols: 'y: the m generated images; P(c|y): probability of digit c by the classifier that reads all digits here.',
    trap: 'It rises while diversity dies: one clear digit, made over and over, has the best of all values, and a curator who keeps the images of which the classifier is surest raises it in every generation. A score that is selected for tells no longer how good the model is. Nor does it see whether an image is like a real digit: classifiers are often sure of images that are none.',
    source: 'maximum softmax probability: Hendrycks and Gimpel 2017, arXiv 1610.02136; as a score of the loop: this project',
  },
  stainShare: {
    meaning:
      'The share of the generated digits that have a stain, as one in five of the real digits does: those with more than half of the full ink in the small square where it lies.',
    formula:
      'share of generated images whose mean ink over the stain’s pixels is above ½; these are 2 × 2 in the top left corner at 14 px, 4 × 4 at 28 px',
    latex: '\\frac1m\\sum_{y}\\mathbf{1}\\left[\\,\\frac{1}{|S|}\\sum_{p\\in S}y_p>\\tfrac12\\,\\right]',
    symbols: 'y: the m generated images; S: the pixels of a stain; yₚ: ink of pixel p, from 0 (paper) to 1. 1[…]: 1 where it holds, else 0.',
    trap: 'It counts clear stains only. A stain that blurs falls below a half of its ink and counts no longer, though it may lie on more digits than before: at a share of 0 every digit can have a pale one. Read it together with stain ink.',
    source: 'definition of this project',
  },
  stainInk: {
    meaning:
      'How much ink the generated digits have, on average, in the small square where a stain lies: 0.2 where one in five has a full one, and also where all of them have a pale one.',
    formula: 'mean over generated images of the mean ink of the stain’s pixels; these are 2 × 2 in the top left corner at 14 px, 4 × 4 at 28 px',
    latex: '\\frac{1}{m\\,|S|}\\sum_{y}\\sum_{p\\in S}y_p',
    symbols: 'y: the m generated images; S: the pixels of a stain; yₚ: ink of pixel p, from 0 (paper) to 1.',
    trap: 'It does not tell a few clear stains from many pale ones: a network that no longer knows which digits have one does best to give all of them the mean, and so keeps the ink. Read it together with stain share.',
    source: 'definition of this project',
  },
  wordsAlive: {
    meaning:
      'How many different words there are in 3,000 generated ones; of names, how many different names there are among those that were made. Words that no book has count, too.',
    formula: 'number of different words',
    latex: '\\bigl|\\{w_1,\\dots,w_m\\}\\bigr|',
    symbols: 'wᵢ: the m generated words, or names.',
    trap: 'It counts invented words as well: with fresh data it rises above generation 1, for the model has then read more of the book, and mixes more.',
    source: 'alleles that survive, as in population genetics: MODEL.md, text',
  },
  rep4: {
    meaning:
      'The share of runs of four words that stood in the text before: 0 where nothing is said twice, near 1 where the text goes round in a circle.',
    formula: '1 − different runs / (m − 3), of the m − 3 overlapping runs of four words',
    latex: '1-\\frac{\\text{different runs of four}}{m-3}',
    symbols: 'm: generated words, 3,000 of a book; names: names that follow each other, which tells little.',
    trap: 'Real text repeats itself, too, a little: the noise floor says how much.',
    source: 'Welleck et al. 2019, arXiv 1908.04319',
  },
  realWords: {
    meaning: 'The share of generated words, or names, that are found in the real data, held-out part included. The rest was invented.',
    formula: 'share of the m words that are in the lexicon',
    latex: '\\frac1m\\sum_{i=1}^{m}\\mathbf{1}[w_i\\in L]',
    symbols: 'wᵢ: the m generated words; L: all real words.',
    trap: 'It lies: where little is left, what survives may be real, so the score rises while the text dies. It also calls an invented name wrong, which it need not be.',
    source: 'MAD Lab',
  },
  bitsUnderFirst: {
    meaning: 'How surprising the generated text is to the first model, in bits a letter or word. Lower reads as “more fluent”.',
    formula: '−mean of log₂ P₁(s_i | what stands before it)',
    latex: '-\\frac1m\\sum_{i}\\log_2 P_1(s_i\\mid c_i)',
    symbols: 'sᵢ: generated letters or words; cᵢ: what stands before each; P₁: counts of D₁, with smoothing 0.5.',
    trap: 'It lies both ways: it stays flat or falls while the text dies, for a loop of old phrases surprises nobody; and it rises with fresh data, whose new words the first model never saw.',
    source: 'the perplexity of generated text, as in Shumailov et al., Nature 631 (2024)',
  },
  heldOutBits: {
    meaning: 'How surprising held-out real text is to the model, in bits a letter or word: what has been forgotten surprises most.',
    formula: '−mean of log₂ P_t(s_i | what stands before it)',
    latex: '-\\frac1m\\sum_{i}\\log_2 P_t(s_i\\mid c_i)',
    symbols:
      'sᵢ: held-out letters or words; cᵢ: what stands before each; Pₜ: counts of Dₜ, with smoothing 0.5 and contexts of 5 letters, of names 3, or 2 words.',
    trap: 'It reads the training set by one fixed model, so it does not see what order, smoothing or bias do to the samples.',
    source: 'cross-entropy in bits: Shannon 1951; MODEL.md, text',
  },
  distinct2: {
    meaning: 'The share of different ones among pairs of words that follow each other.',
    formula: 'different pairs / (m − 1)',
    latex: '\\frac{\\text{different pairs}}{m-1}',
    symbols: 'm: generated words, or names.',
    trap: 'It hangs on how much text there is: compare it at the same number of words only.',
    source: 'Li et al. 2016, arXiv 1510.03055',
  },
  entropy: {
    meaning: 'How evenly the words are used, in bits: 10 bits are as much variety as 1,024 words used alike.',
    formula: '−Σ p log₂ p',
    latex: '-\\sum_w p_w\\log_2 p_w',
    symbols: 'p_w: share of word w among the generated ones.',
    trap: 'Common words decide it; rare ones may all be gone before it falls much.',
    source: 'Shannon 1948',
  },
  zipfSlope: {
    meaning: 'How steeply words become rarer down their ranking, in logarithms. Natural text has about 1; higher: few words do most of the work.',
    formula: 'minus the least-squares slope of ln count on ln rank',
    latex: '-\\frac{\\operatorname{Cov}(\\ln r,\\ln n_r)}{\\operatorname{Var}(\\ln r)}',
    symbols: 'r: rank of a word, 1 = the most common; n_r: how often it stands in the text; equal words take ranks one after the other.',
    trap: 'All ranks count alike, so the many words that stand there once decide most of it. It hangs on how much text there is.',
    source: 'Zipf 1935; the fit is a choice of MAD Lab',
  },
  rareSurvival: {
    meaning: 'Of the words that stood exactly once in the first training set, the share that the model still uses.',
    formula: 'share of words with one occurrence in D_1 that occur among the m generated ones',
    latex: '\\frac{|\\{w:\\ n_1(w)=1\\}\\cap\\{w_i\\}|}{|\\{w:\\ n_1(w)=1\\}|}',
    symbols: 'n₁(w): how often word w stands in D₁; wᵢ: the generated words.',
    trap: 'With fresh data a word may be lost, and come back from the book.',
    source: 'MAD Lab',
  },
};
