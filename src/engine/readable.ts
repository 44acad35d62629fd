import { isObject } from './checked';
import { type Key, SCHEMA } from './experiment';

const isPlain = (value: unknown): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value);
const isPair = (value: unknown): boolean => Array.isArray(value) && value.length === 2 && value.every(isPlain);
const isChange = (value: unknown): boolean =>
  isObject(value) && isPlain(value.generation) && isObject(value.settings) && Object.values(value.settings).every(isPlain);

/**
 * Whether a value of JSON has a form in which the key may stand: numbers, texts, true and false; lists of them where the key takes a list; points also
 * as a list of pairs; changes also one by one, as an exported experiment may hold them. Anything else `parseExperiment` must not see.
 */
export function isReadable(key: Key, value: unknown): boolean {
  if (!Array.isArray(value)) return isPlain(value);
  const { type } = SCHEMA[key];
  if (type === 'list') return value.every(isPlain);
  if (type === 'points') return value.every(isPair);
  return type === 'changes' && value.every(isChange);
}
