import type { Reading } from './readings';
import type { Told } from './told';

/** What a paper or theory says of a setting, and what is measured to stand beside it. */
export interface Published {
  /** its rows in the table of measurements */
  readonly id: string;
  readonly source: string;
  /** in our words, except between quotation marks */
  readonly says: string;
  /** where our set-up is another */
  readonly differs?: string;
  readonly readings: readonly Reading[];
  /** independent runs behind the table, and behind the check that the table still holds */
  readonly runs: number;
  readonly again: number;
}

export interface Preset {
  readonly title: string;
  /** one or two sentences: what to look for */
  readonly look: string;
  /** the query of its experiment, without `v` */
  readonly query: string;
  /** as its link says it, where the usual speed would not show within a minute what it is about */
  readonly speed?: string;
  /** the score that it tells of first, where that is neither one of its measured ones nor recall */
  readonly score?: string;
  /** seconds of computing, where that takes longer than to watch; measured on two cores without a GPU */
  readonly computes?: number;
  /** whether a class can follow it without having read a paper */
  readonly forClass?: true;
  /** what is seen best beside it: in words behind "Open beside", and its query */
  readonly beside?: { readonly words: string; readonly query: string };
  /** the map around it, as links write it */
  readonly map?: string;
  readonly published?: Published;
}

export interface WrittenPreset extends Preset {
  readonly published: Published;
}

/** What the page knows of a preset from its start: what its address and the first screen need. The rest comes with who asks for it. */
export interface Brief extends Pick<Preset, 'title' | 'look' | 'query' | 'speed' | 'beside' | 'map'> {
  /** the score, or the exact value, that it tells of first */
  readonly score: string;
  readonly told: readonly Told[];
  /** the id of what is published of it */
  readonly published?: string;
}
