import { createStore } from 'zustand/vanilla';
import type { Path } from '../../lessons/fault';
import { type Draft, inTime, valueAt, withAt, withItem, withMoved, withoutItem } from '../../lessons/make/draft';
import { freshStep } from '../../lessons/make/fresh';
import { draftKept, keepDraft } from './keptDraft';

/** Something that was taken away, and where it stood. */
interface Removed {
  readonly what: string;
  readonly put: (draft: Draft) => Draft;
  readonly at: number | null;
}

export interface MakeState {
  readonly draft: Draft | null;
  /** the step whose form is open; null: that of the lesson as a whole */
  readonly at: number | null;
  /** what was taken away last, to be put back */
  readonly removed: Removed | null;
  /** the lesson that was put away for another one */
  readonly before: Draft | null;
  /** what there is to say, and to whom it is news */
  readonly news: string | null;
  /** why a file could not be opened, a line each */
  readonly problems: readonly string[];
}

const NOTHING: MakeState = { draft: null, at: null, removed: null, before: null, news: null, problems: [] };

export const makeStore = createStore<MakeState>(() => ({ ...NOTHING, draft: draftKept() }));

const WAIT_MS = 400;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Once nobody types. */
function keepSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => keepDraft(makeStore.getState().draft), WAIT_MS);
}

/** Whatever changes the draft. */
export function edit(change: (draft: Draft) => Draft): void {
  makeStore.setState(({ draft }) => (draft ? { draft: inTime(change(draft)), news: null } : {}));
  keepSoon();
}

export const setAt = (path: Path, value: unknown): void => edit((draft) => withAt(draft, path, value));
export const addTo = (path: Path, item: unknown): void => edit((draft) => withItem(draft, path, item));
/** What is made for the draft as it is then: its name is nobody else's. */
export const addFresh = (path: Path, fresh: (draft: Draft) => unknown): void => edit((draft) => withItem(draft, path, fresh(draft)));
export const setFresh = (path: Path, fresh: (draft: Draft) => unknown): void => edit((draft) => withAt(draft, path, fresh(draft)));
export const move = (path: Path, at: number, by: -1 | 1): void => edit((draft) => withMoved(draft, path, at, by));

/** Takes an item out of a list; a list that may be absent goes with its last one. */
export function removeFrom(path: Path, at: number, what: string, keepsEmpty = false): void {
  const { draft, at: open } = makeStore.getState();
  const list = valueAt(draft, path);
  const item = Array.isArray(list) ? (list[at] as unknown) : undefined;
  edit((now) => withoutItem(now, path, at, keepsEmpty));
  makeStore.setState({ removed: { what, at: open, put: (now) => withItem(now, path, item, at) } });
}

/** Takes a field away, or something out of it. */
export function remove(path: Path, what: string, left?: unknown): void {
  const { draft, at } = makeStore.getState();
  const value = valueAt(draft, path);
  setAt(path, left);
  makeStore.setState({ removed: { what, at, put: (now) => withAt(now, path, value) } });
}

/** What is ticked is there, and what is not any more can be had again. */
export function tick(path: Path, value: unknown, what: string): void {
  if (value === undefined) remove(path, what);
  else setAt(path, value);
}

export function putBack(): void {
  const { removed } = makeStore.getState();
  if (!removed) return;
  edit(removed.put);
  makeStore.setState({ removed: null, at: removed.at, news: `${removed.what}: it is back.` });
}

export const lookAt = (at: number | null): void => makeStore.setState({ at, news: null });

/** A step more, behind the one that is open; a lesson ends with its quiz. */
export function addStep(): void {
  const { draft, at } = makeStore.getState();
  if (!draft) return;
  const last = draft.steps.length - 1;
  const behind = at !== null && at < last ? at + 1 : draft.steps[last]?.quiz ? last : last + 1;
  edit((now) => withItem(now, ['steps'], freshStep(now), behind));
  makeStore.setState({ at: behind });
}

export function removeStep(at: number): void {
  const title = makeStore.getState().draft?.steps[at]?.title;
  removeFrom(['steps'], at, `The step “${title === '' ? at + 1 : title}” is removed`, true);
  makeStore.setState(({ draft }) => ({ at: draft && draft.steps.length > 0 ? Math.min(at, draft.steps.length - 1) : null }));
}

export function moveStep(at: number, by: -1 | 1): void {
  move(['steps'], at, by);
  makeStore.setState({ at: at + by });
}

/** Something to work on; what was there before can be had again. */
export function begin(draft: Draft | null, news: string | null = null): void {
  makeStore.setState(({ draft: before, before: first }) => ({ ...NOTHING, draft, news, before: before ?? first }));
  keepSoon();
}

/** What was put away, in the place of what is there. */
export function takeUp(): void {
  const { before } = makeStore.getState();
  if (before) begin(before);
}

export const tell = (problems: readonly string[]): void => makeStore.setState({ problems });

/** What was said is read; what was put away is gone. */
export const dismiss = (): void => makeStore.setState({ removed: null, before: null, news: null, problems: [] });
