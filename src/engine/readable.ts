import { isObject } from './checked';
import { type Key, SCHEMA } from './experiment';
import type { Keys } from './keys/key';

const isPlain = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';
const isPair = (value: unknown): boolean => Array.isArray(value) && value.length === 2 && value.every(isPlain);
/** Of a key that is on or off, as JSON says it. */
const isAnswer = (key: string, value: unknown): boolean => {
  const spec = (SCHEMA as Keys)[key];
  return typeof value === 'boolean' && spec?.type === 'choice' && spec.options.some(({ id }) => id === 'true');
};
const isChange = (value: unknown): boolean =>
  isObject(value) &&
  isPlain(value.generation) &&
  isObject(value.settings) &&
  Object.entries(value.settings).every(([key, setting]) => isPlain(setting) || isAnswer(key, setting));

/**
 * Whether a value of JSON has a form in which the key may stand: numbers and texts, true and false where a key is on or off; lists of them where
 * the key takes a list; points also as a list of pairs; changes also one by one, as an exported experiment may hold them. Anything else
 * `parseExperiment` must not see.
 */
export function isReadable(key: Key, value: unknown): boolean {
  if (!Array.isArray(value)) return isPlain(value) || isAnswer(key, value);
  const { type } = SCHEMA[key];
  if (type === 'list') return value.every(isPlain);
  if (type === 'points') return value.every(isPair);
  return type === 'changes' && value.every(isChange);
}
