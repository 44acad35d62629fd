import { readdirSync, readFileSync } from 'node:fs';
import type { Prediction, Step, Lesson as Told } from '../src/lessons/lesson';
import { readMarkdown } from '../src/lessons/readMarkdown';
import type { Lesson } from './lessonOnPage';

const FOLDER = 'src/lessons/files';

function readLesson(name: string): Told {
  const read = readMarkdown(readFileSync(`${FOLDER}/${name}`, 'utf8'));
  if ('problems' in read) throw new Error(`${name} is no lesson`);
  return read.lesson;
}

/** All lessons that come with the page. */
export const LESSONS: readonly Told[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md'))
  .map(readLesson);

function only<Item>(found: Item | undefined): Item {
  if (!found) throw new Error('there is none of that name');
  return found;
}
export const lessonOf = (id: string): Told => only(LESSONS.find((lesson) => lesson.id === id));
export const stepOf = (lesson: string, id: string): Step => only(lessonOf(lesson).steps.find((step) => step.id === id));

/** What no run gives: said three times, the right number is told. */
const WRONG = '987654';

async function predict({ card, press, take }: Lesson, part: Prediction): Promise<void> {
  if (part.type === 'choose')
    await card
      .getByRole(part.several ? 'checkbox' : 'radio', { name: part.options[0].text })
      .first()
      .check();
  if (part.type === 'order') await press('Keep this order');
  if (part.type === 'number') await card.getByLabel(part.ask).fill(String(part.between[0]));
  if (part.type === 'sketch')
    for (const generation of part.x) await card.getByRole('textbox', { name: `Generation ${generation}`, exact: true }).fill(String(part.y[0]));
  if ((part.reason ?? 'none') !== 'none') await card.getByLabel(/^Why\?/).fill('I am guessing.');
  if (part.confidence) await take('guessing');
}

/** Predicts something of all that a step asks, and commits it. */
export async function predictAll(lesson: Lesson, { predict: parts = [] }: Step): Promise<void> {
  for (const [at, part] of parts.entries()) {
    await predict(lesson, part);
    if (at < parts.length - 1) await lesson.press('Next question');
  }
  if (parts.length > 0) await lesson.commit();
}

/** Answers all that a step asks, in its order, as somebody in a hurry. */
async function answer(lesson: Lesson, step: Step): Promise<void> {
  const { observe = [], explain, quiz = [] } = step;
  const { card, press } = lesson;
  await predictAll(lesson, step);
  for (const { ask } of observe) for (let misses = 0; misses < 3; misses++) await lesson.readOff(ask, WRONG);
  if (explain) {
    await card.getByLabel(explain.ask).fill('so '.repeat(explain.words?.[0] ?? 1));
    await press('Keep it');
  }
  for (const { ask, options } of quiz)
    if (options) await card.getByRole('group', { name: ask }).getByRole('radio').first().check();
    else {
      await card.getByLabel(ask).fill('So it is.');
      await card.getByRole('button', { name: 'Keep it', exact: true, disabled: false }).click();
    }
}

/** From the first step, which stands there, to what the lesson says when it has ended. */
export async function walk(lesson: Lesson, { steps, limits }: Told): Promise<void> {
  for (const [at, step] of steps.entries()) {
    if (at > 0) await lesson.press('Next');
    await lesson.expectStep(step.title);
    await answer(lesson, step);
  }
  await lesson.card.getByText(limits).waitFor();
}
