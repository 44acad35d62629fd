/** Models of points in Python: \`fit(x, floor)\` and \`sample(model, n, bias)\`. */
import type { Experiment } from '../../engine/experiment';
import { lines } from '../lines';

const gaussian = ({ covariance }: Experiment): readonly string[] =>
  lines(`
    # --- the model: one Gaussian, its covariance divided by ${covariance === 'mle' ? 'n' : 'n - 1'}
    def fit(x, floor):
        return x.mean(0), np.atleast_2d(np.cov(x.T, bias=${covariance === 'mle' ? 'True' : 'False'}))

    def moments(model):
        return model

    def sample(model, n, bias):
        mean, cov = model
        return mean + np.sqrt(bias) * rng.standard_normal((n, len(mean))) @ root(cov)`);

const mixture = ({ components }: Experiment): readonly string[] =>
  lines(`
    # --- the model: a mixture of ${components} Gaussians, fitted by expectation maximisation (EM)
    def log_densities(x, weights, means, covs):
        """log w_k N(x_n; mu_k, Sigma_k): [samples, components]"""
        lower = np.linalg.cholesky(covs)
        white = np.linalg.solve(lower[None], (x[:, None] - means)[..., None])[..., 0]
        log_root = np.log(np.diagonal(lower, axis1=1, axis2=2)).sum(1)
        return np.log(weights) - 0.5 * (white ** 2).sum(2) - log_root - 0.5 * x.shape[1] * np.log(2 * np.pi)

    def maximise(x, r, floor):
        size = r.sum(0) + 1e-15
        means = (r.T @ x) / size[:, None]
        away = x[:, None] - means
        covs = np.einsum('nk,nki,nkj->kij', r, away, away) / size[:, None, None]
        return size / size.sum(), means, covs + floor * np.eye(x.shape[1])

    def start(x):
        """k-means++: the best of a few candidates for each seed; then Lloyd's algorithm. Which seed is nearest: [samples, components]"""
        seeds = x[[rng.integers(len(x))]]
        while len(seeds) < COMPONENTS:
            near = ((x[:, None] - seeds) ** 2).sum(2).min(1)
            picks = rng.choice(len(x), 2 + int(np.log(COMPONENTS)), p=near / near.sum() if near.any() else None)
            left = [np.minimum(near, ((x - x[i]) ** 2).sum(1)).sum() for i in picks]
            seeds = np.vstack([seeds, x[picks[np.argmin(left)]]])
        for _ in range(50):
            nearest = ((x[:, None] - seeds) ** 2).sum(2).argmin(1)
            moved = np.array([x[nearest == k].mean(0) if (nearest == k).any() else seeds[k] for k in range(COMPONENTS)])
            if (moved == seeds).all():
                break
            seeds = moved
        return np.eye(COMPONENTS)[nearest]

    def fit(x, floor):
        """Until ten rounds add less than 1e-5 to the mean log-likelihood, or 200 are done."""
        middle, scale = x.mean(0), np.sqrt(x.var(0).mean()) or 1.0
        z, floor, before = (x - middle) / scale, floor / scale ** 2, -np.inf
        model = maximise(z, start(z), floor)
        for step in range(1, 201):
            logs = log_densities(z, *model)
            total = np.logaddexp.reduce(logs, axis=1, keepdims=True)
            model = maximise(z, np.exp(logs - total), floor)
            if step % 10 == 0:
                if total.mean() - before < 1e-5:
                    break
                before = total.mean()
        return model[0], middle + scale * model[1], scale ** 2 * model[2]

    def moments(model):
        weights, means, covs = model
        away = means - weights @ means
        return weights @ means, np.einsum('k,kij->ij', weights, covs) + (away.T * weights) @ away

    def sample(model, n, bias):
        weights, means, covs = model
        k = rng.choice(len(weights), n, p=weights)
        noise = rng.standard_normal((n, means.shape[1]))
        return means[k] + np.sqrt(bias) * np.einsum('nij,nj->ni', np.linalg.cholesky(covs)[k], noise)`);

/** By the id of the model. */
export const MODELS: Readonly<Record<string, (experiment: Experiment) => readonly string[]>> = { gaussian, 'gaussian-mixture': mixture };
