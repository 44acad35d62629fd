import { listed } from '../../format';
import { type ClassChoice, TOUCHES } from './classTouch';

/** What pupils will find behind the link, sentence by sentence. */
export function classWords({ touched, rest, desks }: ClassChoice, seed: number): string[] {
  const labelsOf = (isTouched: boolean) => TOUCHES.filter(({ id }) => touched.has(id) === isTouched).map(({ label }) => label);
  const [open, closed] = [labelsOf(true), labelsOf(false)];
  return [
    'Pupils see pictures, scores and sentences, and may choose the theme and read Help.',
    open.length === 0 ? 'They can touch nothing else.' : `They can use: ${listed(open)}.`,
    ...(closed.length === 0 ? [] : [`${rest === 'hide' ? 'They do not see' : 'They see, but cannot change'}: ${listed(closed)}.`]),
    desks ? 'The page asks for the desk’s number, which is its seed: desk 12 has seed 12.' : `Every desk has seed ${seed}, and the same numbers.`,
  ];
}
