import { catalogue } from '../../engine/catalogue';
import { flagAt, type Json, listAt, numberAt, objectAt, orNull, type Read, recordAt, textAt } from '../../engine/checked';
import type { Experiment } from '../../engine/experiment';
import { parseExperiment } from '../../engine/experimentText';
import { allowedText, keyNamed } from '../../engine/keyText';
import { isReadable } from '../../engine/readable';
import { excerpt, Refusal, refuse } from '../../engine/refusal';
import type { LaneResult, NoiseFloor } from '../../protocol/messages';
import { type FieldType, LANE_FIELDS, type LaneField, objectOf, RANGE, valueAt } from '../../results/lane';
import { decodeShown, noSamples } from '../kinds/files';

const LONGEST_PROBLEM = 200;
const MOST_NAMES = 200;
const LONGEST_NAME = 60;
const LONGEST_TEXT = 1000;
const MOST_MODES = 1000;

export const versionAt = orNull(textAt(60));
export const backendAt = orNull(textAt(20));
const nameAt = textAt(LONGEST_NAME);
const wordsAt = textAt(LONGEST_TEXT);
const finite = numberAt({ min: RANGE.number[0], max: RANGE.number[1] });
const values = recordAt(MOST_NAMES, LONGEST_NAME, orNull(finite));
const reasons = recordAt(MOST_NAMES, LONGEST_NAME, textAt(500));
const fraction = numberAt({ min: RANGE.fraction[0], max: RANGE.fraction[1] });
const shares = listAt(MOST_MODES, fraction);
const flags = listAt(MOST_MODES, flagAt);

/** Results belong to one experiment: one that has to be repaired would be another. `whereIs`: the place of a key in the file, as a message starts. */
export function readExperiment(raw: Json, whereIs: (key: string) => string = () => ''): Experiment {
  for (const [name, value] of Object.entries(raw)) {
    const key = keyNamed(name);
    if (key === undefined) throw new Refusal(`${whereIs(name)}The experiment of this file has an unknown key “${excerpt(name)}”`);
    if (!isReadable(key, value)) refuse(`${whereIs(name)}experiment.${key}`, value, allowedText(key));
  }
  const { experiment, notes } = parseExperiment(raw);
  const [first] = notes;
  if (first) throw new Refusal(`${whereIs(first.key)}The experiment of this file is not valid here: ${excerpt(first.problem, LONGEST_PROBLEM)}`);
  return experiment;
}

type ReadOf = (experiment: Experiment, field: LaneField) => Read<unknown>;

const READ: Readonly<Record<FieldType, ReadOf>> = {
  name: () => nameAt,
  text: () => wordsAt,
  choice: (_, { options = [] }) => choiceAt(options),
  count: (_, { range: [min, max] = RANGE.count }) => numberAt({ min, max, whole: true }),
  number: () => orNull(finite),
  fraction: () => fraction,
  flag: () => flagAt,
  values: () => values,
  reasons: () => reasons,
  shares: ({ dataset }) => orNull((value, place) => sharesAt(value, place, dataset)),
  samples: (experiment) => (value, place) => decodeShown(value, place, experiment),
};

const choiceAt =
  (options: readonly string[]): Read<unknown> =>
  (value, place) =>
    options.some((option) => option === value) ? value : refuse(place, value, options.join(' or '));

function sharesAt(value: unknown, place: string, dataset: string): NonNullable<LaneResult['shares']> {
  const raw = objectAt(value, place);
  const [share, alive] = [shares(raw.share, `${place}.share`), flags(raw.alive, `${place}.alive`)];
  const modes = catalogue.datasets.find(({ id }) => id === dataset)?.modes;
  if (share.length !== modes || alive.length !== modes) {
    throw new Refusal(`${place} has ${share.length} shares and ${alive.length} flags; ${dataset} has ${modes} modes, with one of each`);
  }
  return { share, alive };
}

/** Reads lanes of an experiment: a value from a file, that stands at `where`. */
export function laneReader(experiment: Experiment): Read<LaneResult> {
  const fields = LANE_FIELDS.map((field) => ({ ...field, read: READ[field.type](experiment, field) }));
  const known = (raw: Json, path: string, where: string) => {
    const field = fields.find((one) => one.path === path) as (typeof fields)[number];
    return field.read(raw[path], `${where}: ${path}`);
  };
  return (lane, where) => {
    const raw = objectAt(lane, `${where}: a loop`);
    const [loop, replicate] = [known(raw, 'loop', where), known(raw, 'replicate', where)];
    const place = `${where}, ${loop}, replicate ${replicate}`;
    const read = fields.map(({ path, json, called, before, optional, unsaid, read: readAt }) => {
      const [outer, inner] = json.split('.');
      if (optional !== undefined && raw[outer] === undefined) return [path, undefined] as const;
      if (inner !== undefined && before === undefined) objectAt(raw[outer], `${place}: ${outer}`);
      const [value, instead] = [valueAt(raw, json), before ?? unsaid];
      return [path, readAt(instead === undefined ? value : (value ?? instead), `${place}: ${called}`)] as const;
    });
    const result = objectOf(read) as unknown as LaneResult;
    return { ...result, shown: result.shown ?? (replicate === 1 ? noSamples(experiment) : null) };
  };
}

const bands = recordAt(MOST_NAMES, LONGEST_NAME, (value, place) => {
  const { low, high } = objectAt(value, place);
  return { low: finite(low, `${place}.low`), high: finite(high, `${place}.high`) };
});

export function noiseFloorAt(noise: unknown, place: string): NoiseFloor | null {
  if (noise === null || noise === undefined) return null;
  const raw = objectAt(noise, place);
  return { bands: bands(raw.bands, `${place}.bands`), undefined: reasons(raw.undefined, `${place}.reasons`) };
}

/** Loop and replicate of every lane, as an experiment has them. */
export function checkLanes(lanes: readonly LaneResult[], { loop, replicates }: Experiment, where: string): void {
  const found = new Set(lanes.map((lane) => `${lane.loop} ${lane.replicate}`));
  for (const id of loop) {
    for (let n = 1; n <= replicates; n++) if (!found.has(`${id} ${n}`)) throw new Refusal(`${where} lacks the loop ${id}, replicate ${n}`);
  }
  const expected = loop.length * replicates;
  if (lanes.length !== expected) throw new Refusal(`${where} holds ${lanes.length} loops and replicates instead of ${expected}`);
}
