import type { Note } from '../../engine/experiment';
import { plainName } from '../../engine/names';
import { briefly, createNotes } from '../../engine/notes';
import { valuesIn } from '../../engine/query';
import { excerpt } from '../../engine/refusal';
import { CONTROL_NAMES, type ControlName } from './controls';

/** How a link wants the page to look and behave: its view keys. */
export interface View {
  readonly hide: ReadonlySet<ControlName>;
  readonly lock: ReadonlySet<ControlName>;
  /** when it starts: at a click, as soon as it is in sight, at once */
  readonly run: (typeof RUN)[number];
  readonly view: (typeof ORIGINS)[number];
}

export const RUN = ['click', 'visible', 'auto'] as const;
export const ORIGINS = ['both', 'samples', 'scores'] as const;
export const THEMES = ['auto', 'light', 'dark', 'projector'] as const;
/** Languages that the page speaks. */
export const LOCALES = ['en'] as const;

export const PLAIN_VIEW: View = { hide: new Set(), lock: new Set(), run: 'click', view: 'both' };

/** Whether a text names a site: the opaque origin of sandboxes and files is nobody's. */
function namesHost(text: string): boolean {
  try {
    return new URL(text).origin !== 'null';
  } catch {
    return false;
  }
}

const controlByPlainName = new Map(CONTROL_NAMES.map((name) => [plainName(name), name]));

/** The theme that a query asks for. */
export function themeIn(query: string): (typeof THEMES)[number] | undefined {
  const value = valuesIn(query).get('theme');
  return value === undefined ? undefined : optionOf(THEMES, value);
}

const optionOf = <Option extends string>(options: readonly Option[], text: string): Option | undefined =>
  options.find((option) => plainName(option) === plainName(text));

/** The view keys of a query. What is not allowed is left out, with a note that says what is. */
export function readView(query: string): { readonly view: View; readonly notes: readonly Note[] } {
  const { add: note, list } = createNotes();
  const given = valuesIn(query);

  function choice<Option extends string>(key: string, options: readonly Option[]): Option {
    const value = given.get(key);
    const known = value === undefined ? options[0] : optionOf(options, value);
    if (known !== undefined) return known;
    note(key, value ?? '', `${key}=${excerpt(value ?? '')} is not known. Allowed: ${options.join(', ')}.`, `${options[0]} was taken.`);
    return options[0];
  }

  function names(key: string): Set<ControlName> {
    const value = given.get(key) ?? '';
    const parts = value.split(',').filter((part) => part.trim() !== '');
    const unknown = parts.filter((part) => !controlByPlainName.has(plainName(part)));
    const allowed = briefly(CONTROL_NAMES.join(', '));
    if (unknown.length > 0) note(key, value, `${key}: “${excerpt(unknown.join(', '))}” is no control. Allowed: ${allowed}.`, 'It was ignored.');
    const wanted = new Set(parts.map((part) => controlByPlainName.get(plainName(part))));
    return new Set(CONTROL_NAMES.filter((name) => wanted.has(name)));
  }

  const view = { hide: names('hide'), lock: names('lock'), run: choice('run', RUN), view: choice('view', ORIGINS) };
  choice('theme', THEMES);
  choice('locale', LOCALES);
  const host = given.get('parentorigin');
  if (host !== undefined && !namesHost(host)) {
    note('parentOrigin', host, `parentOrigin=${excerpt(host)} is not an origin such as https://blog.example.`, 'No site may command this figure.');
  }
  return { view, notes: list() };
}
