import { expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import { firstRun, paused, running } from '../../store/run';
import { comebackWords } from './comebackWords';

const frames = Array.from({ length: 12 }, (_, i) => ({ generation: i + 1, lanes: [], elapsedMs: 1 }));
const begun = firstRun({ runId: 3 }, parseExperiment({}).experiment);
const comeback = { runId: 4, to: 12, wasSeen: true };
const there = paused({ ...begun, frames, shown: 12 }, 'reader');

it('a run that comes back says how far it is, and that it is the same one, as long as it stands there', () => {
  const onTheWay = paused({ ...begun, frames: frames.slice(0, 5), shown: 5, stepTo: 12 }, 'reader');
  expect(comebackWords({ run: onTheWay, comeback })).toBe('Recomputing to generation 12: 5 so far.');
  expect(comebackWords({ run: there, comeback })).toBe('Recomputed to generation 12: the same numbers.');
  expect(comebackWords({ run: running({ ...begun, frames, shown: 12 }), comeback })).toBe('');
  expect(comebackWords({ run: paused({ ...begun, frames, shown: 7 }, 'reader'), comeback })).toBe('');
  expect(comebackWords({ run: paused({ ...begun, runId: 5, frames, shown: 12 }, 'reader'), comeback })).toBe('');
});

it('of numbers that nobody has seen here it doesn’t say that they are the same', () => {
  expect(comebackWords({ run: there, comeback: { ...comeback, wasSeen: false } })).toBe('Computed to generation 12, where this link stands.');
});
