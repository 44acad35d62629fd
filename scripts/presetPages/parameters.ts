import { type Experiment, type Key, SCHEMA } from '../../src/engine/experiment';
import { parseQuery, printQuery } from '../../src/engine/experimentText';
import type { KeySpec } from '../../src/engine/keys/key';
import { readQuery } from '../../src/engine/query';
import { listed } from '../../src/format';
import { changeWords } from '../../src/ui/text/changeWords';

/** A parameter that is not at its default. */
export interface Parameter {
  readonly key: Key;
  readonly label: string;
  readonly value: string;
}

function valueWords(experiment: Experiment, key: Key): string {
  const spec: KeySpec = SCHEMA[key];
  const value = experiment[key];
  if (spec.type === 'choice') return spec.options.find(({ id }) => id === value)?.name ?? String(value);
  if (spec.type === 'list') {
    const chosen: readonly unknown[] = Array.isArray(value) ? value : [value];
    return listed(spec.options.filter(({ id }) => chosen.includes(id)).map(({ name }) => name));
  }
  if (spec.type === 'changes') {
    return experiment.changes.map((change) => `from generation ${change.generation} on: ${changeWords(experiment, change, 'long')}`).join('; ');
  }
  return typeof value === 'number' && key !== 'seed' ? value.toLocaleString('en', { maximumFractionDigits: 6 }) : String(value);
}

/** What a query sets away from the defaults, in the schema's order and words. */
export function parametersOf(query: string): readonly Parameter[] {
  const { experiment } = parseQuery(query);
  return readQuery(printQuery(experiment))
    .map(([name]) => name as Key)
    .filter((key) => key !== 'v')
    .map((key) => ({ key, label: SCHEMA[key].label, value: valueWords(experiment, key) }));
}
