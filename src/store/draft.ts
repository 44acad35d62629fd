import { fits } from '../engine/catalogue';
import { modelOf } from '../engine/chosen';
import { type Experiment, KEYS, type Key, LIVE_KEYS, SCHEMA, type Settings } from '../engine/experiment';
import { type Parsed, parseExperiment, rawOf } from '../engine/experimentText';
import { specOf } from '../engine/keyText';

/**
 * The draft with keys changed, as a link with these keys would open: what stood at its default follows the new model's or dataset's
 * default, and the half of model and dataset that was not asked for steps back where the two do not fit.
 */
export function changeDraft(draft: Experiment, keys: Partial<Experiment>): Parsed {
  const raw: Record<string, unknown> = { ...rawOf(draft) };
  if (keys.model && !keys.dataset && !fits({ ...draft, model: keys.model })) delete raw.dataset;
  if (keys.dataset && !keys.model && !fits({ ...draft, dataset: keys.dataset })) delete raw.model;
  const next = { ...draft, ...keys };
  const { most = {} } = modelOf(next);
  const isRefused = (key: Key) =>
    (specOf(key).owner === 'dataset' && (!SCHEMA[key].applies(next) || !fits(next))) || (key in most && Number(next[key]) > most[key].value);
  for (const key of KEYS.filter(isRefused)) delete raw[key];
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
