import { DATASET_KEYS } from './datasets/about';
import { CHOICE_KEYS } from './keys/choices';
import type { Decided, Keys, NumberKey } from './keys/key';
import { LOOP_KEYS } from './keys/loop';
import { LAST_KEYS, RUN_KEYS } from './keys/run';
import { MODEL_KEYS } from './models/about';
import { STEP_KEYS } from './steps/about';

/**
 * The one schema: page, link, headless commands, files and docs all read it. Each key stands with what brings it: the loop, a step, the run, a
 * dataset, a model. Keys in the order in which links write them.
 */
export const SCHEMA = {
  ...CHOICE_KEYS,
  ...DATASET_KEYS,
  ...LOOP_KEYS,
  ...STEP_KEYS,
  ...RUN_KEYS,
  ...MODEL_KEYS,
  ...LAST_KEYS,
} as const satisfies Keys;

type Schema = typeof SCHEMA;
export type Key = keyof Schema;

type ValueOf<Spec> = Spec extends { readonly type: NumberKey['type'] }
  ? number
  : Spec extends { readonly type: 'list' }
    ? readonly string[]
    : Spec extends { readonly type: 'changes' }
      ? readonly Change[]
      : Spec extends { readonly type: 'text'; readonly read: (text: string) => { readonly value: infer Value } | undefined }
        ? Value
        : Spec extends { readonly type: 'choice'; readonly options: readonly { readonly id: infer Id }[] }
          ? Id
          : string;

/** The keys that can change while a loop runs. */
export type LiveKey = { [Name in Key]: Schema[Name]['live'] extends false ? never : Name }[Key];

/** Their values. */
export interface Settings extends ValuesOf<Pick<Schema, LiveKey>> {}

/** From `generation` on, these live keys have these values. */
export interface Change {
  readonly generation: number;
  readonly settings: Partial<Settings>;
}

/** The values of the keys of a table. */
export type ValuesOf<Table> = { readonly [Name in keyof Table]: ValueOf<Table[Name]> };

/** Everything that a run depends on. `changes` in the order of their generations. */
export interface Experiment extends ValuesOf<Schema> {}

/** What was repaired (page) or refused (commands). */
export interface Note {
  readonly key: string;
  readonly value: string;
  /** what is wrong and what is allowed: the one line of a command that refuses it */
  readonly problem: string;
  /** the problem, and what was taken instead */
  readonly message: string;
  /** of how many others this one tells; their keys are in `value` */
  readonly more?: number;
}

export const KEYS = Object.keys(SCHEMA) as readonly Key[];

export const LIVE_KEYS = KEYS.filter((key): key is LiveKey => SCHEMA[key].live !== false);

/** A text that is the same for two experiments where these don't differ in it. */
export function decidersOf(what: Decided): (experiment: Experiment) => string {
  const keys = KEYS.filter((key) => (SCHEMA as Keys)[key].decides?.includes(what));
  return (experiment) => JSON.stringify(keys.map((key) => experiment[key]));
}
