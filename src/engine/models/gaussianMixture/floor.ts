/** The floor of every covariance, as a share of D_1's mean variance per axis. */
export const FLOOR_SHARE = 1e-6;
