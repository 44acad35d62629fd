/** Random work of a lesson: all that its questions may be answered with. */
import fc, { type Arbitrary } from 'fast-check';
import type { Lesson, Prediction } from '../lesson';
import { mayBeNever } from '../values';
import { type Guess, NEVER, type Observed, type Predicted, placeOf, type Work } from '../work';

const SIGNS = [...'abc Z09=+-@,;"\'\t\r\n', 'é', '😀', '\u00a0', '\ud800', '=1+1', '"",', '\r\n'];
const words = (least = 1) => fc.string({ unit: fc.constantFrom(...SIGNS), minLength: least, maxLength: 60 });
// JSON and tables have one zero
const finite = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => value + 0);

function guessOf(part: Prediction): Arbitrary<Guess> {
  switch (part.type) {
    case 'choose':
      return fc.subarray(
        part.options.map(({ id }) => id),
        { minLength: 1, maxLength: part.several ? part.options.length : 1 },
      );
    case 'order':
      return fc.shuffledSubarray(
        part.items.map(({ id }) => id),
        { minLength: part.items.length },
      );
    case 'number':
      return fc.oneof(
        { weight: 9, arbitrary: fc.double({ min: part.between[0], max: part.between[1], noNaN: true }).map((value) => value + 0) },
        ...(mayBeNever(part.is) ? [{ weight: 1, arbitrary: fc.constant(NEVER as typeof NEVER) }] : []),
      );
    case 'sketch':
      return fc.array(finite, { minLength: part.x.length, maxLength: part.x.length });
  }
}

const predictedOf = (part: Prediction): Arbitrary<Predicted> =>
  fc.record(
    { guess: guessOf(part), seconds: fc.nat(9999), reason: words(), confidence: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const) },
    { requiredKeys: ['guess', 'seconds'] },
  ) as Arbitrary<Predicted>;

const observed = fc.record(
  {
    value: fc.option(fc.oneof({ weight: 9, arbitrary: finite }, { weight: 1, arbitrary: fc.constant(NEVER as typeof NEVER) })),
    misses: fc.nat(3),
    end: fc.constantFrom('seen' as const, 'shown' as const, 'untold' as const),
  },
  { requiredKeys: ['value', 'misses'] },
) as Arbitrary<Observed>;

/** Some of these, by their places. */
const someOf = <Answer>(answers: readonly (readonly [place: string, answer: Arbitrary<Answer>])[]): Arbitrary<Record<string, Answer>> =>
  fc.record(Object.fromEntries(answers), { requiredKeys: [] }) as Arbitrary<Record<string, Answer>>;

export function anyWorkOf({ id, steps }: Lesson, edition: string): Arbitrary<Work> {
  const ids = steps.map((step) => step.id);
  const all = {
    format: fc.constant('mad-lesson-work/1' as const),
    lesson: fc.constant(id),
    edition: fc.constant(edition),
    at: fc.constantFrom(...ids),
    predictions: someOf(steps.flatMap((step) => (step.predict ?? []).map((part) => [placeOf(step, part), predictedOf(part)] as const))),
    observations: someOf(steps.flatMap((step) => (step.observe ?? []).map((part) => [placeOf(step, part), observed] as const))),
    texts: someOf(
      steps.flatMap((step) => [
        ...(step.explain ? [[placeOf(step, step.explain), words(0)] as const] : []),
        ...(step.quiz ?? []).map(
          (part) => [placeOf(step, part), part.options ? fc.constantFrom(...part.options.map((option) => option.id)) : words(0)] as const,
        ),
      ]),
    ),
    opened: fc.subarray(ids),
    poe: fc.constantFrom('on' as const, 'off' as const),
    desk: fc.integer({ min: 1, max: 999 }),
    group: fc.constantFrom('7B', 'Äpfel', '1-a_2'),
  };
  return fc.record(all, { requiredKeys: Object.keys(all).filter((key) => key !== 'desk' && key !== 'group') as never }) as Arbitrary<Work>;
}
