import bcd from '@mdn/browser-compat-data' with { type: 'json' };
import type { CompatStatement, Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data';

/** The oldest browsers that MAD Lab promises to run in; README.md says the same. Edge is Chrome here. */
export const MINIMA = { chrome: '106', safari: '16.4', firefox: '115' } as const;
export type Minimum = keyof typeof MINIMA;
export const BROWSERS = Object.keys(MINIMA) as Minimum[];

/** What is known of an API, a property or a selector: the browsers of the minimum that lack it. */
export interface Feature {
  /** as MDN files it, `Element.checkVisibility` */
  readonly name: string;
  readonly lackedBy: readonly Minimum[];
}

const numbers = (version: string) => version.replace(/^≤/, '').split('.').map(Number);

function isUpTo(version: string, limit: string): boolean {
  const [[major = 0, minor = 0], [limitMajor = 0, limitMinor = 0]] = [numbers(version), numbers(limit)];
  return major < limitMajor || (major === limitMajor && minor <= limitMinor);
}

const isThere = ({ version_added: added, version_removed: removed, flags, prefix, alternative_name: alias }: SimpleSupportStatement, at: string) =>
  typeof added === 'string' &&
  added !== 'preview' &&
  isUpTo(added, at) &&
  !(typeof removed === 'string' && isUpTo(removed, at)) &&
  !flags &&
  !prefix &&
  !alias;

function lackedBy({ support }: CompatStatement): Minimum[] {
  return BROWSERS.filter((browser) => {
    const stated = support[browser] ?? [];
    return ![stated].flat().some((statement) => isThere(statement, MINIMA[browser]));
  });
}

/** The parts of an entry that are names of code: no events, parameters and remarks. `any_static` is `any`. */
function members(entry: Identifier): readonly (readonly [name: string, entry: Identifier, isStatic: boolean])[] {
  return Object.entries(entry).flatMap(([key, part]) => {
    const name = key.replace(/_static$/, '');
    return key === '__compat' || !/^[A-Za-z]\w*$/.test(name) || name.includes('_') ? [] : [[name, part as Identifier, name !== key] as const];
  });
}

export interface Api extends Feature {
  /** where scripts find it: `['Element', 'prototype', 'checkVisibility']`; without `prototype` for what is static, or may be either */
  readonly owner: string;
  /** '' = the interface itself */
  readonly member: string;
}

/** All interfaces and built-in objects of the web platform, with their members. */
export function allApis(): readonly Api[] {
  const apis: Api[] = [];
  for (const [owner, entry] of [...members(bcd.api as Identifier), ...members(bcd.javascript.builtins as Identifier)]) {
    if (entry.__compat) apis.push({ name: owner, owner, member: '', lackedBy: lackedBy(entry.__compat) });
    for (const [member, { __compat }] of members(entry)) {
      if (__compat && member !== owner) apis.push({ name: `${owner}.${member}`, owner, member, lackedBy: lackedBy(__compat) });
    }
  }
  return apis;
}

export interface CssNames {
  readonly properties: ReadonlyMap<string, Feature>;
  /** `text-wrap: balance` */
  readonly values: ReadonlyMap<string, Feature>;
  readonly functions: ReadonlyMap<string, Feature>;
  readonly selectors: ReadonlyMap<string, Feature>;
  readonly atRules: ReadonlyMap<string, Feature>;
}

function featuresOf(entry: Identifier, name: (key: string) => string): Map<string, Feature> {
  const found = new Map<string, Feature>();
  for (const [key, part] of Object.entries(entry)) {
    const { __compat } = part as Identifier;
    if (key !== '__compat' && __compat) found.set(name(key), { name: name(key), lackedBy: lackedBy(__compat) });
  }
  return found;
}

export function allCss(): CssNames {
  const { properties, types, selectors, 'at-rules': atRules } = bcd.css as unknown as Record<string, Identifier>;
  const values = Object.entries(properties as Identifier).flatMap(([property, entry]) => [
    ...featuresOf(entry as Identifier, (key) => `${property}: ${key}`),
  ]);
  return {
    properties: featuresOf(properties as Identifier, (key) => key),
    values: new Map(values),
    functions: new Map(Object.values({ types, ...types }).flatMap((entry) => [...featuresOf(entry as Identifier, (key) => key)])),
    selectors: featuresOf(selectors as Identifier, (key) => key),
    atRules: featuresOf(atRules as Identifier, (key) => key),
  };
}
