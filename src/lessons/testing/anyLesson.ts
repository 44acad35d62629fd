/** Random lessons that the schema takes, whatever they mean. */
import fc, { type Arbitrary } from 'fast-check';
import {
  type Check,
  type Claim,
  type Comparison,
  isStructure,
  type Lesson,
  type LessonRun,
  type Observation,
  OPERATORS,
  type Prediction,
  type Reading,
  STATS,
  type Step,
} from '../lesson';

/** Signs that mean something in YAML, in Markdown or in a heading. */
const SIGNS = [
  ...'abc XYZ019:#-?{}[]|>&*!%@`"\'\\,~<=._',
  'é',
  '…',
  '😀',
  '\t',
  '\u0085',
  '\u00a0',
  '\ufeff',
  '\ud800',
  '\u0000',
  '{{',
  'null',
  ' #',
  ': ',
];
const line = (longest: number): Arbitrary<string> =>
  fc
    .oneof(
      fc.string({ unit: fc.constantFrom(...SIGNS), minLength: 1, maxLength: longest }),
      fc.constantFrom('yes', '1e3', '0x10', '~', '---', '...', '2026-12-01', '.nan', '- a', '__proto__', '<<'),
    )
    .map((text) => text.slice(0, longest).trim())
    .filter((text) => text !== '' && /^.*$/.test(text));
const prose: Arbitrary<string> = fc
  .array(fc.oneof(line(40), fc.constantFrom('', '    code', '```', '---', '### A heading', '```yaml', ' ## no step')), { minLength: 1, maxLength: 6 })
  .map((lines) => lines.join('\n').trim())
  .filter((text) => text !== '' && !text.split('\n').some(isStructure));
const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,5}$/);
const finite = fc.double({ min: -1e9, max: 1e9, noNaN: true });
const generation = fc.integer({ min: 1, max: 2000 });
const yesOrNo = fc.boolean();
const pair = (numbers: Arbitrary<number>): Arbitrary<[number, number]> =>
  fc
    .tuple(numbers, numbers)
    .filter(([one, other]) => one !== other)
    .map(([one, other]) => (one < other ? [one, other] : [other, one]));
const stretch = pair(generation);
const span = pair(finite);
const misconception = fc.constantFrom('none' as const, 'M1' as const, 'M12' as const);
const some = <Item>(item: Arbitrary<Item>, least: number, most: number) => fc.array(item, { minLength: least, maxLength: most });

/** With the fields that are named, and any of the others. */
const record = <Needed extends object, Other extends object>(
  needed: { [Name in keyof Needed]: Arbitrary<Needed[Name]> },
  others: { [Name in keyof Other]: Arbitrary<Other[Name]> },
): Arbitrary<Needed & Partial<Other>> =>
  fc.tuple(fc.record(needed), fc.record(others, { requiredKeys: [] })).map(([one, other]) => ({ ...one, ...other }) as Needed & Partial<Other>);

const others = {
  loop: line(20),
  at: fc.oneof(generation, fc.constant('last' as const), stretch),
  stat: fc.constantFrom(...STATS),
  above: finite,
  run: line(20),
};
const reading: Arbitrary<Reading> = record({ score: line(20) }, others) as Arbitrary<Reading>;
const comparison = record(
  { score: line(20) },
  {
    ...others,
    every: stretch,
    op: fc.constantFrom(...OPERATORS),
    value: finite,
    ref: fc.oneof(fc.constantFrom('theory', 'noiseFloor.low', 'prediction.a'), reading),
    within: fc.double({ min: 0, max: 1e9, noNaN: true }),
  },
) as Arbitrary<Comparison>;
const { check } = fc.letrec<{ check: Check }>((tie) => ({
  check: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    comparison,
    fc.record({ all: some(tie('check'), 1, 3) }),
    fc.record({ any: some(tie('check'), 1, 3) }),
    fc.record({ not: tie('check') }),
  ),
}));

const pixels = fc
  .integer({ min: 2, max: 9 })
  .chain((width) => fc.array(fc.stringMatching(new RegExp(`^[.0-9]{${width}}$`)), { minLength: 2, maxLength: 5 }))
  .map((rows) => rows.join('\n'));
const picture = fc.record({ alt: line(40), pixels });
const asked = { reason: fc.constantFrom('required' as const, 'optional' as const, 'none' as const), confidence: yesOrNo };
const prediction = fc.oneof(
  record(
    {
      id,
      ask: line(60),
      type: fc.constant('choose' as const),
      options: some(record({ id, text: line(40), misconception }, { picture, holds: check }), 2, 4),
    },
    { ...asked, several: yesOrNo },
  ),
  record({ id, ask: line(60), type: fc.constant('order' as const), items: some(fc.record({ id, text: line(40), is: reading }), 2, 4) }, asked),
  record(
    { id, ask: line(60), type: fc.constant('number' as const), is: reading, between: span },
    { ...asked, step: fc.double({ min: 1e-9, max: 1e9, noNaN: true }), ranges: some(fc.record({ between: span, misconception }), 1, 3) },
  ),
  record(
    { id, ask: line(60), type: fc.constant('sketch' as const), score: line(20), x: some(generation, 2, 6), y: span },
    { ...asked, loop: line(20), run: line(20), stat: fc.constantFrom(...STATS), scale: fc.constantFrom('linear' as const, 'log' as const) },
  ),
) as Arbitrary<Prediction>;

const run: Arbitrary<LessonRun> = fc.record({ id, title: line(40), query: line(60) });
const observation = record(
  { id, ask: line(60), is: reading, within: fc.double({ min: 0, max: 9, noNaN: true }), again: line(60) },
  { untold: line(60) },
) as Arbitrary<Observation>;
const claim: Arbitrary<Claim> = fc.record({ says: line(60), holds: check });
const step = record(
  { id, title: line(40), minutes: fc.double({ min: 0.5, max: 90, noNaN: true }) },
  {
    text: prose,
    run: fc.oneof(line(60), some(run, 2, 3)),
    recorded: yesOrNo,
    budget: fc.integer({ min: 5, max: 3600 }),
    ghost: some(id, 1, 3),
    unlock: fc.oneof(fc.constant('all' as const), some(line(20), 1, 3)),
    show: some(line(20), 1, 3),
    predict: some(prediction, 1, 2),
    observe: some(observation, 1, 2),
    explain: record({ id, ask: line(60) }, { words: pair(fc.integer({ min: 1, max: 400 })) }),
    play: record({ goal: line(60) }, { check }),
    quiz: some(record({ id, ask: line(60) }, { options: some(fc.record({ id, text: line(40), misconception }), 2, 3) }), 1, 2),
    next: some(record({ go: id }, { if: check }), 1, 3),
  },
) as Arbitrary<Step>;

export const anyLesson = record(
  {
    format: fc.constant('mad-lesson/1' as const),
    id,
    title: line(40),
    minutes: fc.double({ min: 5, max: 120, noNaN: true }),
    ages: line(20),
    language: fc.constantFrom('en', 'en-GB'),
    licence: line(20),
    authors: some(line(40), 1, 3),
    goals: some(fc.record({ id: fc.constantFrom('G1', 'U2', 'P3'), text: line(60), codes: some(line(20), 1, 2) }), 1, 3),
    vocabulary: some(line(20), 1, 4),
    base: line(60),
    limits: line(80),
    steps: some(step, 2, 4),
  },
  { basedOn: some(line(60), 1, 2), needs: line(60), claims: some(claim, 1, 3) },
) as Arbitrary<Lesson>;
