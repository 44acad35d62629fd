import type { Chosen } from './descriptions';
import { KEYS, type Key, LIVE_KEYS, SCHEMA } from './experiment';
import type { ChoiceKey, KeySpec } from './keys/key';
import { plainName } from './names';
import { briefly } from './notes';
import { readDecimal } from './numberText';
import { POINTS_ALLOWED } from './pointsText';

export type Place = 'page' | 'headless';

export const specOf = (key: Key): KeySpec => SCHEMA[key];

const keyByPlainName = new Map(KEYS.map((key) => [plainName(key), key]));
/** The key that a name means, without regard to case and hyphens. */
export const keyNamed = (name: string): Key | undefined => keyByPlainName.get(plainName(name));

/** The option that a text means, without regard to case and hyphens. */
export function optionNamed({ options }: Pick<ChoiceKey, 'options'>, text: string): string | undefined {
  const name = plainName(text);
  return options.find(({ id }) => plainName(id) === name)?.id;
}

/** "10 to 20000", "14 or 28", "`mean` or `sample`": what a key allows, for messages and help. */
export function allowedText(key: Key, place: Place = 'page'): string {
  const spec = specOf(key);
  if (spec.type === 'changes') return `GEN:key=value,key=value;GEN:… with the live keys ${LIVE_KEYS.join(', ')}`;
  if (spec.type === 'points') return POINTS_ALLOWED;
  if (spec.type === 'text') return spec.allows;
  if (spec.type === 'choice') return spec.options.map(({ id }) => id).join(', ');
  if (spec.type === 'list') {
    const extra = [...(key === 'scores' ? ['or all', 'or none'] : []), ...(spec.allowsFurther ? [spec.allowsFurther] : [])];
    return [`a comma list of ${spec.options.map(({ id }) => id).join(', ')}`, ...extra].join(', ');
  }
  if (spec.type !== 'integer' && spec.type !== 'number') return '';
  if (spec.allowed) return spec.allowed.map(({ value }) => value).join(' or ');
  return `${spec.type === 'integer' ? 'a whole number from ' : ''}${spec.min} to ${maximum(spec, place)}`;
}

/** What other defaults than those of points stand for: where each of these is chosen. */
const ELSEWHERE: readonly (readonly [name: string, chosen: Chosen])[] = [
  ['images', { model: 'vae', dataset: 'digits' }],
  ['names', { model: 'ngram', dataset: 'names' }],
  ['books', { model: 'ngram', dataset: 'moby-dick' }],
];

/** The default of a key: of points, and where it is another one of the others. */
export function defaultText(key: Key): string {
  const spec = specOf(key);
  if (spec.type === 'changes') return '';
  const usual = String(spec.fallback({ model: 'gaussian-mixture', dataset: 'ring' }));
  if (key === 'model') return usual;
  const others = ELSEWHERE.flatMap(([name, chosen]) => (String(spec.fallback(chosen)) === usual ? [] : [`${name} ${spec.fallback(chosen)}`]));
  return others.length === 0 ? usual : `${usual} (${others.join(', ')})`;
}

/** The same for a message: on the page a short one, in a shell the whole list. */
export const allowedBriefly = (key: Key, place: Place): string => (place === 'page' ? briefly(allowedText(key)) : allowedText(key, place));

function maximum(spec: { max: number; pageMax?: number }, place: Place): number {
  return place === 'page' ? (spec.pageMax ?? spec.max) : spec.max;
}

/** A number within its range, or undefined. */
export function readNumber(key: Key, text: string, place: Place): { value: number; exact: boolean } | undefined {
  const spec = specOf(key);
  if (spec.type !== 'integer' && spec.type !== 'number') return undefined;
  const number = readDecimal(text, spec.type === 'integer');
  if (!Number.isFinite(number)) return undefined;
  const inside = Math.min(maximum(spec, place), Math.max(spec.min, number));
  const whole = spec.type === 'integer' ? Math.round(inside) : inside;
  const allowed = spec.allowed?.map(({ value }) => value).sort((a, b) => Math.abs(a - whole) - Math.abs(b - whole));
  const value = allowed?.[0] ?? whole;
  return { value, exact: value === number };
}
