/** The format `mad-lesson/1`: a lesson as data. Markdown (`readMarkdown.ts`) is its form for people, JSON this very object. `compile.ts` has what a schema can't say. */
import * as v from 'valibot';
import { fields, instead } from './fields';

/** What school pupils often take for granted, by the number under which options name it. */
export const MISCONCEPTIONS = {
  M1: 'A model stores its data and plays them back.',
  M2: 'It keeps learning from use: generations are one model that grows.',
  M3: 'More data are always better, wherever they come from.',
  M4: 'What is lost comes back with better training or sampling.',
  M5: 'Without a biased intent or biased data there is no bias.',
  M6: 'Small groups shrink in proportion.',
  M7: 'One run, or one number, shows it.',
  M8: 'What looks good, or scores high, is a healthy model.',
  M9: 'Collapse looks like noise or gibberish.',
  M10: 'Collapse is overfitting.',
  M11: 'Collapse cannot be helped; or it is solved.',
  M12: 'Unbiased means that typical runs are right.',
} as const;
export type Misconception = keyof typeof MISCONCEPTIONS;

/** Text on one line. */
export function words(longest: number) {
  const says = instead(`text of 1 to ${longest} characters on one line`);
  return v.pipe(v.string(says), v.trim(), v.minLength(1, says), v.maxLength(longest, says), v.regex(/^.*$/, says));
}
const noName = instead('a name of small letters, digits and hyphens that begins with a letter and has at most 32 characters');
export const id = v.pipe(v.string(noName), v.regex(/^[a-z][a-z0-9-]{0,31}$/, noName));

/** Whether a line of a text would be taken for the heading of a step or the beginning of its block, or is meant for one. */
export const isStructure = (line: string): boolean =>
  /^##(\s|$)/.test(line) || /^\s*(`{3,}|~{3,})\s*mad\s*$/i.test(line) || /^\s*#{1,6}.*\{minutes=/i.test(line);
const LONGEST_PROSE = 4000;
const noProse = instead(`Markdown of 1 to ${LONGEST_PROSE} characters, in which no line is the heading of a step or “\`\`\`mad”`);
/** Markdown without HTML and without pictures, its lines ended by a line feed alone. */
const prose = v.pipe(
  v.string(noProse),
  v.trim(),
  v.minLength(1, noProse),
  v.maxLength(LONGEST_PROSE, noProse),
  v.regex(/^[^\r]*$/, noProse),
  v.check((text) => !text.split('\n').some(isStructure), noProse),
);

/** A finite number within bounds. */
function number(least: number, most: number, allowed = `a number from ${least} to ${most}`) {
  const says = instead(allowed);
  return v.pipe(v.number(says), v.finite(says), v.minValue(least, says), v.maxValue(most, says));
}
export const finite = number(-1e9, 1e9);
const distance = number(0, 1e9, 'a number from 0 on');
export function whole(least: number, most: number, allowed = `a whole number from ${least} to ${most}`) {
  const says = instead(allowed);
  return v.pipe(v.number(says), v.integer(says), v.minValue(least, says), v.maxValue(most, says));
}
export const generation = whole(1, 2000, 'a generation from 1 to 2000');

const rises = ([low, high]: [number, number]): boolean => low < high;
const noStretch = instead('a list of two generations, the earlier one first');
const stretch = v.pipe(v.strictTuple([generation, generation], noStretch), v.check(rises, noStretch));
const noSpan = instead('a list of two numbers, the smaller one first');
const span = v.pipe(v.strictTuple([finite, finite], noSpan), v.check(rises, noSpan));

function one<const Option extends string>(options: readonly Option[]) {
  return v.picklist(options, instead(`one of ${options.join(', ')}`));
}
export const yesOrNo = v.boolean(instead('true or false'));
export function list<const Item extends v.GenericSchema>(item: Item, least: number, most: number, of: string) {
  const says = instead(`a list of ${least === most ? least : `${least} to ${most}`} ${of}`);
  return v.pipe(v.array(item, says), v.minLength(least, says), v.maxLength(most, says));
}
const misconception = one(['none', ...(Object.keys(MISCONCEPTIONS) as Misconception[])]);

/** How a number is read off the replicates of a run: that of replicate 1, or over all of them. */
export const STATS = ['value', 'median', 'mean', 'min', 'max', 'share', 'count'] as const;

/** A number of a run. */
const reading = {
  /** a score, an exact value, `modesAlive`, `modeAlive.3`, `modeLost.3`, `firstLoss`, `realUsed` */
  score: words(40),
  /** absent where the run has one loop */
  loop: v.optional(words(60)),
  /** one generation, the last one, or the mean over a stretch; absent for what is no generation's, as `firstLoss` */
  at: v.optional(v.union([generation, v.literal('last'), stretch], instead('a generation, “last”, or a list of two generations'))),
  /** `value` where it says nothing */
  stat: v.optional(one(STATS)),
  /** of `share` and `count`: the replicates whose value is above this one are counted; only where the score is not of yes or no */
  above: v.optional(finite),
  /** the run it is of: `step`, or `step.run` where a step has several; the step's own where it says nothing */
  run: v.optional(words(65)),
};
export const readingSchema = fields(reading);
export type Reading = v.InferOutput<typeof readingSchema>;

export const OPERATORS = ['<', '<=', '>', '>='] as const;

const noNamed = instead('noiseFloor.low, noiseFloor.high, theory or prediction.id');
const named = v.pipe(v.string(noNamed), v.regex(/^(noiseFloor\.(low|high)|theory|prediction\.[a-z][a-z0-9-]{0,31})$/, noNamed));

const comparison = fields({
  ...reading,
  /** in the place of `at`: at every generation of a stretch */
  every: v.optional(stretch),
  op: v.optional(one(OPERATORS)),
  /** what it is compared with: a number, or another one of a run, `noiseFloor.low`, `noiseFloor.high`, `theory`, `prediction.id` */
  value: v.optional(finite),
  ref: v.optional(v.union([named, readingSchema], instead('noiseFloor.low, noiseFloor.high, theory, prediction.id, or a number of a run'))),
  /** near enough; in the place of `op` */
  within: v.optional(distance),
});
export type Comparison = v.InferOutput<typeof comparison>;

/** A statement about runs: it holds, does not hold, or can't be told. */
export type Check = Comparison | { readonly all: readonly Check[] } | { readonly any: readonly Check[] } | { readonly not: Check };
/** By what it holds, so that a message is about that form; without anything it is the union of all, for the JSON Schema. */
const checkSchema: v.GenericSchema<Check> = v.lazy((input): v.GenericSchema<Check> => {
  if (input === undefined) return anyCheck;
  if (typeof input !== 'object' || input === null) return comparison;
  if ('all' in input) return allOf;
  if ('any' in input) return anyOf;
  return 'not' in input ? notOf : comparison;
});
const checks = list(checkSchema, 1, 12, 'checks');
const allOf = fields({ all: checks });
const anyOf = fields({ any: checks });
const notOf = fields({ not: checkSchema });
export const anyCheck: v.GenericSchema<Check> = v.union([comparison, allOf, anyOf, notOf]);

const MOST_PIXELS = 48;
const noPixels = instead(`2 to ${MOST_PIXELS} lines of the same length, of at most ${MOST_PIXELS} signs from 0 (blank) to 9 (full); a point is a 0`);
/** A picture as text: a line for each row of pixels, a sign for each pixel. */
const pixels = v.pipe(
  v.string(noPixels),
  v.trim(),
  v.regex(new RegExp(`^[.\\d]{2,${MOST_PIXELS}}(\n[.\\d]{2,${MOST_PIXELS}}){1,${MOST_PIXELS - 1}}$`), noPixels),
  v.check((rows) => new Set(rows.split('\n').map(({ length }) => length)).size === 1, noPixels),
);
/** A small grey picture; `alt`: what it shows, for whoever can't see it. */
const picture = fields({ alt: words(200), pixels });
export type Picture = v.InferOutput<typeof picture>;

const option = fields({
  id,
  text: words(200),
  picture: v.optional(picture),
  /** what whoever takes it believes; `none` where it is right, or a slip */
  misconception,
  /** what the runs say of it; of a quiz, which is no prediction, its key says it */
  holds: v.optional(checkSchema),
});

const asked = {
  id,
  ask: words(400),
  reason: v.optional(one(['required', 'optional', 'none'])),
  /** whether it is asked how sure one is, from 1 to 4 */
  confidence: v.optional(yesOrNo),
};

const chooseSchema = fields({
  ...asked,
  type: v.literal('choose'),
  /** whether several may be taken */
  several: v.optional(yesOrNo),
  options: list(option, 2, 6, 'options'),
});
const orderSchema = fields({
  ...asked,
  type: v.literal('order'),
  /** from the largest number down */
  items: list(fields({ id, text: words(200), is: readingSchema }), 2, 8, 'items'),
});
const numberSchema = fields({
  ...asked,
  type: v.literal('number'),
  is: readingSchema,
  between: span,
  step: v.optional(number(1e-9, 1e9, 'a number above 0')),
  /** ranges that show a misconception */
  ranges: v.optional(list(fields({ between: span, misconception }), 1, 8, 'ranges')),
});
const sketchSchema = fields({
  ...asked,
  type: v.literal('sketch'),
  score: words(40),
  loop: v.optional(words(60)),
  run: v.optional(words(65)),
  stat: v.optional(one(STATS)),
  x: list(generation, 2, 12, 'generations'),
  y: span,
  scale: v.optional(one(['linear', 'log'])),
});
const prediction = v.variant('type', [chooseSchema, orderSchema, numberSchema, sketchSchema], instead('one of choose, order, number, sketch'));
export type Prediction = v.InferOutput<typeof prediction>;

const observation = fields({
  id,
  ask: words(400),
  is: readingSchema,
  within: distance,
  /** what helps to read it off */
  again: words(400),
  /** said where it can't be told, as with a score that is undefined there */
  untold: v.optional(words(400)),
});
export type Observation = v.InferOutput<typeof observation>;

const question = fields({
  id,
  ask: words(600),
  /** absent where one writes */
  options: v.optional(list(fields({ id, text: words(200), misconception }), 2, 6, 'options')),
});
export type Question = v.InferOutput<typeof question>;

const branch = fields({
  if: v.optional(checkSchema),
  go: id,
});

const runSchema = fields({ id, title: words(80), query: words(2000) });
export type LessonRun = v.InferOutput<typeof runSchema>;

const step = fields({
  id,
  title: words(80),
  minutes: number(0.5, 90),
  text: v.optional(prose),
  /** what runs here: pairs of a link, behind those of the lesson; several stand beside each other one at a time */
  run: v.optional(v.union([words(2000), list(runSchema, 2, 6, 'runs')], instead('pairs of a link, or a list of 2 to 6 runs'))),
  /** whether its runs come with the lesson as they were computed once, for computers that can't compute them */
  recorded: v.optional(yesOrNo),
  /** seconds after which a run that is not there yet counts as one that can't be computed */
  budget: v.optional(number(5, 3600)),
  /** steps whose runs stay as thin lines */
  ghost: v.optional(list(id, 1, 6, 'steps')),
  /** the controls that are not locked, by the names of links (`lock=`) */
  unlock: v.optional(v.union([v.literal('all'), list(words(60), 1, 40, 'controls')], instead('“all”, or a list of controls'))),
  /** what is on the screen besides the pictures: names of links (`hide=`), or scores */
  show: v.optional(list(words(60), 1, 40, 'controls and scores')),
  predict: v.optional(list(prediction, 1, 4, 'predictions')),
  observe: v.optional(list(observation, 1, 8, 'observations')),
  explain: v.optional(
    fields({
      id,
      ask: words(400),
      /** at least and at most */
      words: v.optional(v.pipe(v.strictTuple([whole(1, 400), whole(1, 400)], noSpan), v.check(rises, noSpan))),
    }),
  ),
  /** everything unlocked, with an aim that the page tests */
  play: v.optional(fields({ goal: words(400), check: v.optional(checkSchema) })),
  quiz: v.optional(list(question, 1, 6, 'questions')),
  /** the first branch that holds is taken, the last one has no `if`; absent: the next step of the file, and the last one ends */
  next: v.optional(list(branch, 1, 6, 'branches')),
});
export type Step = v.InferOutput<typeof step>;

/** A statement of a text, of its guide or sheets, that has to hold in nearly all seeds. */
export const claimSchema = fields({ says: words(400), holds: checkSchema });
export type Claim = v.InferOutput<typeof claimSchema>;

export const FORMAT = 'mad-lesson/1';
const noLanguage = instead('a language as en or en-GB');
const noGoal = instead('G, U or P with a digit');

export const lessonSchema = fields({
  format: v.literal(FORMAT, instead(FORMAT)),
  id,
  title: words(80),
  minutes: number(5, 120),
  ages: words(20),
  language: v.pipe(v.string(noLanguage), v.regex(/^[a-z]{2}(-[A-Z]{2})?$/, noLanguage)),
  licence: words(40),
  authors: list(words(80), 1, 20, 'names'),
  /** the lessons that it was made from, each with its authors and its licence */
  basedOn: v.optional(list(words(400), 1, 12, 'lessons')),
  /** what a pupil can do afterwards, with the codes of curricula that ask for it */
  goals: list(
    fields({ id: v.pipe(v.string(noGoal), v.regex(/^[GUP]\d$/, noGoal)), text: words(200), codes: list(words(60), 1, 12, 'codes') }),
    1,
    12,
    'goals',
  ),
  needs: v.optional(words(200)),
  vocabulary: list(words(40), 1, 40, 'words'),
  /** pairs of a link that every run of it begins with */
  base: words(2000),
  /** what the lesson's last words say of how far it goes */
  limits: words(600),
  claims: v.optional(list(claimSchema, 1, 40, 'claims')),
  steps: list(step, 2, 24, 'steps'),
});
export type Lesson = v.InferOutput<typeof lessonSchema>;

/** What stands in many places, by the name that the JSON Schema gives it. */
export const SHARED_SCHEMAS = { reading: readingSchema, comparison, check: anyCheck };
