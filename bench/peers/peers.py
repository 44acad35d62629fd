"""The peers that `npm run bench -- peers` times the engine against, each on one thread.

One JSON object a line comes in, one goes out: {"peer": name, "input": {...}} makes a peer ready, every {"seed": n} then runs it once and
answers {"seconds": s} of the processor's time. A peer is a function of the input that returns a function of the seed; only the latter is timed.
"""

import json
import os
import sys
import time
import warnings
from importlib.metadata import version

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS"):
    os.environ[name] = "1"

import numpy as np
from vae import vae_steps  # noqa: F401, asked for by its name


def mixture_fit(points, components):
    """scikit-learn: k-means, then EM until an iteration gains less than 1e-6 nats, which is our 1e-5 in ten."""
    from sklearn.mixture import GaussianMixture

    x = np.array(points)
    floor = 1e-6 * x.var(axis=0).mean()
    return lambda seed: GaussianMixture(components, tol=1e-6, max_iter=200, reg_covar=floor, random_state=seed).fit(x)


def em_steps(points, start, iterations):
    """scikit-learn: EM alone, a given number of iterations from a given start."""
    from sklearn.mixture import GaussianMixture

    x = np.array(points)
    given = {
        "weights_init": np.array(start["weights"]),
        "means_init": np.array(start["means"]),
        "precisions_init": np.linalg.inv(np.array(start["covariances"])),
    }
    return lambda seed: GaussianMixture(len(start["weights"]), tol=0, max_iter=iterations, reg_covar=1e-6, **given).fit(x)


def neighbours_tree(real, synthetic, k):
    """scipy: the counts of precision, recall, density and coverage by k-d trees."""
    from scipy.spatial import cKDTree

    x, y = np.array(real), np.array(synthetic)

    def balls(centres, tree, points, others):
        radii = tree.query(centres, k + 1)[0][:, k]
        inside = others.query_ball_point(centres, radii)
        counts = np.fromiter(map(len, inside), int, len(inside))
        covered = np.zeros(len(points), bool)
        covered[np.concatenate([np.asarray(found, int) for found in inside])] = True
        return covered.mean(), counts.sum(), (counts > 0).mean()

    def both(seed):
        of_x, of_y = cKDTree(x), cKDTree(y)
        return balls(x, of_x, y, of_y), balls(y, of_y, x, of_x)

    return both


def neighbours_pairs(real, synthetic, k):
    """scipy: the same by all distances, as in many dimensions."""
    from scipy.spatial.distance import cdist

    x, y = np.array(real), np.array(synthetic)

    def both(seed):
        across = cdist(x, y, "sqeuclidean")
        radii_x, radii_y = (np.partition(cdist(z, z, "sqeuclidean"), k, axis=1)[:, k] for z in (x, y))
        in_x, in_y = across <= radii_x[:, None], across <= radii_y[None, :]
        return in_x.any(0).mean(), in_x.sum(), in_x.any(1).mean(), in_y.any(1).mean()

    return both


def gaussian_loop(initialReal, synthetic, generations, replicates):
    """numpy: all replicates of a loop at once; blocks of 250, which stay in the cache, are fastest."""

    def loop(seed):
        rng = np.random.default_rng(seed)
        spread = 0.0
        for start in range(0, replicates, 250):
            block = min(250, replicates - start)
            x = rng.standard_normal((block, initialReal, 2))
            for generation in range(1, generations + 1):
                mean = x.mean(axis=1, keepdims=True)
                centred = x - mean
                covariance = np.matmul(centred.transpose(0, 2, 1), centred) / (x.shape[1] - 1)
                if generation < generations:
                    factor = np.linalg.cholesky(covariance)
                    x = mean + np.matmul(rng.standard_normal((block, synthetic, 2)), factor.transpose(0, 2, 1))
            spread += np.trace(covariance, axis1=1, axis2=2).sum() / 2
        return spread / replicates

    return loop


def main():
    warnings.filterwarnings("ignore")
    run = None
    for line in sys.stdin:
        request = json.loads(line)
        if "peer" in request:
            run = globals()[request["peer"]](**request["input"])
            answer = {"ready": True}
        elif "versions" in request:
            names = ("numpy", "scipy", "scikit-learn", "torch")
            answer = {"versions": ", ".join([f"Python {sys.version.split()[0]}"] + [f"{name} {version(name)}" for name in names])}
        else:
            start = time.process_time()
            run(request["seed"])
            answer = {"seconds": time.process_time() - start}
        print(json.dumps(answer), flush=True)


main()
