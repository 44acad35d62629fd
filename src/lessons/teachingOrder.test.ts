import fc from 'fast-check';
import { expect, it } from 'vitest';
import { teachingOrder } from './teachingOrder';

const lessons = [
  { title: 'Can it be cured?', ages: '14-17' },
  { title: 'Names nobody has', ages: '14-17' },
  { title: 'The bland digits', ages: '14-17', needs: 'Another lesson.' },
  { title: 'Do not trust one run', ages: '15-17', needs: 'Another lesson.' },
  { title: 'Unbiased, and yet it dies', ages: 'university', needs: 'Variance.' },
];

it('puts the youngest first, then what needs nothing, then by title, however they came', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(lessons), (some) => {
      expect([...some].sort(teachingOrder)).toEqual(lessons.filter((lesson) => some.includes(lesson)));
    }),
  );
});
