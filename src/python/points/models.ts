/** Models of points in Python: `fit`, `variance` per axis of what is fitted, `sample`. */
import type { Experiment } from '../../engine/experiment';
import { lines } from '../lines';

const GAUSSIAN = lines`
  # --- the model: one Gaussian
  def fit(x, ddof):
      return x.mean(0), np.atleast_2d(np.cov(x.T, ddof=ddof))  # divided by n - ddof

  def variance(mean, cov):
      return cov.diagonal().mean()

  def sample(model, n, bias):
      mean, cov = model
      return rng.multivariate_normal(mean, bias * cov, n, check_valid='ignore')`;

const MIXTURE = lines`
  # --- the model: a mixture of Gaussians, fitted by expectation maximisation (EM)
  def start(x):
      """k-means, its seeds by k-means++ with a few candidates each: which samples are whose."""
      seeds = x[rng.integers(len(x), size=1)]
      while len(seeds) < COMPONENTS:
          near = squares(x, seeds).min(1)
          tries = x[rng.choice(len(x), 2 + int(np.log(COMPONENTS)), p=near / near.sum() if near.any() else None)]
          seeds = np.vstack([seeds, tries[np.minimum(near[:, None], squares(x, tries)).sum(0).argmin()]])
      for _ in range(50):
          whose = np.eye(COMPONENTS)[squares(x, seeds).argmin(1)]
          seeds = np.where(whose.any(0)[:, None], whose.T @ x / np.maximum(whose.sum(0), 1)[:, None], seeds)
      return whose

  def fit(x, floor):
      """Until ten steps raise the mean log-likelihood by less than 1e-5; 200 steps at most."""
      whose, likelihood = start(x), []
      for step in range(201):
          size = whose.sum(0) + 10 * np.finfo(float).eps  # the M step: each component from its samples
          weights, means = size / size.sum(), whose.T @ x / size[:, None]
          away = x[:, None] - means
          covs = np.einsum('nk,nki,nkj->kij', whose, away, away) / size[:, None, None] + floor * np.eye(x.shape[1])
          if step >= 20 and step % 10 == 0 and likelihood[-1] - likelihood[-11] < 1e-5:
              break
          squared = np.einsum('nki,kij,nkj->nk', away, np.linalg.inv(covs), away)  # the E step: whose each sample is
          logs = np.log(weights) - (squared + np.linalg.slogdet(2 * np.pi * covs)[1]) / 2
          density = np.logaddexp.reduce(logs, axis=1, keepdims=True)
          whose = np.exp(logs - density)
          likelihood.append(density.mean())
      return weights, means, covs

  def variance(weights, means, covs):
      return weights @ (covs.diagonal(axis1=1, axis2=2) + (means - weights @ means) ** 2).mean(1)

  def sample(model, n, bias):
      weights, means, covs = model
      k, noise = rng.choice(len(weights), n, p=weights), rng.standard_normal((n, means.shape[1]))
      return means[k] + np.sqrt(bias) * np.einsum('nij,nj->ni', np.linalg.cholesky(covs)[k], noise)`;

export const modelLines = ({ model }: Experiment): readonly string[] => (model === 'gaussian' ? GAUSSIAN : MIXTURE);
