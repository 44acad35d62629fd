import { catalogue, fits } from './catalogue';
import { printChanges, readChanges } from './changesText';
import { datasetOf, kindOf, modelOf } from './chosen';
import type { Chosen } from './descriptions';
import { type Change, type Experiment, KEYS, type Key, type Note, SCHEMA, type Settings } from './experiment';
import type { TextKey } from './keys/key';
import { allowedBriefly, keyNamed, optionNamed, type Place, readNumber, specOf } from './keyText';
import { loopNamed, loopsOf } from './loops/named';
import { treatments } from './loops/treatments';
import { plainName } from './names';
import { type AddNote, briefly, createNotes, fewNotes } from './notes';
import { countPoints, readPoints } from './pointsText';
import { LONGEST_QUERY, printPairs, readQuery } from './query';
import { excerpt } from './refusal';
import { STEPS } from './steps/about';

/** Values by key as they come: link, flags, JSON. */
export type Raw = Readonly<Record<string, unknown>>;

export interface Parsed {
  readonly experiment: Experiment;
  /** One for each value that could not be taken as it stood. */
  readonly notes: readonly Note[];
}

/** Keys of a link that choose how the page looks, not what it computes. */
export const VIEW_KEYS = [
  'theme',
  'hide',
  'lock',
  'run',
  'view',
  'locale',
  'parentOrigin',
  'compare',
  'watch',
  'background',
  'poster',
  'speed',
  'at',
  'map',
  'lesson',
  'step',
  'poe',
  'collect',
  'card',
] as const;

const plainViewKeys: readonly string[] = VIEW_KEYS.map(plainName);
/** Whether a name means a key of the view, without regard to case and hyphens. */
export const isViewKey = (name: string): boolean => plainViewKeys.includes(plainName(name));

type Draft = { -readonly [K in Key]: Experiment[K] };

/** Longest value that is read. Points of files by hand may be longer than anything else. */
const LONGEST_VALUE = 200_000;
const LONGEST_POINTS = 1_000_000;
/** Lists of pairs are the deepest that any key takes. */
const DEEPEST = 1;

/**
 * Reads an experiment. Never throws: what can't be taken is replaced by the nearest valid value or the default, with a note each, five of them
 * at most. Harmless spellings are taken as they are meant, and by commands too: names and choices match without regard to case, hyphens,
 * dashes and underscores, and numbers may have a decimal comma. What links suffer on their way `readQuery` has undone before.
 */
export function parseExperiment(raw: Raw, place: Place = 'page'): Parsed {
  const notes = createNotes();
  const given = new Map<Key, string>();
  const unknown: string[] = [];
  for (const [name, value] of Object.entries(raw)) {
    const key = keyNamed(name);
    if (key) given.set(key, withinLength(key, asText(value), notes.add));
    else unknown.push(name);
  }
  if (unknown.length > 0) notes.add(unknown[0], '', ...unknownWords(unknown));

  const chosen = chooseModelAndData(given, place, notes.add);
  const draft: Record<string, unknown> = {};
  for (const key of KEYS) draft[key] = readKey(key, given.get(key), { ...draft, ...chosen }, place, notes.add);
  Object.assign(draft, chosen);

  const experiment = draft as unknown as Draft;
  experiment.changes = readChanges(given.get('changes') ?? '', place, notes.add);
  repairOwned(experiment, given, true, notes.add);
  repairMost(experiment, notes.add);
  repairMemory(experiment, notes.add);
  repairTreatments(experiment);
  repairRefused(experiment, notes.add);
  repairOwned(experiment, given, false, notes.add);
  return { experiment, notes: notes.list() };
}

/** One note for all keys that there are not, however many. */
function unknownWords(names: readonly string[]): [problem: string, repair: string] {
  const [first, second] = names.map((name) => `“${excerpt(name, 24)}”`);
  if (names.length === 1) return [`There is no key ${first}.`, 'It was ignored.'];
  const others = names.length === 2 ? second : `${second}, and ${names.length - 2} more of that kind`;
  return [names.length === 2 ? `There are no keys ${first} and ${others}.` : `There are no keys ${first}, ${others}.`, 'They were ignored.'];
}

/** No more of a value than any valid one has, up to the last whole part of it. */
function withinLength(key: Key, text: string, note: AddNote): string {
  const longest = key === 'points' ? LONGEST_POINTS : LONGEST_VALUE;
  if (text.length <= longest) return text;
  note(key, text, `${key} has ${text.length} characters; at most ${longest} are read.`, 'The rest was left out.');
  const read = text.slice(0, longest);
  return read.slice(0, Math.max(read.lastIndexOf(','), read.lastIndexOf(';')));
}

/** Arrays become comma lists; the structured `changes` of JSON become their text. What no link can hold becomes a text that no key takes. */
function asText(value: unknown, depth = 0): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  if (!Array.isArray(value) || depth > DEEPEST) return '{}';
  const isChange = (entry: unknown): entry is Change =>
    typeof entry === 'object' &&
    entry !== null &&
    'generation' in entry &&
    'settings' in entry &&
    typeof entry.settings === 'object' &&
    !!entry.settings;
  return value.every(isChange) && value.length > 0 ? printChanges(value) : value.map((entry) => asText(entry, depth + 1)).join(',');
}

/** Model and dataset first, for other defaults hang on them; where they don't fit together the model wins. */
function chooseModelAndData(given: ReadonlyMap<Key, string>, place: Place, note: AddNote): { model: string; dataset: string } {
  const pick = (key: 'model' | 'dataset') => {
    const text = given.get(key);
    if (text === undefined) return undefined;
    const id = optionNamed(SCHEMA[key], text);
    if (id === undefined) note(key, text, `${key}=${excerpt(text)} is not known. Allowed: ${allowedBriefly(key, place)}.`, 'The default was taken.');
    return id;
  };
  const model = pick('model');
  const dataset = pick('dataset');
  if (model === undefined) {
    const kind = dataset === undefined ? undefined : datasetOf({ dataset }).kind;
    const inferred = catalogue.kinds.find(({ id }) => id === kind)?.model ?? SCHEMA.model.fallback();
    return { model: inferred, dataset: dataset ?? SCHEMA.dataset.fallback({ model: inferred, dataset: '' }) };
  }
  const fallback = SCHEMA.dataset.fallback({ model, dataset: '' });
  if (dataset === undefined) return { model, dataset: fallback };
  if (!fits({ model, dataset })) {
    note('dataset', dataset, `dataset=${dataset} does not fit model=${model}.`, `${fallback} was taken.`);
    return { model, dataset: fallback };
  }
  return { model, dataset };
}

function readKey(key: Key, text: string | undefined, chosen: Chosen, place: Place, note: AddNote): unknown {
  const spec = specOf(key);
  if (spec.type === 'changes') return [];
  const fallback = spec.fallback(chosen);
  if (spec.type === 'list') return readList(key, text, String(fallback), place, note);
  if (text === undefined || key === 'model' || key === 'dataset') return fallback;
  if (spec.type === 'choice') {
    const id = optionNamed(spec, text);
    if (id === undefined) note(key, text, `${key}=${excerpt(text)} is not known. Allowed: ${allowedBriefly(key, place)}.`, `${fallback} was taken.`);
    return id ?? fallback;
  }
  if (spec.type === 'text') return readSpelt(key, spec, text, chosen, place, note);
  if (spec.type === 'points') return text === '' ? fallback : readDrawn(text, String(fallback), place, note);
  const read = readNumber(key, text, place);
  const value = read?.value ?? fallback;
  if (!read?.exact) note(key, text, `${key}=${excerpt(text)} is not ${allowedBriefly(key, place)}.`, `${value} was taken.`);
  return value;
}

/** A value with a spelling of its own. */
function readSpelt(key: Key, spec: TextKey, text: string, chosen: Chosen, place: Place, note: AddNote): string | number {
  const read = spec.read(text);
  const value = read?.value ?? spec.fallback(chosen);
  const taken = value === '' ? 'It was left out.' : `${value} was taken.`;
  if (!read?.exact) note(key, text, `${key}=${excerpt(text)} is not ${allowedBriefly(key, place)}.`, taken);
  return value;
}

/** The whole points that arrived. */
function readDrawn(text: string, fallback: string, place: Place, note: AddNote): string {
  const { points, problem } = readPoints(text, allowedBriefly('points', place));
  if (problem === null && points !== null) return points;
  const count = points === null ? 0 : countPoints(points);
  const taken = count === 1 ? 'Its first point, which arrived whole, was taken.' : `Its first ${count} points, which arrived whole, were taken.`;
  note('points', text, `points=${excerpt(text, 24)}${problem}.`, points === null ? 'An example was taken.' : taken);
  return points ?? fallback;
}

function readList(key: Key, text: string | undefined, fallback: string, place: Place, note: AddNote): string[] {
  const spec = specOf(key);
  if (spec.type !== 'list') return [];
  const all = spec.options.map(({ id }) => id);
  const may = [...all, ...(spec.further ?? []).map(({ id }) => id)];
  const wanted = text ?? fallback;
  if (key === 'scores' && plainName(wanted) === 'all') return all;
  if (key === 'scores' && plainName(wanted) === 'none') return [];
  const names = new Map(wanted.split(',').map((name) => [plainName(name), name.trim()]));
  const found = may.filter((id) => names.delete(plainName(id)));
  const known = found.slice(0, spec.most);
  if (known.length > 0) names.delete('');
  if (names.size > 0) {
    const outcome = known.length === 0 ? fallback : known.join(',');
    const problem = `${key}: “${excerpt([...names.values()].join(', '), 30)}” is not known. Allowed: ${allowedBriefly(key, place)}.`;
    note(key, wanted, problem, `${place === 'page' ? briefly(outcome.replaceAll(',', ', ')) : outcome} was taken.`);
  }
  if (known.length < found.length)
    note(key, wanted, `${key} names ${found.length}; at most ${known.length} run side by side.`, `The first ${known.length} were taken.`);
  return known.length > 0 ? known : readList(key, undefined, fallback, place, note);
}

/** A memory that a loop refuses. */
function repairMemory(experiment: Draft, note: AddNote): void {
  const refuses = (memory: string) => experiment.loop.map(loopNamed).find((loop) => loop && !loop.memories.includes(memory as Settings['memory']));
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
}

/** What acts alone in a loop is on: as strong as is usual unless the experiment says how strong. */
function repairTreatments(experiment: Draft): void {
  const { cures } = kindOf(experiment);
  const acting = loopsOf(experiment).map(({ treatment }) => treatments.find(({ id }) => id === treatment)?.step);
  for (const key of STEPS.filter(({ id }) => acting.includes(id)).flatMap(({ keys = [] }) => keys)) {
    if (!(key in cures)) continue;
    const cure = key as keyof typeof cures;
    const isSaid = experiment[cure] !== SCHEMA[cure].fallback() || experiment.changes.some(({ settings }) => cure in settings);
    if (!isSaid) Object.assign(experiment, { [cure]: cures[cure] });
  }
}

/** Values that do not go with the rest of the experiment, at its start and behind its changes. */
function repairRefused(experiment: Draft, note: AddNote): void {
  for (const key of KEYS) {
    const spec = specOf(key);
    if (spec.type === 'changes' || !spec.refuses) continue;
    const { refuses, fallback } = spec;
    const repaired = (value: unknown, name: string, told: string) => {
      const isSaid = (typeof value === 'string' || typeof value === 'number') && value !== fallback(experiment) && spec.applies(experiment);
      const refused = isSaid ? refuses(value, experiment) : null;
      if (!refused) return value;
      note(name, String(value), `${told} ${refused.why}.`, refused.instead === '' ? 'It was left out.' : `${refused.instead} was taken.`);
      return refused.instead;
    };
    const value = repaired(experiment[key], key, `${key}=${excerpt(String(experiment[key]))}`);
    const changes = experiment.changes.map((change) => {
      const settings: Readonly<Record<string, unknown>> = change.settings;
      if (!(key in settings)) return change;
      return { ...change, settings: { ...settings, [key]: repaired(settings[key], 'changes', `changes: ${key}=${excerpt(String(settings[key]))}`) } };
    });
    Object.assign(experiment, { [key]: value, changes });
  }
}

/** Keys of what was not chosen go back to their default: first those of which there is more to say than that. */
function repairOwned(experiment: Draft, given: ReadonlyMap<Key, string>, isTold: boolean, note: AddNote): void {
  for (const key of given.keys()) {
    const spec = specOf(key);
    if (spec.type === 'changes' || spec.waits || spec.applies(experiment) || (spec.elsewhere !== undefined) !== isTold) continue;
    const value = experiment[key];
    const fallback = spec.fallback(experiment);
    if (value === fallback) continue;
    const owner = spec.owner ?? 'model';
    if (spec.elsewhere) note(key, String(value), `${key}=${value} ${spec.elsewhere(experiment)}.`, `${fallback} was taken.`);
    else note(key, String(value), `${key} has no meaning for ${owner}=${experiment[owner]}.`, 'It was ignored.');
    Object.assign(experiment, { [key]: fallback });
  }
}

/** Keys of which the model takes less than others come down to the most that it takes. */
function repairMost(experiment: Draft, note: AddNote): void {
  for (const [name, { value: most, why, instead }] of Object.entries(modelOf(experiment).most ?? {})) {
    const key = name as Key;
    const value = experiment[key];
    if (typeof value !== 'number' || value <= most) continue;
    note(key, String(value), `${key}=${value} needs model=${instead}; ${why}.`, `${most} was taken.`);
    Object.assign(experiment, { [key]: most });
  }
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
  const open = telling(experiment).filter((key) => !specOf(key).isPrivate);
  return printPairs(open.map((key) => [key, printValue(experiment, key)]));
}

/** All that differs from its default, as `parseExperiment` takes it, the reader's own included. */
export const rawOf = (experiment: Experiment): Raw => Object.fromEntries(telling(experiment).map((key) => [key, printValue(experiment, key)]));

/** A text that is the same for the same experiment alone: to tell experiments apart, never for a link. */
export const identityOf = (experiment: Experiment): string => JSON.stringify(rawOf(experiment));

export const isSameExperiment = (one: Experiment, other: Experiment): boolean => identityOf(one) === identityOf(other);

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

/** The experiment of a link; keys of the view are left to the page. `beside`: what came with it and does not stand in it. */
export function parseQuery(query: string, beside: Raw = {}): Parsed {
  // of a key that comes twice, however it is spelt, the last value counts
  const pairs = new Map(readQuery(query).map((pair) => [plainName(pair[0]), pair]));
  const { experiment, notes } = parseExperiment({ ...Object.fromEntries([...pairs.values()].filter(([name]) => !isViewKey(name))), ...beside });
  if (query.length <= LONGEST_QUERY) return { experiment, notes };
  const problem = `This link has ${query.length} characters; at most ${LONGEST_QUERY} are read.`;
  return { experiment, notes: fewNotes([{ key: 'link', value: '', problem, message: `${problem} The rest was left out.` }, ...notes]) };
}
