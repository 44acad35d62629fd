import type { Chosen } from '../descriptions';

/** What a key of an experiment is. Whoever brings a key (the loop, a dataset, a model, a step) describes it in a table of these, which holds no code of its own. */

export type { Chosen };

/** The choices on which it hangs whether a key means anything. */
export interface Choices extends Chosen, Deciding {
  readonly loop: readonly string[];
  readonly archive: number;
  readonly changes: readonly { readonly settings: Partial<Deciding> }[];
}

/** Those of them that may change during a run. */
interface Deciding {
  readonly memory: string;
  readonly detector: number;
  readonly curation: string;
  readonly monitor: string;
}

/** Whether something holds of an experiment at its start, or behind one of its changes. */
export const ever = (experiment: Choices, holds: (settings: Deciding) => boolean): boolean =>
  [experiment, ...experiment.changes.map(({ settings }) => ({ ...experiment, ...settings }))].some(holds);

/** Why a value can't stand in an experiment, and what is taken instead. */
export interface Refused {
  readonly why: string;
  readonly instead: string | number;
}

/** What a reader sees of it besides the loops: the real data drawn before anything runs, and the noise floor of the scores. */
export type Decided = 'data' | 'floor';

interface KeyCommon {
  readonly label: string;
  /** How a change of it on a running loop is told; false where it can't change there. */
  readonly live: ChangeWords | false;
  /** What must be drawn or measured anew when it changes; none but the loops where it says nothing. */
  readonly decides?: readonly Decided[];
  /** Whether the key means anything in this experiment; others keep their default. */
  readonly applies: (experiment: Choices) => boolean;
  /** Why another choice than its owner's does without it, for the note that it has no effect there. */
  readonly elsewhere?: (chosen: Chosen) => string;
  /** Whether a value off the default goes with the rest of the experiment; null where it does. For what `applies` can't say. */
  readonly refuses?: (value: string | number, experiment: Choices) => Refused | null;
  /** The choice that brings the key; none where every experiment has it. */
  readonly owner?: 'model' | 'dataset';
  /** It switches a cure on, though no step brings it: what is said and done of cures holds of it, too. */
  readonly cure?: true;
  /** Its value is the reader's own: it stands in no link that a server gets. */
  readonly isPrivate?: true;
  /** Keeps its value, without a word, where it means nothing just now: what would use it may come back. */
  readonly waits?: boolean;
}

export interface NumberKey extends KeyCommon {
  readonly type: 'integer' | 'number';
  readonly min: number;
  readonly max: number;
  /** Highest value on the page, where it differs. */
  readonly pageMax?: number;
  /** End of the slider until *advanced* is open, where it differs. */
  readonly sliderMax?: number;
  readonly scale: 'linear' | 'log';
  /** The only values, with their names on the page; any within the range where it says nothing. */
  readonly allowed?: readonly { readonly value: number; readonly name: string }[];
  readonly fallback: (chosen: Chosen) => number;
}

export interface Option {
  readonly id: string;
  readonly name: string;
}

export interface ChoiceKey extends KeyCommon {
  readonly type: 'choice' | 'list';
  readonly options: readonly Option[];
  /** of a list: what may stand in it, too, without being offered one by one, and that in words; and how many at most */
  readonly further?: readonly Option[];
  readonly allowsFurther?: string;
  readonly most?: number;
  readonly fallback: (chosen: Chosen) => string;
}

interface PointsKey extends KeyCommon {
  readonly type: 'points';
  readonly fallback: (chosen: Chosen) => string;
}

/** A value that has a spelling of its own. */
export interface TextKey<Value extends string | number = string | number> extends KeyCommon {
  readonly type: 'text';
  /** what is allowed, in words */
  readonly allows: string;
  /** undefined where nothing of it can be read; `exact`: as it stands */
  readonly read: (text: string) => { readonly value: Value; readonly exact: boolean } | undefined;
  readonly fallback: (chosen: Chosen) => Value;
}

interface ChangesKey extends KeyCommon {
  readonly type: 'changes';
}

export type KeySpec = NumberKey | ChoiceKey | PointsKey | TextKey | ChangesKey;

/** Keys by their names in links. */
export type Keys = Readonly<Record<string, KeySpec>>;

/** In a caption, and beside a mark. */
interface ChangeWords {
  readonly long: string;
  readonly short: string;
}

export const always = () => true;

/** A whole number, from 0 to 20,000 unless it says so. */
export function count<const Given extends Partial<NumberKey>>(
  label: string,
  given: Given,
): Omit<typeof COUNT, keyof Given> & { label: string } & Given {
  return { ...COUNT, label, ...given };
}

const COUNT = { type: 'integer', live: false, applies: always, min: 0, max: 20000, scale: 'linear', fallback: () => 0 } as const;

/** Keys that mean something where the model or dataset with this id is chosen, and nowhere else. */
export function ownedBy<Table extends Keys>(owner: 'model' | 'dataset', id: string, table: Table): Owned<Table> {
  const owned = Object.entries(table).map(([key, spec]) => [
    key,
    { ...spec, owner, applies: (chosen: Choices) => chosen[owner] === id && spec.applies(chosen) },
  ]);
  return Object.fromEntries(owned) as Owned<Table>;
}

type Owned<Table extends Keys> = {
  readonly [Name in keyof Table]: Omit<Table[Name], 'applies' | 'owner'> & Required<Pick<KeyCommon, 'applies' | 'owner'>>;
};
