/** A draft that was saved before it was a whole lesson: JSON whose faults lie in texts and numbers alone can be gone on with. */
import { checkLesson } from '../checkLesson';
import type { Path } from '../fault';
import { type Draft, valueAt } from './draft';

/** Lists of parts, each of which has faults of its own; of these there may be too few or too many. */
const PARTS: readonly unknown[] = [
  'steps',
  'goals',
  'claims',
  'predict',
  'options',
  'items',
  'ranges',
  'observe',
  'quiz',
  'next',
  'run',
  'all',
  'any',
];
/** Lists of names or numbers. */
const PLAIN: readonly unknown[] = [
  'codes',
  'authors',
  'basedOn',
  'vocabulary',
  'show',
  'unlock',
  'ghost',
  'x',
  'y',
  'between',
  'words',
  'every',
  'at',
];
/** Texts that forms go by, and fields that hold others: these have to be what they are. */
const FIXED: readonly unknown[] = ['type', 'holds', 'is', 'explain', 'play', 'check', 'if', 'not', 'ref', 'picture'];
/** Fields in which a number may be a wrong one. */
const NUMBERS: readonly unknown[] = ['minutes', 'within', 'value', 'above', 'at', 'step', 'budget'];

const isScalar = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';

/** Whether what stands at a path can be mended in its form. */
function isTyped(value: unknown, path: Path): boolean {
  const [list, key] = [path.at(-2), path.at(-1)];
  const found = valueAt(value, path);
  if (Array.isArray(found)) return PARTS.includes(key) || (PLAIN.includes(key) && found.every(isScalar));
  if (typeof key === 'number') return PLAIN.includes(list) && isScalar(found);
  if (typeof found === 'number') return NUMBERS.includes(key);
  return typeof found === 'string' && ![...FIXED, ...PARTS, ...PLAIN.filter((name) => name !== 'at')].includes(key);
}

/** The draft of a file; null where it is none. */
export function draftIn(text: string): Draft | null {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
  const checked = checkLesson(value);
  if ('lesson' in checked) return checked.lesson;
  return checked.faults.every(({ path }) => path.length > 0 && isTyped(value, path)) ? (value as Draft) : null;
}
