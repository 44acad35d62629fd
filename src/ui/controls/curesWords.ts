import { type Experiment, type Key, SCHEMA } from '../../engine/experiment';
import type { KeySpec } from '../../engine/keys/key';
import { valueText } from '../text/changeWords';

/** What switches a cure on, in the order in which they act. */
const NAMES = {
  web: 'web',
  curation: 'curation',
  detector: 'detector',
  refill: 'refill',
  archive: 'archive',
  realWeight: 'weight',
  monitor: 'monitor',
  neon: 'Neon',
  warmStart: 'warm start',
} as const satisfies Partial<Record<Key, string>>;

const SWITCHES = Object.keys(NAMES) as (keyof typeof NAMES)[];

/** "detector 0.8 · refill", "none on": what a closed *Cures* says of itself. */
export function curesWords(experiment: Experiment): string {
  const on = SWITCHES.filter((key) => {
    const spec: KeySpec = SCHEMA[key];
    return spec.applies(experiment) && experiment[key] !== spec.fallback(experiment);
  });
  const words = on.map((key) => (experiment[key] === 'true' ? NAMES[key] : `${NAMES[key]} ${valueText(key, experiment[key], 'short', experiment)}`));
  return words.length === 0 ? 'none on' : words.join(' · ');
}
