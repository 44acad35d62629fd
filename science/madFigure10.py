"""W2^2 of MAD's Fig. 10, by other code than ours: the values that the presets hold their measurements against.

python3 science/madFigure10.py LAMBDA INITIAL RUNS SEED [REAL SYNTHETIC]      (NumPy 1.24)

N(0, I) in 100 dimensions, 100 fresh real and 900 synthetic samples a generation unless others are given, covariance over n - 1. Prints the mean over the runs,
with its standard error, of |mu|^2 + tr S + d - 2 tr S^(1/2) at generation 1 and averaged over generations 31 to 40.

    lambda 1,   from 1000, 300 runs, seed 2:  2.662 +- .003, 12.268 +- .016
    lambda 1,   from 100,   32 runs, seed 1: 31.963 +- .083, 12.312 +- .061
    lambda .8,  from 1000, 200 runs, seed 3:  2.659 +- .004, 20.626 +- .009
    lambda .7,  from 1000,  60 runs, seed 3, 1000 real, 839 synthetic: 2.660 +- .006, 2.658 +- .002
"""

import sys

import numpy as np

DIM, GENERATIONS = 100, 60


def distance(mean, covariance):
    values = np.linalg.eigvalsh(covariance)
    return mean @ mean + values.sum() + DIM - 2 * np.sqrt(np.maximum(values, 0)).sum()


def fit(samples):
    return samples.mean(0), np.cov(samples.T)


def main(bias, initial, runs, seed, real=100, synthetic=900):
    rng = np.random.default_rng(seed)
    found = np.zeros((runs, GENERATIONS))
    for run in range(runs):
        mean, covariance = fit(rng.standard_normal((initial, DIM)))
        for generation in range(GENERATIONS):
            found[run, generation] = distance(mean, covariance)
            factor = np.linalg.cholesky(bias * covariance + 1e-12 * np.eye(DIM))
            fresh = rng.standard_normal((real, DIM))
            mean, covariance = fit(np.vstack([fresh, mean + rng.standard_normal((synthetic, DIM)) @ factor.T]))
    for first, last in ((1, 1), (31, 40)):
        by_run = found[:, first - 1 : last].mean(1)
        print(f"generations {first} to {last}: {by_run.mean():.3f} +- {by_run.std(ddof=1) / runs**0.5:.3f}")


main(float(sys.argv[1]), *map(int, sys.argv[2:]))
