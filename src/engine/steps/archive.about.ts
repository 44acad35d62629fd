import { defaultsOf } from '../chosen';
import type { StepDescription } from '../descriptions';
import { type Choices, type Chosen, count, type Keys } from '../keys/key';

export const ABOUT = {
  id: 'archive',
  name: 'Archive',
  summary: 'A store of real samples from before any synthetic ones: every training set gets some of it, whose origin is known.',
  cost: 'real data, stored before the first synthetic sample and kept clean',
  keys: ['archive', 'archiveDraw', 'archiveGrowth'],
} as const satisfies StepDescription;

const hasArchive = ({ archive }: Choices) => archive > 0;

export const ARCHIVE_KEYS = {
  archive: count('Archive', { scale: 'log', fallback: () => 0 }),
  archiveDraw: count('Archive samples per generation', {
    live: { long: 'archive samples', short: 'archive' },
    scale: 'log',
    applies: hasArchive,
    waits: true,
    fallback: (chosen: Chosen) => defaultsOf(chosen).real,
  }),
  archiveGrowth: count('Archive growth per generation', {
    live: { long: 'archive growth', short: 'growth' },
    max: 1000,
    scale: 'log',
    applies: hasArchive,
    waits: true,
    fallback: () => 0,
  }),
} as const satisfies Keys;
