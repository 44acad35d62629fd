/** Works of a class, brought together: what comes of them is the same in whatever order they came. */
import type { Work } from '../work';

/** Work as it came in. */
interface Entry {
  /** made of its answers: the same work has the same, by whatever way it came */
  readonly key: string;
  readonly work: Work;
  /** steps that something is answered in, and answers */
  readonly steps: number;
  readonly answers: number;
}

/** One place in the class, nobody's name. */
export interface Seat {
  /** `desk 7`, `7B, desk 7` where there are several groups, or `no desk 2` */
  readonly label: string;
  /** the one that counts */
  readonly entry: Entry;
  /** all that came from here with different answers, the farthest first */
  readonly entries: readonly Entry[];
}

/** All works of a lesson. */
export interface Gathered {
  readonly lesson: string;
  readonly seats: readonly Seat[];
  /** copies of work that is there already, whatever they came by */
  readonly copies: number;
}

/** With the keys of its objects in their order, and without what is not said. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).filter(([, part]) => part !== undefined && part !== '');
  return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, plain(part)]));
}
const printed = (value: unknown): string => JSON.stringify(plain(value));

/** What was answered, where. A table does not tell at which step somebody stood. */
export const keyOf = ({ lesson, group, desk, predictions, observations, texts }: Work): string =>
  printed([lesson, group ?? null, desk ?? null, predictions, observations, texts]);

const places = ({ predictions, observations, texts }: Work): readonly string[] => [predictions, observations, texts].flatMap(Object.keys);

function entryOf(key: string, copies: readonly Work[]): Entry {
  // of copies the one that tells most
  const [work] = [...copies].sort((a, b) => b.opened.length - a.opened.length || compare(printed(b), printed(a)));
  const all = places(work);
  return { key, work, steps: new Set(all.map((place) => place.replace(/\..*$/, ''))).size, answers: all.length };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const farthestFirst = (a: Entry, b: Entry): number => b.steps - a.steps || b.answers - a.answers || compare(a.key, b.key);

function inGroups<Item>(items: readonly Item[], nameOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item]);
  return groups;
}

/** Groups by their names, those without one last; desks by their numbers. */
function seatOrder({ entry: { work: a, key: aKey } }: Seat, { entry: { work: b, key: bKey } }: Seat): number {
  const none = (work: Work) => Number(work.group === undefined) + 2 * Number(work.desk === undefined);
  return none(a) - none(b) || compare(a.group ?? '', b.group ?? '') || (a.desk ?? 0) - (b.desk ?? 0) || compare(aKey, bKey);
}

function seatsOf(entries: readonly Entry[], counting: ReadonlySet<string>): readonly Seat[] {
  const bySeat = inGroups(entries, ({ key, work: { group, desk } }) => (desk === undefined ? key : printed([group ?? null, desk])));
  const seats = [...bySeat.values()].map((of): Seat => {
    const sorted = [...of].sort(farthestFirst);
    return { label: '', entry: sorted.find(({ key }) => counting.has(key)) ?? sorted[0], entries: sorted };
  });
  seats.sort(seatOrder);
  const hasGroups = new Set(seats.map(({ entry }) => entry.work.group)).size > 1;
  const nameless = seats.filter(({ entry }) => entry.work.desk === undefined);
  return seats.map((seat) => {
    const { group, desk } = seat.entry.work;
    const where = desk === undefined ? `no desk ${nameless.indexOf(seat) + 1}` : `desk ${desk}`;
    return { ...seat, label: hasGroups && group !== undefined ? `${group}, ${where}` : where };
  });
}

/**
 * Works by their lessons, the same one once; of different works from one desk the one counts that has come farthest, or that the teacher chose.
 * @param counting keys of those that were chosen
 */
export function gather(works: readonly Work[], counting: ReadonlySet<string> = new Set()): readonly Gathered[] {
  const byLesson = inGroups(works, ({ lesson }) => lesson);
  const gathered = [...byLesson].map(([lesson, of]) => {
    const entries = [...inGroups(of, keyOf)].map(([key, copies]) => entryOf(key, copies));
    return { lesson, seats: seatsOf(entries, counting), copies: of.length - entries.length };
  });
  return gathered.sort((a, b) => b.seats.length - a.seats.length || compare(a.lesson, b.lesson));
}
