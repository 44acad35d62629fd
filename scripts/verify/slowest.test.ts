import { expect, test } from 'vitest';
import { slowest, timesOfJourneys, timesOfUnitFiles } from './slowest.mjs';

test('unit files are named from the root of the repository', () => {
  const testResults = [{ name: '/home/lab/src/a.test.ts', startTime: 1000, endTime: 3500 }];
  expect(timesOfUnitFiles({ testResults }, '/home/lab')).toEqual([{ name: 'src/a.test.ts', seconds: 2.5 }]);
});

test('journeys are found in suites of suites, with all of their tries', () => {
  const spec = (title: string, ...durations: number[]) => ({
    title,
    file: 'a.spec.ts',
    tests: [{ results: durations.map((duration) => ({ duration })) }],
  });
  const report = { suites: [{ specs: [spec('one', 1000)], suites: [{ specs: [spec('two', 500, 2000)] }] }] };
  expect(timesOfJourneys(report)).toEqual([
    { name: 'a.spec.ts: one', seconds: 1 },
    { name: 'a.spec.ts: two', seconds: 2.5 },
  ]);
});

test('the slowest come first, ten of them', () => {
  const timed = Array.from({ length: 30 }, (_, n) => ({ name: `${n}`, seconds: (n * 7) % 30 }));
  expect(slowest(timed).map(({ seconds }) => seconds)).toEqual([29, 28, 27, 26, 25, 24, 23, 22, 21, 20]);
});
