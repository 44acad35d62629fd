/** The samples of one D_t by where they come from, and how much its real ones have in common with those of other generations. */
export interface Standing {
  /** synthetic samples */
  readonly made: number;
  /** real samples: of D_1, new ones, and drawn from the archive */
  readonly initial: number;
  readonly fresh: number;
  readonly archived: number;
  /** samples that the archive holds by now, and those of them that are of D_1 */
  readonly store: number;
  readonly shared: number;
  /** n_ini: the samples of D_1, however many of them stand in this D_t */
  readonly initialSize: number;
}

const LEAST = 0.01;
const MOST = 0.99;

/**
 * The weight of all real samples together that makes the mean of the settled loop most exact at lambda = 1; the same is taken at every lambda.
 *
 * Of R real samples, shares x of D_1 and y of the archive, the part of the error that comes back in every generation is
 * h = R (x^2/n_ini + y^2/N_A + 2 x y g/(n_ini N_A)) of that of R new ones. With k = (1 - h) made/R it is (sqrt(1 + 4 k) - 1)/(2 k): .618 for as
 * many synthetic samples as new real ones. Derived here. Kept to 0.01 to 0.99: the upper end where there is no synthetic sample, or no news in the
 * real ones; the lower end where there is no real sample.
 */
export function optimalWeight({ made, initial, fresh, archived, store, shared, initialSize }: Standing): number {
  const real = initial + fresh + archived;
  if (real === 0) return LEAST;
  const x = initial / real;
  const y = archived / real;
  const ofArchive = archived > 0 ? (y * y + (2 * x * y * shared) / initialSize) / store : 0;
  const lasting = real * ((x * x) / initialSize + ofArchive);
  const k = Math.max(0, 1 - lasting) * (made / real);
  // the same as above, without its 0/0
  return Math.min(MOST, Math.max(LEAST, 2 / (1 + Math.sqrt(1 + 4 * k))));
}
