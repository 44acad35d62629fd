import type { Cloud, Component, Host, Samples } from '../contracts';
import type { KindDescription } from '../descriptions';
import type { Experiment } from '../experiment';
import type { Ngram } from '../models/ngram/tree';
import type { ShownSamples } from '../results';

/** What scores read of samples. */
export interface Reader {
  /** What is compared in place of the samples: [rows, width]; a row may be several samples. */
  features(samples: Samples): Cloud;
  /** The class of each sample, or of each word of running text; above all classes: it has none. None where samples have no classes. */
  classify?(features: Cloud, samples?: Samples): Uint8Array;
  /** Probabilities of the classes of each sample, [count, classes]. */
  probabilities?(features: Cloud, samples?: Samples): Float64Array;
  /** What is known of each sample that is shown: by default its class. */
  marks?(samples: Samples): Uint8Array;
  /** Text alone. */
  readonly text?: TextReader;
}

/** What scores of text read. */
export interface TextReader {
  /** Words of running text, names of names, in their order: as many as are scored, and all. */
  words(samples: Samples): readonly string[];
  allWords(samples: Samples): readonly string[];
  /** The words, or names, that there are in all the real data. */
  readonly lexicon: ReadonlySet<string>;
  /** The held-out text as symbols of a model of the experiment. */
  readonly heldOut: Uint16Array;
  /** Samples as such symbols. */
  symbols(samples: Samples): Uint16Array;
  /** The counts of a fitted model, by contexts of a length that is the same for all. */
  modelToScoreBy(parameters: unknown): Ngram;
}

export interface Kind extends KindDescription {
  /** bytes of one number of a sample */
  readonly numberBytes: number;
  /** Numbers of one sample. */
  width(experiment: Experiment): number;
  /** Samples of a model that are drawn to be scored: `evaluation` where it says nothing. */
  drawnToScore?(experiment: Experiment): number;
  /** Samples that go together where something takes or leaves samples: 1 where it says nothing. */
  passage?(experiment: Experiment): number;
  /** A small copy for the screen, with the fitted density of models that have one, and what the reader knows of the samples. */
  show(samples: Samples, components: readonly Component[], marks?: Uint8Array | null): ShownSamples;
  /** Bytes of that copy at most. */
  shownBytes(experiment: Experiment): number;
  /** none where scores read the samples as they are; `width`: of its features */
  readonly reader?: { readonly width: number; open(host: Host, experiment: Experiment): Promise<Reader> };
}

/** How many samples of a model are drawn to be scored. */
export const drawnToScore = (kind: Kind, experiment: Experiment): number => kind.drawnToScore?.(experiment) ?? experiment.evaluation;

/** How many samples go together where something takes or leaves samples. */
export const passageOf = (kind: Kind, experiment: Experiment): number => kind.passage?.(experiment) ?? 1;
