/**
 * The format `mad-guide/1`: what a teacher is told of a lesson beyond what the lesson says itself. Front matter in YAML, and below it, in Markdown,
 * what stands behind the lesson. It never reaches pupils: no page but those of the pack is made of it.
 */
import * as v from 'valibot';
import { placeText, sentenceOf } from '../../src/lessons/fault';
import { fields, instead } from '../../src/lessons/fields';
import { type Lesson, MISCONCEPTIONS, type Misconception } from '../../src/lessons/lesson';
import { partsOf } from '../../src/lessons/markdownParts';
import { keyOf, readYaml } from '../../src/lessons/yamlBlock';

const GUIDE_FORMAT = 'mad-guide/1';

const noText = instead('text');
const text = v.pipe(v.string(noText), v.trim(), v.minLength(1, noText));
function some<const Item extends v.GenericSchema>(item: Item, least: number, of: string) {
  const says = instead(`a list of at least ${least} ${of}`);
  return v.pipe(v.array(item, says), v.minLength(least, says));
}

/** Samples of what is worth so many points of 4. */
const answers = fields({ one: text, two: text, four: text });
const asked = fields({ ask: text, answer: text });
const slide = fields({
  title: text,
  points: some(text, 1, 'lines'),
  /** what the teacher says or does; on paper alone */
  note: v.optional(text),
  /** the code of the lesson, an empty frame for the live page, the loop as a drawing, the exit ticket */
  shows: v.optional(v.picklist(['code', 'frame', 'loop', 'exit'], instead('one of code, frame, loop, exit'))),
});

const guideSchema = fields({
  format: v.literal(GUIDE_FORMAT, instead(GUIDE_FORMAT)),
  lesson: text,
  /** what it is good for and what not, in the form that teachers of AI use among themselves */
  strengths: text,
  weaknesses: text,
  dependencies: text,
  variants: text,
  /** to be said word by word */
  say: some(text, 3, 'sentences'),
  /** what to have ready */
  before: some(text, 1, 'lines'),
  /** what the teacher does in a step */
  steps: some(fields({ step: text, teacher: text }), 1, 'steps'),
  /** the lesson in 25 minutes */
  short: some(text, 1, 'lines'),
  /** a question that moves each, and what moves it */
  misconceptions: some(
    fields({ id: v.picklist(Object.keys(MISCONCEPTIONS) as Misconception[], instead('M1 to M12')), ask: text, because: text }),
    1,
    'misconceptions',
  ),
  levels: some(fields({ who: text, do: text }), 1, 'levels'),
  hard: some(asked, 3, 'questions'),
  discuss: some(fields({ ask: text, listen: text }), 3, 'questions'),
  key: some(
    fields({ question: text, right: v.optional(text), why: v.optional(text), answers: v.optional(answers) }),
    1,
    'answers to the questions that no run answers',
  ),
  slides: some(slide, 4, 'slides'),
  sources: some(text, 1, 'sources'),
});
export type Slide = v.InferOutput<typeof slide>;
export type Guide = v.InferOutput<typeof guideSchema> & { readonly background: string };

/** The questions of a lesson that its guide has to answer; `options` where one is chosen. */
function openQuestions({ steps }: Lesson): readonly { readonly id: string; readonly options?: readonly { readonly id: string }[] | undefined }[] {
  return steps.flatMap(({ explain, quiz = [] }) => [...(explain ? [{ id: explain.id }] : []), ...quiz]);
}

/** What the schema can't say. */
function unfitting(guide: v.InferOutput<typeof guideSchema>, lesson: Lesson): string[] {
  const problems: string[] = [];
  if (guide.lesson !== lesson.id) problems.push(`it is of lesson “${guide.lesson}”, and its file that of “${lesson.id}”`);
  for (const { step } of guide.steps) if (!lesson.steps.some(({ id }) => id === step)) problems.push(`the lesson has no step “${step}”`);
  const questions = openQuestions(lesson);
  for (const { question } of guide.key) if (!questions.some(({ id }) => id === question)) problems.push(`the lesson asks no question “${question}”`);
  for (const { id, options } of questions) {
    const found = guide.key.find(({ question }) => question === id);
    if (!found) problems.push(`key: the question “${id}” has no answer`);
    else if (options && !options.some((option) => option.id === found.right))
      problems.push(`key: “${id}” needs right: ${options.map((option) => option.id).join(' or ')}`);
    else if (!options && !found.answers) problems.push(`key: “${id}” needs answers worth 1, 2 and 4 points`);
  }
  return problems;
}

/** @param path of the file, for messages */
export function readGuide(file: string, path: string, lesson: Lesson): Guide {
  const { front } = partsOf(file);
  const refuse = (problems: readonly string[]): never => {
    throw new Error(problems.map((problem) => `${path}: ${problem}`).join('\n'));
  };
  if (!front) return refuse(['a guide begins with its front matter: YAML between two lines “---”']);
  const yaml = readYaml(front.text, front.line);
  if (yaml.problems.length > 0) return refuse(yaml.problems.map(({ line, message }) => `${line}: ${message}`));
  const { output, issues } = v.safeParse(guideSchema, yaml.value, { abortPipeEarly: true });
  if (issues) {
    return refuse(
      issues.map((issue) => {
        const at = (issue.path ?? []).map(({ key }) => key as string | number);
        const line = yaml.lines.get(keyOf(at)) ?? yaml.lines.get(keyOf(at.slice(0, -1))) ?? front.line;
        return `${line}: ${sentenceOf({ path: at, message: issue.message }, placeText(at))}`;
      }),
    );
  }
  const problems = unfitting(output, lesson);
  if (problems.length > 0) return refuse(problems);
  const below = file.split(/\r\n|\r|\n/).slice(front.line + front.text.split('\n').length);
  return { ...output, background: below.join('\n').trim() };
}
