import { describe, expect, it } from 'vitest';
import { createNodeHost } from '../headless/nodeHost';
import { parseExperiment, printQuery } from './experimentText';
import { loops } from './loops';
import { loopNamed, loopsOf, treatedLoops } from './loops/named';
import { treatments } from './loops/treatments';
import type { LaneResult } from './results';
import { run } from './run';
import { settingsAt } from './settings';
import { STEPS } from './steps/about';
import { treated } from './treated';

const host = createNodeHost('cpu');
const SMALL = { initialReal: 40, real: 30, synthetic: 50, components: 3, evaluation: 60, generations: 5, scores: 'recall' };
const CURES = { detector: 0.7, archive: 60, archiveDraw: 9, realWeight: 0.6, curation: 'density', monitor: 'recall', tolerance: 0.05 };

async function lanesOf(keys: Record<string, unknown>): Promise<{ readonly lane: LaneResult; readonly model: unknown }[]> {
  const { experiment, notes } = parseExperiment({ ...SMALL, ...keys }, 'headless');
  expect(notes).toEqual([]);
  const lanes: { lane: LaneResult; model: unknown }[] = [];
  for await (const event of run(experiment, host))
    if (event.type === 'generation') lanes.push(...event.lanes.map((lane, at) => ({ lane, model: event.models[at] })));
  return lanes;
}

const modelsOf = (lanes: Awaited<ReturnType<typeof lanesOf>>, loop: string) =>
  lanes.filter(({ lane }) => lane.loop === loop).map(({ model }) => model);

describe('a loop with a treatment', () => {
  it('names a step that there is, and a loop', () => {
    for (const { step } of treatments) if (step !== null) expect(STEPS.map(({ id }) => id)).toContain(step);
    for (const loop of treatedLoops) expect(loops.map(({ id }) => id)).toContain(loop.base);
    expect(new Set(treatedLoops.map(({ name }) => name)).size).toBe(treatedLoops.length);
  });

  it.each<[string, Record<string, unknown>]>([
    ['nothing', {}],
    ['detector', { detector: CURES.detector }],
    ['refill', { detector: CURES.detector, refill: 'true' }],
    ['archive', { archive: CURES.archive, archiveDraw: CURES.archiveDraw }],
    ['weights', { realWeight: CURES.realWeight }],
    ['curation', { curation: CURES.curation }],
    ['monitor', { monitor: CURES.monitor, tolerance: CURES.tolerance }],
  ])('%s is the loop with that cure alone, to the last bit', async (id, alone) => {
    const beside = await lanesOf({ ...CURES, web: '.9,3,1', loop: `fresh-data-with-${id},fresh-data` });
    expect(modelsOf(beside, `fresh-data-with-${id}`)).toEqual(modelsOf(await lanesOf({ web: '.9,3,1', loop: 'fresh-data', ...alone }), 'fresh-data'));
  });

  it('reports what its training sets are made of, untreated, too', async () => {
    const lanes = await lanesOf({ loop: 'fresh-data-with-nothing,fresh-data-with-archive', archive: 60, archiveDraw: 9, generations: 2 });
    expect(lanes.map(({ lane }) => [lane.hygiene?.storeSize, lane.hygiene?.realShare])).toEqual([
      [0, 1],
      [60, 1],
      [0, 30 / 80],
      [60, 39 / 89],
    ]);
  });

  it('does not hear of changes of other cures, and of those of its own', () => {
    const { experiment } = parseExperiment({ loop: 'fresh-data-with-detector', changes: '3:detector=0.5,realWeight=0.9;4:realWeight=0.2;5:real=9' });
    const own = treated(experiment, loopNamed('fresh-data-with-detector') ?? {});
    expect(own.changes).toEqual([
      { generation: 3, settings: { detector: 0.5 } },
      { generation: 5, settings: { real: 9 } },
    ]);
    expect(settingsAt(own, 9)).toMatchObject({ detector: 0.5, realWeight: 'count', real: 9 });
  });
});

describe('links and commands with treatments', () => {
  it('have what is usual of a cure that nobody said the strength of', () => {
    const of = (keys: Record<string, unknown>) => printQuery(parseExperiment(keys).experiment);
    expect(of({ loop: 'fresh-data-with-nothing,fresh-data-with-refill' })).toBe(
      'v=1&loop=fresh-data-with-nothing,fresh-data-with-refill&detector=0.8',
    );
    expect(of({ loop: 'fresh-data-with-detector', detector: 0.3 })).toBe('v=1&loop=fresh-data-with-detector&detector=0.3');
    expect(of({ model: 'vae', loop: 'fresh-data-with-weights,fresh-data-with-curation' })).toBe(
      'v=1&model=vae&loop=fresh-data-with-weights,fresh-data-with-curation&curation=confidence&realWeight=0.9',
    );
  });

  it('have four at most', () => {
    const all = treatments.map(({ id }) => `fresh-data-with-${id}`).join(',');
    const { experiment, notes } = parseExperiment({ loop: all });
    expect(loopsOf(experiment)).toHaveLength(4);
    expect(notes.map(({ problem }) => problem)).toEqual(['loop names 7; at most 4 run side by side.']);
  });
});
