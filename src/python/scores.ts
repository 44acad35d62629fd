/** Scores of points, and of passages of text as points, in Python. */
import { lines } from './lines';

export const SQUARES = lines`
  def squares(a, b):
      """The squared distance of each row of a from each row of b."""
      return sum(np.subtract.outer(a[:, i], b[:, i]) ** 2 for i in range(a.shape[1]))`;

export const FRECHET = lines`
  def frechet(a, b):
      """The Frechet distance: how far a and b are apart in mean, spread and correlation."""
      away, cov_a, cov_b = a.mean(0) - b.mean(0), np.atleast_2d(np.cov(a.T)), np.atleast_2d(np.cov(b.T))
      shared = np.sqrt(np.maximum(np.linalg.eigvals(cov_a @ cov_b).real, 0)).sum()
      return away @ away + np.trace(cov_a + cov_b) - 2 * shared`;

export const COVERED = lines`
  def covered(a, b):
      """The share of a that lies no farther from some row of b than that row's K-th neighbour in b does."""
      parts = len(a) * len(b) // 10000 + 1  # small arrays are faster
      reach = np.hstack([np.partition(squares(part, b), K)[:, K] for part in np.array_split(b, parts)])
      return np.hstack([(squares(part, b) <= reach).any(1) for part in np.array_split(a, parts)]).mean()`;
