/** The format `mad-lesson/1`: a lesson as data. Markdown (`markdown.ts`) is its form for people, JSON this very object. */
import * as v from 'valibot';

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

const words = (longest: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longest));
const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,31}$/));
/** Markdown without HTML and without pictures. */
const prose = words(4000);
const finite = v.pipe(v.number(), v.finite());
const generation = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2000));
const stretch = v.pipe(
  v.tuple([generation, generation]),
  v.check(([first, last]) => first < last),
);
const misconception = v.picklist(['none', ...(Object.keys(MISCONCEPTIONS) as Misconception[])]);

/** How a number is read off the replicates of a run: that of replicate 1, or over all of them. */
export const STATS = ['value', 'median', 'mean', 'min', 'max', 'share'] as const;

/** A number of a run. */
const reading = {
  /** a score, an exact value, `modesAlive`, `modeAlive.3`, `firstLoss`, `realUsed` */
  score: words(40),
  /** absent where the run has one loop */
  loop: v.optional(words(60)),
  /** one generation, the last one, or the mean over a stretch; absent for what is no generation's, as `firstLoss` */
  at: v.optional(v.union([generation, v.literal('last'), stretch])),
  /** `value` where it says nothing */
  stat: v.optional(v.picklist(STATS)),
  /** the run it is of: `step`, or `step.run` where a step has several; the step's own where it says nothing */
  run: v.optional(words(65)),
};
const readingSchema = v.strictObject(reading);
export type Reading = v.InferOutput<typeof readingSchema>;

export const OPERATORS = ['<', '<=', '>', '>='] as const;

const comparison = v.strictObject({
  ...reading,
  /** in the place of `at`: at every generation of a stretch */
  every: v.optional(stretch),
  op: v.optional(v.picklist(OPERATORS)),
  /** what it is compared with: a number, or another one of a run, `noiseFloor.low`, `noiseFloor.high`, `theory`, `prediction.id` */
  value: v.optional(finite),
  ref: v.optional(v.union([words(60), readingSchema])),
  /** near enough; in the place of `op` */
  within: v.optional(v.pipe(finite, v.minValue(0))),
});
export type Comparison = v.InferOutput<typeof comparison>;

/** A statement about runs: it holds, does not hold, or can't be told. */
export type Check = Comparison | { readonly all: readonly Check[] } | { readonly any: readonly Check[] } | { readonly not: Check };
const check: v.GenericSchema<Check> = v.lazy((input) => {
  const holder = typeof input === 'object' && input !== null ? Object.keys(input)[0] : '';
  if (holder === 'all') return v.strictObject({ all: v.pipe(v.array(check), v.minLength(1)) });
  if (holder === 'any') return v.strictObject({ any: v.pipe(v.array(check), v.minLength(1)) });
  return holder === 'not' ? v.strictObject({ not: check }) : comparison;
}) as v.GenericSchema<Check>;

const option = v.strictObject({
  id,
  text: words(200),
  /** what whoever takes it believes; `none` where it is right, or a slip */
  misconception,
  /** what the runs say of it; of a quiz, which is no prediction, its key says it */
  holds: v.optional(check),
});

const asked = {
  id,
  ask: words(400),
  reason: v.optional(v.picklist(['required', 'optional', 'none'])),
  /** whether it is asked how sure one is, from 1 to 4 */
  confidence: v.optional(v.boolean()),
};
const span = v.pipe(
  v.tuple([finite, finite]),
  v.check(([low, high]) => low < high),
);

const chooseSchema = v.strictObject({
  ...asked,
  type: v.literal('choose'),
  /** whether several may be taken */
  several: v.optional(v.boolean()),
  options: v.pipe(v.array(option), v.minLength(2), v.maxLength(6)),
});
const orderSchema = v.strictObject({
  ...asked,
  type: v.literal('order'),
  /** from the largest number down */
  items: v.pipe(v.array(v.strictObject({ id, text: words(200), is: readingSchema })), v.minLength(2), v.maxLength(8)),
});
const numberSchema = v.strictObject({
  ...asked,
  type: v.literal('number'),
  is: readingSchema,
  between: span,
  step: v.optional(v.pipe(finite, v.gtValue(0))),
  /** ranges that show a misconception */
  ranges: v.optional(v.array(v.strictObject({ between: span, misconception }))),
});
const sketchSchema = v.strictObject({
  ...asked,
  type: v.literal('sketch'),
  score: words(40),
  loop: v.optional(words(60)),
  run: v.optional(words(65)),
  stat: v.optional(v.picklist(STATS)),
  x: v.pipe(v.array(generation), v.minLength(2), v.maxLength(12)),
  y: span,
  scale: v.optional(v.picklist(['linear', 'log'])),
});
const prediction = v.variant('type', [chooseSchema, orderSchema, numberSchema, sketchSchema]);
export type Prediction = v.InferOutput<typeof prediction>;

const observation = v.strictObject({
  id,
  ask: words(400),
  is: readingSchema,
  within: v.pipe(finite, v.minValue(0)),
  /** what helps to read it off */
  again: words(400),
  /** said where it can't be told, as with a score that is undefined there */
  untold: v.optional(words(400)),
});
export type Observation = v.InferOutput<typeof observation>;

const question = v.strictObject({
  id,
  ask: words(600),
  /** absent where one writes */
  options: v.optional(v.pipe(v.array(v.strictObject({ id, text: words(200), misconception })), v.minLength(2), v.maxLength(6))),
});
export type Question = v.InferOutput<typeof question>;

const branch = v.strictObject({
  if: v.optional(check),
  go: id,
});

const runSchema = v.strictObject({ id, title: words(80), query: words(2000) });
export type LessonRun = v.InferOutput<typeof runSchema>;

const step = v.strictObject({
  id,
  title: words(80),
  minutes: v.pipe(finite, v.minValue(0.5), v.maxValue(90)),
  text: v.optional(prose),
  /** what runs here: pairs of a link, behind those of the lesson; several stand beside each other one at a time */
  run: v.optional(v.union([words(2000), v.pipe(v.array(runSchema), v.minLength(2), v.maxLength(6))])),
  /** steps whose runs stay as thin lines */
  ghost: v.optional(v.array(id)),
  /** the controls that are not locked, by the names of links (`lock=`) */
  unlock: v.optional(v.union([v.literal('all'), v.array(words(60))])),
  /** what is on the screen besides the pictures: names of links (`hide=`), or scores */
  show: v.optional(v.array(words(60))),
  predict: v.optional(v.pipe(v.array(prediction), v.minLength(1), v.maxLength(4))),
  observe: v.optional(v.pipe(v.array(observation), v.minLength(1), v.maxLength(8))),
  explain: v.optional(
    v.strictObject({
      id,
      ask: words(400),
      words: v.optional(v.pipe(v.tuple([v.pipe(v.number(), v.integer(), v.minValue(1)), v.pipe(v.number(), v.integer(), v.maxValue(400))]))),
    }),
  ),
  /** everything unlocked, with an aim that the page tests */
  play: v.optional(v.strictObject({ goal: words(400), check: v.optional(check) })),
  quiz: v.optional(v.pipe(v.array(question), v.minLength(1), v.maxLength(6))),
  next: v.optional(v.pipe(v.array(branch), v.minLength(1), v.maxLength(6))),
});
export type Step = v.InferOutput<typeof step>;

/** A statement of a text, of its guide or sheets, that has to hold in nearly all seeds. */
const claim = v.strictObject({ says: words(400), holds: check });
export type Claim = v.InferOutput<typeof claim>;

export const FORMAT = 'mad-lesson/1';

export const lessonSchema = v.strictObject({
  format: v.literal(FORMAT),
  id,
  title: words(80),
  minutes: v.pipe(finite, v.minValue(5), v.maxValue(120)),
  ages: words(20),
  language: v.pipe(v.string(), v.regex(/^[a-z]{2}(-[A-Z]{2})?$/)),
  licence: words(40),
  authors: v.pipe(v.array(words(80)), v.minLength(1)),
  /** what a pupil can do afterwards, with the codes of curricula that ask for it */
  goals: v.pipe(
    v.array(v.strictObject({ id: v.pipe(v.string(), v.regex(/^[GUP]\d$/)), text: words(200), codes: v.array(words(40)) })),
    v.minLength(1),
  ),
  needs: v.optional(words(200)),
  vocabulary: v.pipe(v.array(words(40)), v.minLength(1)),
  /** pairs of a link that every run of it begins with */
  base: words(2000),
  /** what the lesson's last words say of how far it goes */
  limits: words(600),
  claims: v.optional(v.array(claim)),
  steps: v.pipe(v.array(step), v.minLength(2), v.maxLength(24)),
});
export type Lesson = v.InferOutput<typeof lessonSchema>;
