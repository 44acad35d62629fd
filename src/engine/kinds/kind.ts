import type { Cloud, Component, Host, Samples } from '../contracts';
import type { KindDescription } from '../descriptions';
import type { Experiment } from '../experiment';
import type { ShownSamples } from '../results';

/** What scores read instead of the samples themselves. */
export interface Features {
  /** [count, side * side] -> [count, width] */
  features(samples: Samples): Cloud;
  /** Most likely class of each row of features, [count]. */
  classify(features: Cloud): Uint8Array;
  /** Probabilities of the classes of each row of features, [count, classes]. */
  probabilities(features: Cloud): Float64Array;
}

export interface Kind extends KindDescription {
  /** bytes of one number of a sample */
  readonly numberBytes: number;
  /** Numbers of one sample. */
  width(experiment: Experiment): number;
  allocate(length: number): Samples['values'];
  /** A small copy for the screen, with the fitted density of models that have one, and the classes of samples that were read. */
  show(samples: Samples, components: readonly Component[], classes?: Uint8Array | null): ShownSamples;
  /** Bytes of that copy at most. */
  shownBytes(experiment: Experiment): number;
  /** none where scores read the samples as they are */
  readonly features?: { readonly width: number; open(host: Host, experiment: Experiment): Promise<Features> };
}
