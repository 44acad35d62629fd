/** What may act alone in a loop that is compared with others. */
export interface Treatment {
  readonly id: string;
  /** behind a comma, and where the loop is the same for all */
  readonly name: string;
  readonly summary: string;
  /** the step that acts; null for none */
  readonly step: string | null;
  /** keys that have this value here, whatever they have elsewhere */
  readonly set?: Readonly<Record<string, string>>;
}

export const treatments: readonly Treatment[] = [
  { id: 'nothing', name: 'no cure', summary: 'No cure acts.', step: null },
  { id: 'detector', name: 'detector', summary: 'The detector alone acts, and only deletes.', step: 'detector', set: { refill: 'false' } },
  { id: 'refill', name: 'detector with refill', summary: 'The detector alone acts, with refill.', step: 'detector', set: { refill: 'true' } },
  { id: 'archive', name: 'archive', summary: 'The archive alone acts.', step: 'archive' },
  { id: 'weights', name: 'weights', summary: 'The weight of real data alone acts.', step: 'weights' },
  { id: 'curation', name: 'curation', summary: 'Curation alone acts.', step: 'curation' },
  { id: 'monitor', name: 'monitor', summary: 'The monitor alone acts.', step: 'monitor' },
];
