import type { ComponentType } from 'react';
import type { Loop } from '../../engine/descriptions';
import type { Experiment } from '../../engine/experiment';
import type { Preview, ShownSamples } from '../../protocol/messages';
import type { Primitive } from '../plot/primitive';
import type { Brush } from '../samples/brush';

/** What a picture shows beside samples. */
export interface About {
  readonly preview: Preview | null;
  /** indices of the modes that the reader follows */
  readonly watched: readonly number[];
}

/** A mark that pictures have on some samples, and what it says of them. */
export interface Sign {
  readonly sign: 'dotted' | 'shaded';
  readonly words: string;
}

/** How the page shows samples of one kind. Samples are those of the kind, whatever `Shown` is called. */
export interface KindView<Shown extends ShownSamples = ShownSamples> {
  /** of the kind in `engine/kinds` */
  readonly id: string;
  /** Samples, of a model or real, in a square from (0, 0): on the page's canvas and in figures. */
  picture(samples: Shown, about: About, brush: Brush): readonly Primitive[];
  /** whether on the page its pictures fill their panes, which may be wider than high */
  readonly fillsPane?: true;
  /** What a caption adds of samples that the picture can't show; null where it shows them all. */
  hidden(samples: Shown, preview: Preview): string | null;
  /** How wide the modes that are alive are, as a part of the true width: what a caption says beside their number; null where that can't be told. */
  modeWidth?(samples: Shown, preview: Preview, alive: readonly boolean[]): number | null;
  /** What the marks in its pictures say, told once for all of them. */
  legend?(experiment: Experiment): readonly Sign[];
  /** over the picture of a loop */
  readonly Overlay?: ComponentType<{ loop: Loop }>;
  /** below the caption of a loop */
  readonly Below?: ComponentType<{ loop: string }>;
  /** the height that is kept for it while it is on its way, as CSS */
  readonly belowRoom?: string;
}

/** Parts of the page, not of the embed, that belong to one kind alone; they are loaded when it is chosen. */
export interface KindPanels {
  readonly id: string;
  /** under the pictures of all loops */
  readonly Follow: ComponentType;
  /** under the scores */
  readonly Shares: ComponentType;
}

/** How files hold samples of one kind; loaded with them, and free of all that draws: a page on which drawing failed saves its data. */
export interface KindFile<Shown extends ShownSamples = ShownSamples> {
  readonly id: string;
  /** The samples as JSON. */
  encode(samples: Shown): object;
  /** The samples of a JSON value at `place`; throws a `Refusal` that names what is wrong. */
  decode(raw: Readonly<Record<string, unknown>>, place: string, experiment: Experiment): Shown;
  /** What stands for samples that a file does not hold: none, so that no other picture takes their place. */
  none(experiment: Experiment): Shown;
}
