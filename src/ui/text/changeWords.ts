import { type Experiment, SCHEMA } from '../../engine/experiment';
import { type Change, type Settings, settingsAt } from '../../engine/settings';

type LiveKey = keyof Settings;

const WORDS: Record<LiveKey, { readonly long: string; readonly short: string }> = {
  memory: { long: 'memory', short: 'memory' },
  span: { long: 'generations remembered', short: 'span' },
  real: { long: 'fresh real samples', short: 'fresh data' },
  synthetic: { long: 'synthetic samples', short: 'synthetic' },
  bias: { long: 'sampling bias λ', short: 'λ' },
  steps: { long: 'optimiser steps', short: 'steps' },
};

// made once: it costs more than the text
const FORMAT = new Intl.NumberFormat('en', { maximumFractionDigits: 3, useGrouping: false });

function valueText(key: LiveKey, value: string | number): string {
  if (key === 'memory') return (SCHEMA.memory.options.find(({ id }) => id === value)?.name ?? String(value)).toLowerCase();
  return FORMAT.format(Number(value));
}

/** "fresh real samples 64 → 300, λ 1 → 0.8": what a change of the run changes. */
export function changeWords(experiment: Experiment, change: Change, length: 'long' | 'short'): string {
  const before = settingsAt(experiment, change.generation - 1);
  return (Object.keys(change.settings) as LiveKey[])
    .map((key) => `${WORDS[key][length]} ${valueText(key, before[key])} → ${valueText(key, change.settings[key] ?? before[key])}`)
    .join(', ');
}
