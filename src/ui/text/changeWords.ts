import { type Change, type Experiment, type LiveKey, SCHEMA } from '../../engine/experiment';
import { specOf } from '../../engine/keyText';
import { settingsAt } from '../../engine/settings';

// made once: it costs more than the text
const FORMAT = new Intl.NumberFormat('en', { maximumFractionDigits: 3, useGrouping: false });

function valueText(key: LiveKey, value: string | number): string {
  const spec = specOf(key);
  return 'options' in spec ? (spec.options.find(({ id }) => id === value)?.name ?? String(value)).toLowerCase() : FORMAT.format(Number(value));
}

/** "fresh real samples 64 → 300, λ 1 → 0.8": what a change of the run changes. */
export function changeWords(experiment: Experiment, change: Change, length: 'long' | 'short'): string {
  const before = settingsAt(experiment, change.generation - 1);
  return (Object.keys(change.settings) as LiveKey[])
    .map((key) => `${SCHEMA[key].live[length]} ${valueText(key, before[key])} → ${valueText(key, change.settings[key] ?? before[key])}`)
    .join(', ');
}
