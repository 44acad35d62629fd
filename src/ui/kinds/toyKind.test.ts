import { expect, it, vi } from 'vitest';
import type { Dataset, GenerativeModel, Samples } from '../../engine/contracts';
import type { Kind } from '../../engine/kinds/kind';
import type { Metric } from '../../engine/metrics/scene';
import type { FromWorker, ShownSamples } from '../../protocol/messages';
import type { KindFile, KindView } from './kindView';

/**
 * A third kind, not shipped: colours, three numbers each. It costs what a real one would: a kind, a model, a dataset and a score in the engine, a
 * view and a file on the page, each with its line in a list, which the mocks below stand for. It goes all the way.
 */
const toys = vi.hoisted(() => {
  interface ShownColours extends ShownSamples {
    readonly kind: 'colours';
    readonly values: Uint8Array;
  }
  const colours: Kind = {
    id: 'colours',
    name: 'Colours',
    many: 'colours',
    mode: 'hue',
    modes: 'hues',
    firstMode: 1,
    modesAreRead: false,
    modesDie: true,
    captionScore: 'recall',
    words: {
      real: '{count} real colours',
      stands: 'Each patch is a colour, each hue a kind of colour.',
      standsAlone: 'Each patch is a colour.',
      made: 'colours made by the model',
      figure: '',
      composing: 'mixing colours',
      littleLeft: 'the one shade it still makes lies among real ones',
      shares: 'as the eye reads them',
      marked: 'outlined',
      died: '; it has died when none is left.',
    },
    likeness: 'distance',
    isPlotted: false,
    loads: null,
    scoreSeconds: 0.01,
    model: 'palette',
    cures: { detector: 0.8, realWeight: 0.6, archive: 50, curation: 'confidence', monitor: 'recall' },
    defaults: { initialReal: 30, real: 30, synthetic: 40, evaluation: 1000, generations: 4 },
    numberBytes: 8,
    width: () => 3,
    show: ({ count, values }): ShownColours => ({ kind: 'colours', count, values: Uint8Array.from(values, (value) => Math.round(255 * value)) }),
    shownBytes: () => 3000,
  };
  const drawn = (count: number, draw: (axis: number) => number): Samples => {
    const values = new Float64Array(3 * count);
    for (let i = 0; i < values.length; i++) values[i] = Math.min(1, Math.max(0, draw(i % 3)));
    return { kind: 'colours', count, dim: 3, values };
  };
  const rainbow: Dataset = {
    id: 'rainbow',
    kind: 'colours',
    name: 'Rainbow',
    summary: 'Every colour, as likely as any other.',
    components: 0,
    modes: 0,
    distinct: null,
    heldOut: null,
    open: (_, replicate) => {
      const draw = (count: number, label: string) => {
        const rng = replicate.fork(label);
        return Promise.resolve(drawn(count, () => rng.uniform()));
      };
      return {
        initial: (count) => draw(count, 'initial'),
        fresh: (count, _offset, rng) => Promise.resolve(drawn(count, () => rng.uniform())),
        heldOut: (count) => draw(count, 'held out'),
      };
    },
  };
  const palette: GenerativeModel<{ readonly mean: Float64Array; readonly spread: Float64Array }> = {
    id: 'palette',
    kind: 'colours',
    name: 'Palette',
    summary: 'A mean colour and how far it spreads.',
    bias: 'The spread is multiplied by λ.',
    dataset: 'rainbow',
    tensors: 'never',
    steps: null,
    fitCost: { seconds: 0, per: [] },
    bytes: () => ({ model: 48, fit: 0 }),
    async *fit(jobs) {
      return jobs.map(({ training: { values, count } }) => {
        const axes = [0, 1, 2].map((axis) => Array.from(values).filter((_, i) => i % 3 === axis));
        const mean = Float64Array.from(axes, (axis) => axis.reduce((sum, value) => sum + value, 0) / count);
        const spread = Float64Array.from(axes, (axis, i) => Math.sqrt(axis.reduce((sum, value) => sum + (value - mean[i]) ** 2, 0) / count));
        return { parameters: { mean, spread }, report: { iterations: 0, objective: { value: 0 }, converged: true, floorReached: false } };
      });
    },
    sample: (jobs) =>
      Promise.resolve(
        jobs.map(({ parameters: { mean, spread }, count, bias, rng }) => drawn(count, (axis) => mean[axis] + bias * spread[axis] * rng.normal())),
      ),
  };
  const brightness: Metric = {
    id: 'brightness',
    name: 'Brightness',
    aspect: '',
    better: 'one',
    range: [0, null],
    scale: 'linear',
    kinds: ['colours'],
    needsModes: false,
    rank: 0,
    compute: ({ real, synthetic }) => {
      const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
      return { value: mean(synthetic.cloud.values) / mean(real.cloud.values) };
    },
  };
  const view: KindView<ShownColours> = {
    id: 'colours',
    picture: ({ values }, _, { side }) => [
      { kind: 'path', steps: [['M', 0, 0], ['H', side], ['V', side], ['z']], fill: `rgb(${values.slice(0, 3).join()})` },
    ],
    hidden: ({ count }) => (count > 100 ? 'the first 100 are shown' : null),
  };
  const file: KindFile<ShownColours> = {
    id: 'colours',
    encode: ({ kind, count, values }) => ({ kind, count, values: [...values] }),
    decode: ({ count, values }) => ({ kind: 'colours', count: Number(count), values: Uint8Array.from(values as number[]) }),
    none: () => ({ kind: 'colours', count: 0, values: new Uint8Array(0) }),
  };
  return { colours, rainbow, palette, brightness, view, file };
});

type Lists = Record<string, readonly unknown[]>;
const withToy = (list: string, toy: unknown) => async (original: () => Promise<Lists>) => {
  const module = await original();
  return { ...module, [list]: [...module[list], toy] };
};
vi.mock('../../engine/kinds/about', (original) => withToy('KINDS', toys.colours)(original as () => Promise<Lists>));
vi.mock('../../engine/datasets/about', (original) => withToy('DATASETS', toys.rainbow)(original as () => Promise<Lists>));
vi.mock('../../engine/models/about', (original) => withToy('MODELS', toys.palette)(original as () => Promise<Lists>));
vi.mock('../../engine/metrics/about', (original) => withToy('METRICS', toys.brightness)(original as () => Promise<Lists>));
vi.mock('../../engine/kinds', (original) => withToy('kinds', toys.colours)(original as () => Promise<Lists>));
vi.mock('../../engine/datasets', (original) => withToy('datasets', toys.rainbow)(original as () => Promise<Lists>));
vi.mock('../../engine/models', (original) => withToy('models', toys.palette)(original as () => Promise<Lists>));
vi.mock('../../engine/metrics', (original) => withToy('metrics', toys.brightness)(original as () => Promise<Lists>));
vi.mock('./images/view', () => ({ imagesView: toys.view }));
vi.mock('./images/file', () => ({ imagesFile: toys.file }));

it('a kind that nobody has heard of runs, is scored, sent, drawn, told, saved and opened again', async () => {
  const { parseExperiment, printQuery } = await import('../../engine/experimentText');
  const { createSession } = await import('../../worker/session');
  const { experiment, notes } = parseExperiment({ dataset: 'rainbow', seed: 3, evaluation: 50, bias: 0.9 });
  expect(notes).toEqual([]);
  // the kind's own defaults, and its model where only the data were chosen
  expect(experiment).toMatchObject({ model: 'palette', initialReal: 30, synthetic: 40, generations: 4 });
  expect(printQuery(experiment)).toBe('v=1&model=palette&bias=0.9&evaluation=50&seed=3');

  // the worker's side, and what a real worker would let through
  const said: FromWorker[] = [];
  const backend = {
    chooseRung: () => Promise.resolve({ rung: 'cpu', renderer: '', reason: 'as asked' } as const),
    closeTensors: () => Promise.resolve(),
    openTensors: () => Promise.reject(new Error('no tensors')),
  };
  const post = (message: FromWorker, transfer: Transferable[] = []) => void said.push(structuredClone(message, { transfer }));
  const receive = createSession({ backend, home: 'http://here/', budget: 1e6, post });
  receive({ type: 'preview', previewId: 1, experiment });
  receive({ type: 'run', runId: 1, job: { experiment, from: 0, upTo: 4, want: ['shown', 'noise', 'models'] } });
  await vi.waitFor(() => expect(said.map(({ type }) => type)).toContain('ended'), { timeout: 120_000 });
  expect(said.filter(({ type }) => type === 'failed' || type === 'previewFailed')).toEqual([]);
  const frames = said.flatMap((message) => (message.type === 'generation' ? [message] : []));
  expect(frames.map(({ generation }) => generation)).toEqual([1, 2, 3, 4]);
  for (const { lanes } of frames) {
    expect(lanes).toHaveLength(3);
    for (const lane of lanes) {
      expect(lane.scores.brightness).toBeGreaterThan(0.5);
      expect(lane.shown).toMatchObject({ kind: 'colours', count: 50 });
      expect(lane.theory.undefined.theory).toMatch(/no theory/);
    }
  }

  // the page's side: pane, caption, chart, table, narration
  const preview = said.flatMap((message) => (message.type === 'preview' ? [message.preview] : []))[0];
  const { captionOf, meaningOfSamples, pictureLabel, realCaption } = await import('../text/captions');
  const { metricsOf } = await import('../charts/metricsOf');
  const { narrate } = await import('../text/narration');
  const { viewOf } = await import('.');
  const [loop] = experiment.loop;
  const shown = frames[3].lanes[0].shown as ShownSamples;
  const brush = { look: null, dark: false, surface: 'page', side: 100 } as const;
  expect(viewOf(experiment).picture(shown, { preview, watched: [] }, brush)).toMatchObject([{ fill: expect.stringMatching(/^rgb\(\d+,\d+,\d+\)$/) }]);
  expect(realCaption(preview, experiment)).toBe('30 real colours');
  expect(meaningOfSamples(experiment)).toBe('Each patch is a colour.');
  expect(captionOf(frames[3], loop, experiment, preview)).toEqual([]);
  expect(pictureLabel('Fully synthetic', frames[3], loop, experiment, preview)).toBe('Fully synthetic, generation 4: colours made by the model');
  expect(metricsOf(experiment).map(({ id }) => id)).toEqual(['brightness']);
  expect(narrate([], experiment, false, null).now[0].text).toContain('30 of these colours');

  // files: CSV, JSON and a figure, there and back
  const { toCsv } = await import('../files/csv');
  const { toJson } = await import('../files/json');
  const { openFile } = await import('../files/openFile');
  const { figuresOf } = await import('../figures/figures');
  const results = { experiment, frames, noise: null, backend: 'cpu', version: '0', link: 'https://lab.example/?v=1', exported: '2026-11-29' };
  const opened = (text: string) => {
    const reading = openFile(text);
    for (;;) {
      const step = reading.next();
      if (step.done) return step.value;
    }
  };
  expect(opened(toJson(results))).toMatchObject({ experiment, frames: frames.map(({ generation, lanes }) => ({ generation, lanes })) });
  const fromTable = opened(toCsv(results));
  expect(fromTable).toMatchObject({ experiment });
  expect('frames' in fromTable && fromTable.frames[3].lanes[0]).toMatchObject({
    scores: frames[3].lanes[0].scores,
    shown: { kind: 'colours', count: 0 },
  });
  const [samples] = figuresOf(results, 4, preview);
  expect(samples.draw().svg).toContain('fill="rgb(');
});
