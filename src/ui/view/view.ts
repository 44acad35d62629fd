import type { Note } from '../../engine/experiment';
import { CONTROL_NAMES, type ControlName } from './controlNames';
import { isOrigin } from './origin';

/** What each view key with a few values allows, the default first. */
export const VIEW_VALUES = {
  theme: ['auto', 'light', 'dark', 'projector'],
  run: ['click', 'visible', 'auto'],
  view: ['both', 'samples', 'scores'],
  locale: ['en'],
} as const;

type ValueOf<K extends keyof typeof VIEW_VALUES> = (typeof VIEW_VALUES)[K][number];

/** How a link wants the page to look and to start. */
export interface View {
  /** null: the link names none */
  readonly theme: ValueOf<'theme'> | null;
  readonly hide: ReadonlySet<ControlName>;
  readonly lock: ReadonlySet<ControlName>;
  readonly run: ValueOf<'run'>;
  readonly view: ValueOf<'view'>;
  readonly locale: ValueOf<'locale'>;
  /** the only origin that may command an embed; null: none */
  readonly parentOrigin: string | null;
  /** one for each value that could not be taken */
  readonly notes: readonly Note[];
}

const LONGEST_QUOTE = 60;
const plain = (name: string) => name.replaceAll('-', '').toLowerCase();
const shorten = (text: string) => (text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);

/** Reads the view keys of a link's query. Never throws; names and values match without regard to case and hyphens. */
export function readView(search: string): View {
  const given = new Map([...new URLSearchParams(search)].map(([name, value]) => [plain(name), value]));
  const notes: Note[] = [];
  const note = (key: string, value: string, problem: string, repair: string) =>
    notes.push({ key, value: shorten(value), problem, message: `${problem} ${repair}` });

  function choice<K extends keyof typeof VIEW_VALUES>(key: K): ValueOf<K> | null {
    const text = given.get(key);
    if (text === undefined) return null;
    const allowed: readonly ValueOf<K>[] = VIEW_VALUES[key];
    const value = allowed.find((each) => plain(each) === plain(text.trim()));
    if (value === undefined) note(key, text, `${key}=${shorten(text)} is not known. Allowed: ${allowed.join(', ')}.`, `${allowed[0]} was taken.`);
    return value ?? null;
  }

  function controls(key: 'hide' | 'lock'): ReadonlySet<ControlName> {
    const text = given.get(key) ?? '';
    const names = text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const known = CONTROL_NAMES.filter((control) => names.some((name) => plain(name) === plain(control)));
    const unknown = names.filter((name) => !CONTROL_NAMES.some((control) => plain(control) === plain(name)));
    if (unknown.length > 0) {
      const problem = `${key}: “${shorten(unknown.join(', '))}” is not known. Allowed: ${CONTROL_NAMES.join(', ')}.`;
      note(key, text, problem, known.length === 0 ? 'It was ignored.' : `${known.join(',')} was taken.`);
    }
    return new Set(known);
  }

  function origin(): string | null {
    const text = given.get('parentorigin');
    if (text === undefined || isOrigin(text)) return text ?? null;
    const problem = `parentOrigin=${shorten(text)} is not an origin. Allowed: scheme, host and port alone, such as https://example.org.`;
    note('parentOrigin', text, problem, 'No page may command this one.');
    return null;
  }

  return {
    theme: choice('theme'),
    hide: controls('hide'),
    lock: controls('lock'),
    run: choice('run') ?? VIEW_VALUES.run[0],
    view: choice('view') ?? VIEW_VALUES.view[0],
    locale: choice('locale') ?? VIEW_VALUES.locale[0],
    parentOrigin: origin(),
    notes,
  };
}
