/** Scores in Python, of m generated points against m held-out real ones. */
import { lines } from '../lines';

export const ROOT = lines(`
  def root(a):
      """The square root of a covariance."""
      values, vectors = np.linalg.eigh(a)
      return (vectors * np.sqrt(np.maximum(values, 0))) @ vectors.T`);

export const SCORES = lines(`
  # --- scores of generated samples against held-out real ones
  def frechet(a, b):
      ca, cb = np.atleast_2d(np.cov(a.T)), np.atleast_2d(np.cov(b.T))
      return ((a.mean(0) - b.mean(0)) ** 2).sum() + np.trace(ca + cb - 2 * root(root(ca) @ cb @ root(ca)))

  def within(a, b):
      """The share of b in reach of a: no further from a sample of it than this sample's k-th neighbour."""
      def squares(x, y):
          return np.maximum((x ** 2).sum(1)[:, None] + (y ** 2).sum(1) - 2 * x @ y.T, 0)
      return (squares(b, a) <= np.sort(squares(a, a), 1)[:, K]).any(1).mean()`);

export const ALIVE = lines(`
  def modes_alive(made):
      """At least a tenth of its fair share, and three samples, within three sigma of its centre."""
      near = (((made[:, None] - CENTRES) ** 2).sum(2) <= (3 * SIGMA) ** 2).sum(0)
      return ((near >= 3) & (near >= 0.1 * WEIGHTS * len(made))).sum()`);
