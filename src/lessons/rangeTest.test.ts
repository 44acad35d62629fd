import { expect, it } from 'vitest';
import { parseExperiment } from '../engine/experimentText';
import { frameOf, laneOf } from '../store/testing/frames';
import { rangeFault } from './rangeTest';

const LOOPS = ['fully-synthetic', 'fresh-data'];

/** A run of a score by loops and generations, with a noise floor so wide. */
function runOf(score: string, lines: readonly (readonly number[])[], width: number | null) {
  const experiment = parseExperiment({ loop: LOOPS.slice(0, lines.length).join(), generations: lines[0].length }).experiment;
  const frames = lines[0].map((_, at) =>
    frameOf(
      at + 1,
      lines.map((line, loop) => laneOf(LOOPS[loop], { scores: { [score]: line[at] } })),
    ),
  );
  return { experiment, frames, noise: { bands: width === null ? {} : { [score]: { low: 0.5, high: 0.5 + width } }, undefined: {} } };
}
const faultOf = (score: string, lines: readonly (readonly number[])[], width: number | null) => rangeFault(runOf(score, lines, width), score);

it('a score that moves far carries a question, for all loops of its run', () => {
  expect(faultOf('recall', [[0.9, 0.4, 0.1]], 0.1)).toBeNull();
  expect(
    faultOf(
      'recall',
      [
        [0.9, 0.4, 0.1],
        [0.9, 0.9, 0.9],
      ],
      0.1,
    ),
  ).toBeNull();
});

it('one that stays within its noise does not', () => {
  expect(faultOf('recall', [[0.9, 0.8, 0.7]], 0.125)).toMatch(/^it ranges over .* its noise floor is 0.125 wide/);
  expect(faultOf('recall', [[0.9, 0.8, 0.7]], null)).toBeNull();
});

it('one that starts near the end that it moves to does not, where there is one', () => {
  expect(faultOf('recall', [[0.1, 0.05, 0]], 0.01)).toMatch(/^it starts at 0.1, 0.1 from 0/);
  expect(faultOf('recall', [[0.9, 1, 1]], 0.01)).toMatch(/from 1, where it moves to/);
  // down, and back again
  expect(faultOf('recall', [[0.9, 0.2, 0.95]], 0.01)).toBeNull();
  // a distance grows without an end, and shrinks to 0
  expect(faultOf('frechetDistance', [[0.1, 1, 5]], 0.01)).toBeNull();
  expect(faultOf('modesAlive', [[8, 7, 3]], 0)).toBeNull();
});
