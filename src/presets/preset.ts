import type { Reading } from './readings';

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
  /** the query of its link, without `v` */
  readonly query: string;
  readonly published?: Published;
}

export interface WrittenPreset extends Preset {
  readonly published: Published;
}
