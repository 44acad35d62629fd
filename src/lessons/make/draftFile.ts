/** A draft that was saved before it was a whole lesson: JSON whose faults lie in texts and numbers alone can be gone on with. */
import { checkLesson } from '../checkLesson';
import type { Draft } from './draft';
import { valueAt } from './draft';

/** Fields that forms go into: these have to be what they are. */
const HOLDERS: readonly unknown[] = [
  ...[
    'steps',
    'goals',
    'codes',
    'authors',
    'basedOn',
    'vocabulary',
    'claims',
    'holds',
    'predict',
    'options',
    'items',
    'is',
    'ranges',
    'between',
    'x',
    'y',
  ],
  ...[
    'observe',
    'explain',
    'words',
    'play',
    'check',
    'quiz',
    'next',
    'if',
    'run',
    'show',
    'unlock',
    'ghost',
    'all',
    'any',
    'not',
    'ref',
    'type',
    'picture',
  ],
];

const isPlain = (value: unknown): boolean => value === undefined || value === null || typeof value !== 'object';

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
  const isOpen = checked.faults.every(({ path }) => {
    const found = valueAt(value, path);
    const isEmpty = Array.isArray(found) && found.length === 0;
    const last = path.filter((key) => typeof key === 'string').at(-1);
    return (
      path.length > 0 && (isEmpty || (isPlain(found) && !(HOLDERS.includes(path.at(-1)) || (last === 'steps' && typeof path.at(-1) === 'number'))))
    );
  });
  return isOpen ? (value as Draft) : null;
}
