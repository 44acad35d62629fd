import { EngineError } from './errors';

export function byId<Entry extends { readonly id: string }>(registry: readonly Entry[], id: string): Entry {
  const entry = registry.find((candidate) => candidate.id === id);
  if (!entry) throw new EngineError('bad-experiment', `“${id}” is not known. Known: ${registry.map((candidate) => candidate.id).join(', ')}.`);
  return entry;
}
