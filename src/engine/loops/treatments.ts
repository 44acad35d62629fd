/** What may act alone in a loop that is compared with others. */
export interface Treatment {
  readonly id: string;
  /** behind the loop's name, and where that goes without saying */
  readonly behind: string;
  readonly short: string;
  readonly summary: string;
  /** the step that acts; null for none */
  readonly step: string | null;
  /** keys that have this value here, whatever they have elsewhere */
  readonly set?: Readonly<Record<string, string>>;
}

export const treatments: readonly Treatment[] = [
  { id: 'nothing', behind: 'untreated', short: 'untreated', summary: 'No cure acts.', step: null },
  {
    id: 'detector',
    behind: 'with detector',
    short: 'detector',
    summary: 'The detector alone acts, and only deletes.',
    step: 'detector',
    set: { refill: 'false' },
  },
  {
    id: 'refill',
    behind: 'with refill',
    short: 'refill',
    summary: 'The detector alone acts, with refill.',
    step: 'detector',
    set: { refill: 'true' },
  },
  { id: 'archive', behind: 'with archive', short: 'archive', summary: 'The archive alone acts.', step: 'archive' },
  { id: 'weights', behind: 'with weights', short: 'weights', summary: 'The weight of real data alone acts.', step: 'weights' },
  { id: 'curation', behind: 'with curation', short: 'curation', summary: 'Curation alone acts.', step: 'curation' },
  { id: 'monitor', behind: 'with monitor', short: 'monitor', summary: 'The monitor alone acts.', step: 'monitor' },
];
