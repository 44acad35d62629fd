import type { Note } from '../../engine/experiment';
import { readQuery } from '../../engine/experimentText';
import { CONTROL_NAMES, type ControlName } from './controls';

/** How a link wants the page to look and behave: its view keys. */
export interface View {
  readonly hide: ReadonlySet<ControlName>;
  readonly lock: ReadonlySet<ControlName>;
  /** when it starts: at a click, as soon as it is in sight, at once */
  readonly run: (typeof RUN)[number];
  readonly view: (typeof PARTS)[number];
}

export const RUN = ['click', 'visible', 'auto'] as const;
export const PARTS = ['both', 'samples', 'scores'] as const;
export const THEMES = ['auto', 'light', 'dark', 'projector'] as const;
/** Languages that the page speaks. */
export const LOCALES = ['en'] as const;

export const PLAIN_VIEW: View = { hide: new Set(), lock: new Set(), run: 'click', view: 'both' };

const plain = (text: string) => text.trim().replaceAll('-', '').toLowerCase();

/** Whether a text names a site: the opaque origin of sandboxes and files is nobody's. */
function namesHost(text: string): boolean {
  try {
    return new URL(text).origin !== 'null';
  } catch {
    return false;
  }
}

/** The view keys of a query. What is not allowed is left out, with a note that says what is. */
export function readView(query: string): { readonly view: View; readonly notes: readonly Note[] } {
  const notes: Note[] = [];
  const given = new Map(readQuery(query).map(([name, value]) => [plain(name), value]));

  const note = (key: string, value: string, problem: string, repair: string) => notes.push({ key, value, problem, message: `${problem} ${repair}` });

  function choice<Option extends string>(key: string, options: readonly Option[]): Option {
    const value = given.get(key.toLowerCase());
    const known = options.find((option) => plain(option) === plain(value ?? options[0]));
    if (known === undefined && value !== undefined)
      note(key, value, `${key}=${value} is not known. Allowed: ${options.join(', ')}.`, `${options[0]} was taken.`);
    return known ?? options[0];
  }

  function names(key: string): Set<ControlName> {
    const value = given.get(key) ?? '';
    const parts = value.split(',').filter((part) => part.trim() !== '');
    const unknown = parts.filter((part) => !CONTROL_NAMES.some((name) => plain(name) === plain(part)));
    if (unknown.length > 0) {
      note(key, value, `${key}: “${unknown.join(', ')}” is no control. Allowed: ${CONTROL_NAMES.join(', ')}.`, 'It was ignored.');
    }
    return new Set(CONTROL_NAMES.filter((name) => parts.some((part) => plain(part) === plain(name))));
  }

  const view = { hide: names('hide'), lock: names('lock'), run: choice('run', RUN), view: choice('view', PARTS) };
  choice('theme', THEMES);
  choice('locale', LOCALES);
  const host = given.get('parentorigin');
  if (host !== undefined && !namesHost(host)) {
    note('parentOrigin', host, `parentOrigin=${host} is not an origin such as https://blog.example.`, 'No site may command this figure.');
  }
  return { view, notes };
}
