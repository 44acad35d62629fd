import { span } from '../../src/format';
import { type Expected, SEEDS } from '../../src/lessons/expected';
import type { Lesson, Reading } from '../../src/lessons/lesson';
import { runMeant } from '../../src/lessons/lessonRuns';
import { printReading, readReading } from '../../src/lessons/placeholders';
import { precise } from '../../src/ui/lesson/precise';

/** A number as `lessons:expect` has computed it. */
export type ExpectedNumber = Expected['numbers'][string];

/** Behind a reading in `{{…}}` of a guide: where 5 to 95 % of the seeds lie, and not the lesson's own number. */
const RANGE = /,\s*range\s*$/;

/** What a reading is called among the numbers expected of a lesson. */
function nameOf(reading: Reading, lesson: Lesson, step?: string): string {
  const { stat, ...rest } = reading;
  const run = reading.run ?? runMeant(lesson, step);
  return printReading({ ...rest, ...(stat !== undefined && stat !== 'value' && { stat }), ...(run !== undefined && { run }) });
}

export function expectedNumber(reading: Reading, lesson: Lesson, expected: Expected, step?: string): ExpectedNumber {
  const name = nameOf(reading, lesson, step);
  const found = expected.numbers[name];
  if (!found) {
    throw new Error(
      `Lesson “${lesson.id}” expects no number “${name}”. It has: ${Object.keys(expected.numbers).join('; ')}. A claim of the lesson adds one.`,
    );
  }
  return found;
}

/** With the digits that the page shows where it is read off. */
export const valueWords = ({ value, why }: ExpectedNumber): string => (value === null ? (why ?? 'no number') : precise(value));

/** Where most seeds lie, and how many have no such number: a first loss that never comes. */
export function rangeWords({ low, high, without }: ExpectedNumber): string {
  if (low === null || high === null) return 'no number';
  return `${span(low, high)}${without === 0 ? '' : `, and none in ${without} of ${SEEDS.length}`}`;
}

/** A text with the numbers of runs in the place of `{{…}}`: the lesson's own, or behind `, range` where most seeds lie. */
export function filled(text: string, lesson: Lesson, expected: Expected, step?: string): string {
  return text.replaceAll(/\{\{([^{}]*)\}\}/g, (_, words: string) => {
    const reading = readReading(words.replace(RANGE, ''));
    if (!reading) throw new Error(`“{{${words}}}” in a text of lesson “${lesson.id}” is no reading, as {{recall fresh-data 20 of patient}}.`);
    const found = expectedNumber(reading, lesson, expected, step);
    return RANGE.test(words) ? rangeWords(found) : valueWords(found);
  });
}
