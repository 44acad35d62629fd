import { expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import { firstRun, paused, running } from '../../store/run';
import { comebackWords } from './comebackWords';

const frames = Array.from({ length: 12 }, (_, i) => ({ generation: i + 1, lanes: [], elapsedMs: 1 }));
const begun = firstRun({ runId: 3 }, parseExperiment({}).experiment);
const badge = { rung: 'wasm', renderer: '', reason: '', tfjsBackend: null, tensors: null } as const;
const comeback = { runId: 4, to: 12, wasSeen: true };
const there = paused({ ...begun, frames, shown: 12 }, 'reader');

it('a run that comes back says how far it is, and that it is the same one, as long as it stands there', () => {
  const onTheWay = paused({ ...begun, frames: frames.slice(0, 5), shown: 5, stepTo: 12 }, 'reader');
  expect(comebackWords({ run: onTheWay, comeback, badge })).toBe('Recomputing to generation 12: 5 so far.');
  expect(comebackWords({ run: there, comeback, badge })).toBe('Recomputed to generation 12: the same numbers.');
  expect(comebackWords({ run: running({ ...begun, frames, shown: 12 }), comeback, badge })).toBe('');
  expect(comebackWords({ run: paused({ ...begun, frames, shown: 7 }, 'reader'), comeback, badge })).toBe('');
  expect(comebackWords({ run: paused({ ...begun, runId: 5, frames, shown: 12 }, 'reader'), comeback, badge })).toBe('');
});

it('of numbers that nobody has seen here it doesn’t say that they are the same', () => {
  expect(comebackWords({ run: there, comeback: { ...comeback, wasSeen: false }, badge })).toBe('Computed to generation 12, where this link stands.');
});

it('nor of a network, which a GPU computes a little differently', () => {
  const { experiment } = parseExperiment({ model: 'vae' });
  const run = paused({ ...firstRun({ runId: 3 }, experiment), frames, shown: 12 }, 'reader');
  for (const rung of ['webgl', 'wasm', 'cpu'] as const)
    expect(comebackWords({ run, comeback, badge: { ...badge, rung } }), rung).toBe('Recomputed to generation 12.');
});
