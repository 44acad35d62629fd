import type { Cloud, Component, Host, SampleKind, Samples } from '../contracts';
import type { Experiment } from '../experiment';
import type { ShownSamples } from '../results';

/** What the samples of a model or a dataset are, in plain words: what the page and the schema know of it. */
export interface KindDescription {
  readonly id: SampleKind;
  readonly name: string;
  /** several of its samples, in a sentence */
  readonly many: string;
  /** one of what its truth consists of, and several of them at length */
  readonly mode: string;
  readonly modes: string;
  /** the number of the first of these: "Mode 1", "Digit 0" */
  readonly firstMode: 0 | 1;
  /** whether a mode is read off every sample, so that none is missed by chance */
  readonly modesAreRead: boolean;
  /** the score that tells in a caption how much of the variety is left */
  readonly captionScore: 'recall' | 'traceRatio';
  /** pieces of sentences in which it speaks */
  readonly words: {
    /** what the real samples in sight are; {count} stands for n_ini */
    readonly real: string;
    /** what a picture shows, behind "generation 7: " */
    readonly made: string;
    /** what stands behind the samples in a figure, and which marks are no samples; '' where nothing does */
    readonly figure: string;
    /** what the engine does while it composes training sets */
    readonly composing: string;
    /** why precision only looks good where hardly anything is made any more */
    readonly littleLeft: string;
    /** how a marked mode is seen, and when it has died */
    readonly marked: string;
    readonly died: string;
  };
  /** where only the kind is chosen */
  readonly model: string;
  /** how many samples and generations an experiment has unless it says so */
  readonly defaults: Readonly<Record<'initialReal' | 'real' | 'synthetic' | 'generations', number>>;
}

/** What scores read instead of the samples themselves. */
export interface Features {
  /** [count, side * side] -> [count, width] */
  features(samples: Samples): Cloud;
  /** Most likely class of each row of features, [count]. */
  classify(features: Cloud): Uint8Array;
}

export interface Kind extends KindDescription {
  /** bytes of one number of a sample */
  readonly numberBytes: number;
  /** Numbers of one sample. */
  width(experiment: Experiment): number;
  allocate(length: number): Samples['values'];
  /** A small copy for the screen, with the fitted density of models that have one. */
  show(samples: Samples, components: readonly Component[]): ShownSamples;
  /** Bytes of that copy at most. */
  shownBytes(experiment: Experiment): number;
  /** none where scores read the samples as they are */
  readonly features?: { readonly width: number; open(host: Host, experiment: Experiment): Promise<Features> };
}
