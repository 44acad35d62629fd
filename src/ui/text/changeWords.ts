import { type Change, type Experiment, LIVE_KEYS, type LiveKey, SCHEMA, type Settings } from '../../engine/experiment';
import { specOf } from '../../engine/keyText';
import { settingsAt } from '../../engine/settings';

function valueText(key: LiveKey, value: string | number): string {
  const spec = specOf(key);
  return 'options' in spec
    ? (spec.options.find(({ id }) => id === value)?.name ?? String(value)).toLowerCase()
    : String(Number(Number(value).toFixed(3)));
}

/** "optimiser steps 60": live keys off their default that the words around don't name, so that none is left out in silence. */
export function otherSettings(experiment: Experiment, named: readonly LiveKey[]): string[] {
  const others = LIVE_KEYS.filter((key) => !named.includes(key) && SCHEMA[key].applies(experiment));
  return others
    .filter((key) => experiment[key] !== SCHEMA[key].fallback(experiment))
    .map((key) => `${SCHEMA[key].live.long} ${valueText(key, experiment[key])}`);
}

/** "fresh real samples 64 → 300, λ 1 → 0.8": what a change of the run changes; where it comes back to what was, by which value it went (`by`). */
export function changeWords(experiment: Experiment, change: Change, length: 'long' | 'short', by: Partial<Settings> = {}): string {
  const before = settingsAt(experiment, change.generation - 1);
  return (Object.keys(change.settings) as LiveKey[])
    .map((key) => {
      const [was, is] = [before[key], change.settings[key] ?? before[key]];
      const way = was === is ? [was, by[key] ?? was, is] : [was, is];
      return `${SCHEMA[key].live[length]} ${way.map((value) => valueText(key, value)).join(' → ')}`;
    })
    .join(', ');
}
