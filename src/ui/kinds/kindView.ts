import type { ComponentType } from 'react';
import type { Loop } from '../../engine/descriptions';
import type { Experiment } from '../../engine/experiment';
import type { Preview, ShownSamples } from '../../protocol/messages';
import type { Look } from '../palette';
import type { Brush } from '../samples/brush';
import type { Scene } from '../samples/scene';

/** How the page shows samples of one kind. Samples are those of the kind, whatever `Shown` is called. */
export interface KindView<Shown extends ShownSamples = ShownSamples> {
  /** of the kind in `engine/kinds` */
  readonly id: string;
  /** Draws samples, of a model or real, into a square canvas. */
  paint(context: CanvasRenderingContext2D, samples: Shown, scene: Scene & { readonly preview: Preview }, brush: Brush): void;
  /** What a caption adds of samples that the picture can't show; null where it shows them all. */
  hidden(samples: Shown, preview: Preview): string | null;
  /** over the picture of a loop */
  readonly Overlay?: ComponentType<{ loop: Loop }>;
  /** below the caption of a loop */
  readonly Below?: ComponentType<{ loop: string }>;
}

/** Parts of the page, not of the embed, that belong to one kind alone; they are loaded when it is chosen. */
export interface KindPanels {
  readonly id: string;
  /** under the pictures of all loops */
  readonly Follow: ComponentType;
  /** under the scores */
  readonly Shares: ComponentType;
}

/** How figures show samples of one kind; loaded with them. */
export interface KindFigure<Shown extends ShownSamples = ShownSamples> {
  readonly id: string;
  /** The samples in a square from (0, 0) of this side, px, as SVG; `look` is null for real data. */
  svg(samples: Shown, picture: { readonly preview: Preview | null; readonly look: Look | null; readonly side: number }): string;
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
