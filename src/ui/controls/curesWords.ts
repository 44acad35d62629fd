import { type Experiment, type Key, SCHEMA } from '../../engine/experiment';
import type { KeySpec } from '../../engine/keys/key';
import { valueText } from '../text/changeWords';

/** Keys of models that stand among the cures, and so not under Advanced. */
export const MODEL_CURES = ['neon', 'warmStart'] as const satisfies readonly Key[];

/** What switches a cure on, in the order in which they act. */
const SWITCHES = ['web', 'curation', 'detector', 'refill', 'archive', 'realWeight', 'monitor', ...MODEL_CURES] as const satisfies readonly Key[];

const NAMES: Readonly<Record<(typeof SWITCHES)[number], string>> = {
  web: 'web',
  curation: 'curation',
  detector: 'detector',
  refill: 'refill',
  archive: 'archive',
  realWeight: 'weight',
  monitor: 'monitor',
  neon: 'Neon',
  warmStart: 'warm start',
};

/** "detector 0.8 · refill", "none on": what a closed *Cures* says of itself. */
export function curesWords(experiment: Experiment): string {
  const on = SWITCHES.filter((key) => {
    const spec: KeySpec = SCHEMA[key];
    return spec.applies(experiment) && experiment[key] !== spec.fallback(experiment);
  });
  const words = on.map((key) => (experiment[key] === 'true' ? NAMES[key] : `${NAMES[key]} ${valueText(key, experiment[key], 'short')}`));
  return words.length === 0 ? 'none on' : words.join(' · ');
}
