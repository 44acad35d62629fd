import type { Loop, MetricDescription } from '../engine/descriptions';
import type { Weights } from './download';

/** A preset as the poster needs it. */
export interface PresetCard {
  readonly id: string;
  /** '' for what is no preset of the gallery */
  readonly title: string;
  readonly look: string;
  /** what its picture shows, and what stands under the parts of it; nothing where it would be its curve once more */
  readonly alt: string;
  readonly panes: readonly string[];
  /** the generation of all of them, 0 where they are of several */
  readonly generation: number;
  /** its experiment as `experimentKeyOf` writes it, and its run as `runKeyOf` does */
  readonly key: string;
  readonly run: string;
  /** of its run, as `readPoster` reads them; of so many runs the median */
  readonly curves: string;
  readonly replicates: number;
  readonly seed: number;
}

/** A loop as the poster draws it. */
export interface LoopSign extends Pick<Loop, 'id' | 'name' | 'short' | 'parts'> {
  readonly colour: string;
  /** for words, on a light and on a dark ground */
  readonly inks: readonly [light: string, dark: string];
  readonly dash: string;
}

/** What the build tells the inline script: with the modules themselves embed.html would be three times as heavy. */
export interface Built {
  readonly cards: readonly PresetCard[];
  /** ids of the presets whose cards are files of their own, by the checksum of their experiments' keys */
  readonly elsewhere: Readonly<Record<string, string | undefined>>;
  readonly loops: readonly LoopSign[];
  /** scores and exact values by id */
  readonly scores: Readonly<Record<string, Pick<MetricDescription, 'name' | 'aspect'>>>;
  /** colour of the real data */
  readonly real: string;
  readonly viewKeys: readonly string[];
  /** the lessons by their ids */
  readonly lessons: Readonly<Record<string, { readonly title: string; readonly minutes: number }>>;
  readonly weights: Weights;
}

declare const __BUILT__: Built;
export const built = __BUILT__;
