import { catalogue } from '#catalogue';
import { type Experiment, LIVE_KEYS } from '../engine/experiment';
import { type Parsed, parseExperiment, printQuery } from '../engine/experimentText';
import { readQuery } from '../engine/query';
import type { Settings } from '../engine/settings';

const kindOf = (entries: readonly { id: string; kind: string }[], id: string | undefined) => entries.find((entry) => entry.id === id)?.kind;

/**
 * The draft with keys changed, as a link with these keys would open: what stood at its default follows the new model's or dataset's
 * default, and the half of model and dataset that was not asked for steps back where the two do not fit.
 */
export function changeDraft(draft: Experiment, keys: Partial<Experiment>): Parsed {
  const raw: Record<string, unknown> = Object.fromEntries(readQuery(printQuery(draft)));
  if (keys.model && !keys.dataset && kindOf(catalogue.models, keys.model) !== kindOf(catalogue.datasets, draft.dataset)) delete raw.dataset;
  if (keys.dataset && !keys.model && kindOf(catalogue.datasets, keys.dataset) !== kindOf(catalogue.models, draft.model)) delete raw.model;
  const dataset = keys.dataset ?? draft.dataset;
  const model = keys.model ?? draft.model;
  if (dataset !== 'gaussian' || model !== 'gaussian') delete raw.dim;
  if (dataset !== 'drawn' || kindOf(catalogue.models, model) !== 'points') delete raw.points;
  return parseExperiment({ ...raw, ...keys });
}

/** Keys that act on a running loop, and those that wait for Reset. */
export function divide(keys: Partial<Experiment>): { live: Partial<Settings>; others: Partial<Experiment> } {
  const isLive = (key: string) => (LIVE_KEYS as readonly string[]).includes(key);
  const entries = Object.entries(keys);
  return {
    live: Object.fromEntries(entries.filter(([key]) => isLive(key))) as Partial<Settings>,
    others: Object.fromEntries(entries.filter(([key]) => !isLive(key))) as Partial<Experiment>,
  };
}
