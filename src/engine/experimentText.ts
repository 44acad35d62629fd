import { catalogue } from '#catalogue';
import { type Change, type Experiment, KEYS, type Key, type KeySpec, LIVE_KEYS, type Note, SCHEMA, type Settings } from './experiment';
import { POINTS_ALLOWED, readPoints } from './pointsText';

/** Values by key as they come: link, flags, JSON. */
export type Raw = Readonly<Record<string, unknown>>;

export interface Parsed {
  readonly experiment: Experiment;
  /** One for each value that could not be taken as it stood. */
  readonly notes: readonly Note[];
}

/** Keys of a link that choose how the page looks, not what it computes. */
export const VIEW_KEYS = ['theme', 'hide', 'lock', 'run', 'view', 'locale', 'parentOrigin', 'compare', 'watch'] as const;

export type Place = 'page' | 'headless';

type Draft = { -readonly [K in Key]: Experiment[K] };

const specOf = (key: Key): KeySpec => SCHEMA[key];
const plain = (name: string) => name.replaceAll('-', '').toLowerCase();
const keyByPlainName = new Map(KEYS.map((key) => [plain(key), key]));
/** The key that a name means, without regard to case and hyphens. */
export const keyNamed = (name: string): Key | undefined => keyByPlainName.get(plain(name));
const kindOf = (entries: readonly { id: string; kind: string }[], id: string) => entries.find((entry) => entry.id === id)?.kind;

/** "10 to 20000", "14 or 28", "`mean` or `sample`": what a key allows, for messages and help. */
export function allowedText(key: Key, place: Place = 'page'): string {
  const spec = specOf(key);
  if (spec.type === 'changes') return `GEN:key=value,key=value;GEN:… with the live keys ${LIVE_KEYS.join(', ')}`;
  if (spec.type === 'points') return POINTS_ALLOWED;
  if (spec.type === 'choice') return spec.options.map(({ id }) => id).join(', ');
  if (spec.type === 'list') return `a comma list of ${spec.options.map(({ id }) => id).join(', ')}${key === 'scores' ? ', or all, or none' : ''}`;
  if (spec.type !== 'integer' && spec.type !== 'number') return '';
  if (spec.allowed) return spec.allowed.join(' or ');
  return `${spec.type === 'integer' ? 'a whole number from ' : ''}${spec.min} to ${maximum(spec, place)}`;
}

function maximum(spec: { max: number; pageMax?: number }, place: Place): number {
  return place === 'page' ? (spec.pageMax ?? spec.max) : spec.max;
}

/** A number in decimal notation; NaN for any other text, `0x10` and nothing at all too. */
function decimal(text: string): number {
  return /^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : Number.NaN;
}

/** A number within its range, or undefined. */
function readNumber(key: Key, text: string, place: Place): { value: number; exact: boolean } | undefined {
  const spec = specOf(key);
  if (spec.type !== 'integer' && spec.type !== 'number') return undefined;
  const number = decimal(text);
  if (!Number.isFinite(number)) return undefined;
  const inside = Math.min(maximum(spec, place), Math.max(spec.min, number));
  const whole = spec.type === 'integer' ? Math.round(inside) : inside;
  const value = spec.allowed ? [...spec.allowed].sort((a, b) => Math.abs(a - whole) - Math.abs(b - whole))[0] : whole;
  return { value, exact: value === number };
}

/**
 * Reads an experiment. Never throws: what can't be taken is replaced by the nearest valid value or the default, with a note each.
 * Names match without regard to case and hyphens.
 */
export function parseExperiment(raw: Raw, place: Place = 'page'): Parsed {
  const notes: Note[] = [];
  const note: AddNote = (key, value, problem, repair) => notes.push({ key, value, problem, message: `${problem} ${repair}` });
  const given = new Map<Key, string>();
  for (const [name, value] of Object.entries(raw)) {
    const key = keyNamed(name);
    if (key) given.set(key, asText(value));
    else note(name, asText(value), `There is no key “${name}”.`, 'It was ignored.');
  }

  const chosen = chooseModelAndData(given, note);
  const draft: Record<string, unknown> = {};
  for (const key of KEYS) draft[key] = readKey(key, given.get(key), chosen, place, note);
  Object.assign(draft, chosen);

  const experiment = draft as unknown as Draft;
  experiment.changes = readChanges(given.get('changes') ?? '', place, note);
  repairConflicts(experiment, given, note);
  return { experiment, notes };
}

/** Arrays become comma lists; the structured `changes` of JSON become their text. */
function asText(value: unknown): string {
  if (!Array.isArray(value)) return value === null || value === undefined ? '' : String(value);
  const isChange = (entry: unknown): entry is Change => typeof entry === 'object' && entry !== null && 'generation' in entry && 'settings' in entry;
  return value.every(isChange) && value.length > 0 ? printChanges(value) : value.join(',');
}

const LONGEST_QUOTE = 40;
const shorten = (text: string) => (text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);

type AddNote = (key: string, value: string, problem: string, repair: string) => void;

/** Model and dataset first, for other defaults hang on them; where they don't fit together the model wins. */
function chooseModelAndData(given: ReadonlyMap<Key, string>, note: AddNote): { model: string; dataset: string } {
  const pick = (key: 'model' | 'dataset') => {
    const text = given.get(key);
    if (text === undefined) return undefined;
    const id = SCHEMA[key].options.find((option) => plain(option.id) === plain(text))?.id;
    if (id === undefined) note(key, text, `${key}=${text} is not known. Allowed: ${allowedText(key)}.`, 'The default was taken.');
    return id;
  };
  const model = pick('model');
  const dataset = pick('dataset');
  if (model === undefined) {
    const kind = dataset === undefined ? 'points' : kindOf(catalogue.datasets, dataset);
    const inferred = kind === 'images' ? 'vae' : SCHEMA.model.fallback();
    return { model: inferred, dataset: dataset ?? SCHEMA.dataset.fallback({ model: inferred, dataset: '' }) };
  }
  const fallback = SCHEMA.dataset.fallback({ model, dataset: '' });
  if (dataset === undefined) return { model, dataset: fallback };
  if (kindOf(catalogue.datasets, dataset) !== kindOf(catalogue.models, model)) {
    note('dataset', dataset, `dataset=${dataset} does not fit model=${model}.`, `${fallback} was taken.`);
    return { model, dataset: fallback };
  }
  return { model, dataset };
}

function readKey(key: Key, text: string | undefined, chosen: { model: string; dataset: string }, place: Place, note: AddNote): unknown {
  const spec = specOf(key);
  if (spec.type === 'changes') return [];
  const fallback = spec.fallback(chosen);
  if (spec.type === 'list') return readList(key, text, String(fallback), note);
  if (text === undefined || key === 'model' || key === 'dataset') return fallback;
  if (spec.type === 'choice') {
    const id = spec.options.find((option) => plain(option.id) === plain(text))?.id;
    if (id === undefined) note(key, text, `${key}=${text} is not known. Allowed: ${allowedText(key)}.`, `${fallback} was taken.`);
    return id ?? fallback;
  }
  if (spec.type === 'points') {
    const points = text === '' ? fallback : readPoints(text);
    if (points === null) note(key, shorten(text), `${key}=${shorten(text)} is not ${allowedText(key)}.`, 'An example was taken.');
    return points ?? fallback;
  }
  const read = readNumber(key, text, place);
  const value = read?.value ?? fallback;
  if (!read?.exact) note(key, text, `${key}=${text} is not ${allowedText(key, place)}.`, `${value} was taken.`);
  return value;
}

function readList(key: Key, text: string | undefined, fallback: string, note: AddNote): string[] {
  const spec = specOf(key);
  if (spec.type !== 'list') return [];
  const all = spec.options.map(({ id }) => id);
  const wanted = text ?? fallback;
  if (key === 'scores' && wanted === 'all') return all;
  if (key === 'scores' && wanted === 'none') return [];
  const names = wanted.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !all.some((id) => plain(id) === plain(name)));
  const known = all.filter((id) => names.some((name) => plain(id) === plain(name)));
  if (unknown.length > 0) {
    note(
      key,
      wanted,
      `${key}: “${unknown.join(', ')}” is not known. Allowed: ${allowedText(key)}.`,
      known.length === 0 ? `${fallback} was taken.` : `${known.join(',')} was taken.`,
    );
  }
  return known.length > 0 ? known : readList(key, undefined, fallback, note);
}

function readChanges(text: string, place: Place, note: AddNote): Change[] {
  const byGeneration = new Map<number, Partial<Settings>>();
  for (const part of text.split(';').filter((piece) => piece.trim() !== '')) {
    const [head, tail = ''] = splitOnce(part, ':');
    const generation = decimal(head);
    if (!Number.isInteger(generation) || generation < 1 || generation > SCHEMA.generations.max) {
      note('changes', part, `changes: “${part}” does not start with a generation from 1 to ${SCHEMA.generations.max}.`, 'It was left out.');
      continue;
    }
    for (const assignment of tail.split(',')) {
      const [name, value = ''] = splitOnce(assignment, '=');
      const key = keyNamed(name);
      if (!key || !LIVE_KEYS.includes(key as keyof Settings)) {
        note('changes', assignment, `changes: “${name}” can't be changed during a run. Live keys: ${LIVE_KEYS.join(', ')}.`, 'It was left out.');
        continue;
      }
      const spec = specOf(key);
      const choice = spec.type === 'choice' ? spec.options.find((option) => plain(option.id) === plain(value))?.id : undefined;
      const number = readNumber(key, value, place);
      const taken = choice ?? number?.value;
      if (taken === undefined || (number && !number.exact)) {
        const outcome = taken === undefined ? 'It was left out.' : `${taken} was taken.`;
        note('changes', assignment, `changes: ${key}=${value} at generation ${generation} is not ${allowedText(key, place)}.`, outcome);
      }
      if (taken !== undefined) byGeneration.set(generation, { ...byGeneration.get(generation), [key]: taken });
    }
  }
  return [...byGeneration].sort(([a], [b]) => a - b).map(([generation, settings]) => ({ generation, settings }));
}

function splitOnce(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark);
  return at < 0 ? [text.trim(), undefined] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

/** Values that are valid alone but not together. */
function repairConflicts(experiment: Draft, given: ReadonlyMap<Key, string>, note: AddNote): void {
  if (experiment.dataset !== 'gaussian' && experiment.dim !== 2) {
    note('dim', String(experiment.dim), `dim=${experiment.dim} needs dataset=gaussian; ${experiment.dataset} has its own.`, '2 was taken.');
    experiment.dim = 2;
  }
  if (experiment.model === 'gaussian-mixture' && experiment.dim > 2) {
    note('dim', String(experiment.dim), `dim=${experiment.dim} needs model=gaussian; the mixture is fitted in 1 or 2 dimensions.`, '2 was taken.');
    experiment.dim = 2;
  }
  const refuses = (memory: string) =>
    experiment.loop
      .map((id) => catalogue.loops.find((loop) => loop.id === id))
      .find((loop) => loop && !loop.memories.includes(memory as Settings['memory']));
  const refusing = refuses(experiment.memory);
  if (refusing) {
    note(
      'memory',
      experiment.memory,
      `memory=${experiment.memory} is not defined for the loop “${refusing.name}”. Allowed there: ${refusing.memories.join(', ')}.`,
      'previous was taken.',
    );
    experiment.memory = 'previous';
  }
  experiment.changes = experiment.changes.map((change) => {
    const loop = change.settings.memory && refuses(change.settings.memory);
    if (!loop) return change;
    note(
      'changes',
      `memory=${change.settings.memory}`,
      `changes: memory=${change.settings.memory} is not defined for the loop “${loop.name}”. Allowed there: ${loop.memories.join(', ')}.`,
      'previous was taken.',
    );
    return { ...change, settings: { ...change.settings, memory: 'previous' } };
  });
  for (const key of given.keys()) {
    if (!SCHEMA[key].applies(experiment) && !['real', 'dim'].includes(key)) {
      const value = experiment[key];
      const spec = specOf(key);
      const fallback = spec.type === 'changes' ? value : spec.fallback(experiment);
      if (value !== fallback) {
        const wanted = key === 'points' ? `dataset=${experiment.dataset}` : `model=${experiment.model}`;
        note(key, shorten(String(value)), `${key} has no meaning for ${wanted}.`, 'It was ignored.');
        Object.assign(experiment, { [key]: fallback });
      }
    }
  }
}

function printChanges(changes: readonly Change[]): string {
  return changes
    .map(
      ({ generation, settings }) =>
        `${generation}:${Object.entries(settings)
          .map(([key, value]) => `${key}=${value}`)
          .join(',')}`,
    )
    .join(';');
}

function printValue(experiment: Experiment, key: Key): string {
  const value = experiment[key];
  if (key === 'changes') return printChanges(experiment.changes);
  if (key === 'scores') return experiment.scores.length === catalogue.metrics.length ? 'all' : experiment.scores.join(',') || 'none';
  return Array.isArray(value) ? value.join(',') : String(value);
}

/** The keys whose value is not the default, in schema order, `v` always. */
function telling(experiment: Experiment): Key[] {
  return KEYS.filter((key) => {
    const spec = specOf(key);
    if (key === 'v') return true;
    if (spec.type === 'changes') return experiment.changes.length > 0;
    if (key === 'model') return experiment.model !== SCHEMA.model.fallback();
    return printValue(experiment, key) !== String(spec.fallback(experiment));
  });
}

/** The query of the link that reproduces the experiment: `v=1&…`, every key that differs from its default. */
export function printQuery(experiment: Experiment): string {
  return telling(experiment)
    .map((key) => `${key}=${encodeURIComponent(printValue(experiment, key)).replace(/%(3A|3B|2C|3D)/g, decodeURIComponent)}`)
    .join('&');
}

/** Command-line flags that reproduce the experiment. */
export function printFlags(experiment: Experiment): string {
  return telling(experiment)
    .map((key) => `--${key} '${printValue(experiment, key)}'`)
    .join(' ');
}

/** Every key with its value, lists and changes as in links: what files hold. */
export function printJson(experiment: Experiment): Record<string, string | number> {
  return Object.fromEntries(
    KEYS.map((key) => [key, typeof experiment[key] === 'number' ? (experiment[key] as number) : printValue(experiment, key)]),
  );
}

/** The names and values of a link's query. (The engine knows no URLSearchParams.) */
export function readQuery(query: string): [name: string, value: string][] {
  return query
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name, value = ''] = splitOnce(pair, '=');
      return [decode(name), decode(value)];
    });
}

/** A malformed escape stands for itself: its key will be repaired or ignored, with a note. */
function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

/** The experiment of a link; keys of the view are left to the page. */
export function parseQuery(query: string): Parsed {
  const viewKeys = VIEW_KEYS.map(plain);
  return parseExperiment(Object.fromEntries(readQuery(query).filter(([name]) => !viewKeys.includes(plain(name)))));
}
