import type { Loop } from '../engine/descriptions';
import type { Weights } from './download';

/** A preset as the poster needs it. */
export interface PresetCard {
  readonly id: string;
  readonly title: string;
  readonly look: string;
  /** what its picture shows */
  readonly alt: string;
  /** its experiment as `experimentKeyOf` writes it */
  readonly key: string;
}

/** A loop as the poster draws it. */
export interface LoopSign extends Pick<Loop, 'id' | 'name' | 'parts'> {
  readonly colour: string;
}

/** What the build tells the inline script: with the modules themselves embed.html would be three times as heavy. */
export interface Built {
  readonly cards: readonly PresetCard[];
  readonly loops: readonly LoopSign[];
  /** colour of the real data */
  readonly real: string;
  readonly viewKeys: readonly string[];
  readonly weights: Weights;
}

declare const __BUILT__: Built;
export const built = __BUILT__;
