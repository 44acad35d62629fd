import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasets } from './datasets';
import { type Experiment, KEYS, SCHEMA } from './experiment';
import { parseExperiment, parseQuery, printFlags, printJson, printQuery } from './experimentText';
import { KEY_HELP } from './keyHelp';
import { loops } from './loops';
import { firstRepeat } from './recipe';
import { byId } from './registry';
import { settingsAt, withChange, withoutChanges, withStart } from './settings';

const defaults = parseExperiment({}).experiment;

describe('reading an experiment', () => {
  it('gives the published defaults to points and to digits', () => {
    expect(defaults).toMatchObject({
      model: 'gaussian-mixture',
      dataset: 'ring',
      initialReal: 64,
      real: 64,
      synthetic: 200,
      generations: 50,
      components: 8,
      seed: 1,
    });
    expect(parseExperiment({ model: 'vae' }).experiment).toMatchObject({
      dataset: 'digits',
      initialReal: 1000,
      real: 1000,
      synthetic: 1000,
      generations: 10,
      steps: 400,
    });
    expect(parseExperiment({ model: 'gaussian' }).experiment).toMatchObject({ dataset: 'gaussian', dim: 2, covariance: 'unbiased' });
    expect(parseExperiment({ dataset: 'digits' }).experiment.model).toBe('vae');
    expect(parseExperiment({ dataset: 'grid' }).experiment.components).toBe(25);
  });

  it('matches names without regard to case and hyphens', () => {
    const { experiment, notes } = parseExperiment({ 'initial-real': '100', SYNTHETIC: 50, dataset: 'long-tail' });
    expect(experiment).toMatchObject({ initialReal: 100, synthetic: 50, dataset: 'long-tail' });
    expect(notes).toEqual([]);
  });

  it.each([
    ['synthetic', '5', 10],
    ['synthetic', '99999', 20000],
    ['synthetic', 'many', 200],
    ['bias', '-1', 0],
    ['bias', 'NaN', 1],
    ['bias', 'Infinity', 1],
    ['seed', '4294967296', 4294967295],
    ['k', '2.6', 3],
    ['replicates', '300', 256],
    ['dataset', 'torus', 'ring'],
    ['memory', '', 'previous'],
  ] as const)('repairs %s=%s with a note that names key, value and what is allowed', (key, value, expected) => {
    const { experiment, notes } = parseExperiment({ [key]: value });
    expect(experiment[key]).toBe(expected);
    expect(notes).toHaveLength(1);
    expect(notes[0].message).toContain(`${key}=${value}`);
  });

  it('ignores unknown keys with a note, and keys of the view without one', () => {
    const { notes } = parseQuery('?colour=red&theme=dark&lock=seed');
    expect(notes.map(({ key }) => key)).toEqual(['colour']);
  });

  it('lets the model win over a dataset that does not fit', () => {
    const { experiment, notes } = parseExperiment({ model: 'vae', dataset: 'ring' });
    expect(experiment.dataset).toBe('digits');
    expect(notes[0].message).toContain('dataset=ring');
  });

  it('keeps more than two dimensions for the Gaussian model', () => {
    expect(parseExperiment({ model: 'gaussian', dim: 100 }).experiment.dim).toBe(100);
    expect(parseExperiment({ dataset: 'gaussian', dim: 100 })).toMatchObject({ experiment: { dim: 2 }, notes: [{ key: 'dim' }] });
    expect(parseExperiment({ dataset: 'ring', dim: 3 })).toMatchObject({ experiment: { dim: 2 }, notes: [{ key: 'dim' }] });
  });

  it('refuses a random subset outside synthetic augmentation', () => {
    expect(parseExperiment({ memory: 'subsample' })).toMatchObject({ experiment: { memory: 'previous' }, notes: [{ key: 'memory' }] });
    expect(parseExperiment({ memory: 'subsample', loop: 'synthetic-augmentation' })).toMatchObject({
      experiment: { memory: 'subsample' },
      notes: [],
    });
  });

  it('reads changes, sorted, and drops what is not live or out of range with a note each', () => {
    const { experiment, notes } = parseExperiment({ changes: '12:real=300,bias=0.8;5:synthetic=400;x:real=3;7:seed=4;9:bias=7' });
    expect(experiment.changes).toEqual([
      { generation: 5, settings: { synthetic: 400 } },
      { generation: 9, settings: { bias: 1.5 } },
      { generation: 12, settings: { real: 300, bias: 0.8 } },
    ]);
    expect(notes).toHaveLength(3);
  });

  it('takes points for dataset=drawn, and repairs others with a short note', () => {
    expect(parseExperiment({ dataset: 'drawn', points: 'ABCDEFGH' })).toMatchObject({ experiment: { points: 'ABCDEA' }, notes: [{ key: 'points' }] });
    expect(parseExperiment({ dataset: 'drawn', points: 'AAAAAA' })).toMatchObject({ experiment: { points: 'AAAAAA', components: 12 }, notes: [] });
    expect(parseExperiment({ dataset: 'drawn', points: [[0, 0]] })).toMatchObject({ experiment: { points: 'AAAAAA' }, notes: [] });
    const [note] = parseExperiment({ dataset: 'drawn', points: 'A'.repeat(107_001) }).notes;
    expect(note.value.length).toBeLessThan(50);
    expect(note.message).toMatch(/^points=A{24}… is not 1 to 20000 points: .* An example was taken\.$/);
    expect(parseExperiment({ points: 'AAAAAA' })).toMatchObject({
      experiment: { dataset: 'ring', points: '' },
      notes: [{ key: 'points', message: 'points has no meaning for dataset=ring. It was ignored.' }],
    });
  });

  it('never throws at what only a file can hold', () => {
    let deep: unknown = 'x';
    for (let i = 0; i < 30_000; i++) deep = [deep];
    const hostile = [{ toString: 1 }, { a: {} }, deep, [{ generation: 2, settings: null }], [[{}]], Object.create(null)];
    for (const value of hostile) {
      for (const key of KEYS) {
        const { notes } = parseExperiment({ [key]: value });
        expect(notes.length, `${key}`).toBe(1);
        expect(notes[0].message.length).toBeLessThanOrEqual(220);
      }
    }
  });

  it('never throws, whatever a link holds, and its repair is a fixed point', () => {
    const keys = fc.oneof(fc.constantFrom(...KEYS), fc.string());
    const values = fc.oneof(
      fc.string(),
      fc.double(),
      fc.integer(),
      fc.constant(null),
      fc.array(fc.string()),
      fc.constantFrom('1:real=3', ';;', ':=', 'all', 'drawn', 'AAAAAA', '1,2'),
    );
    fc.assert(
      fc.property(fc.dictionary(keys, values), (raw) => {
        const { experiment } = parseExperiment(raw);
        const again = parseQuery(printQuery(experiment));
        expect(again.experiment).toEqual(experiment);
        expect(again.notes).toEqual([]);
      }),
    );
  });
});

describe('printing an experiment', () => {
  const changed: Experiment = {
    ...defaults,
    dataset: 'long-tail',
    synthetic: 500,
    loop: ['fresh-data'],
    scores: ['recall'],
    changes: [{ generation: 3, settings: { bias: 0.5, real: 0 } }],
  };

  it('writes the version and what differs from the defaults', () => {
    expect(printQuery(defaults)).toBe('v=1');
    expect(printQuery(changed)).toBe('v=1&dataset=long-tail&loop=fresh-data&synthetic=500&scores=recall&changes=3:bias=0.5,real=0');
  });

  it('comes back the same from link, JSON and flags', () => {
    expect(parseQuery(printQuery(changed)).experiment).toEqual(changed);
    expect(parseExperiment(printJson(changed)).experiment).toEqual(changed);
    expect(parseExperiment({ ...changed }).experiment).toEqual(changed);
    const drawn: Experiment = { ...changed, dataset: 'drawn', points: 'AAAAAAAQAPA', components: 12 };
    expect(parseQuery(printQuery(drawn))).toEqual({ experiment: drawn, notes: [] });
    expect(parseExperiment(printJson(drawn))).toEqual({ experiment: drawn, notes: [] });
    expect(printFlags(changed)).toContain("--changes '3:bias=0.5,real=0'");
  });

  it('has a label and a help text for every key', () => {
    for (const key of KEYS) expect(SCHEMA[key].label.length * KEY_HELP[key].length).toBeGreaterThan(0);
  });
});

describe('fresh real data', () => {
  const repeatOf = (experiment: Experiment) =>
    firstRepeat(
      loops.filter(({ id }) => experiment.loop.includes(id)),
      experiment,
      byId(datasets, experiment.dataset).distinct,
    );

  it('never repeat in points, and in digits once 30,000 were used', () => {
    expect(repeatOf(parseExperiment({ real: 20000, generations: 2000 }).experiment)).toBeNull();
    expect(repeatOf(parseExperiment({ model: 'vae' }).experiment)).toBeNull();
    // 1000 + 29 x 1000 = 30,000 are used by generation 30
    expect(repeatOf(parseExperiment({ model: 'vae', generations: 100 }).experiment)).toBe(31);
    expect(repeatOf(parseExperiment({ model: 'vae', generations: 100, loop: 'fully-synthetic' }).experiment)).toBeNull();
  });
});

describe('a key that has no effect for now', () => {
  it('is kept without a word, in links and files: the span of a memory that was taken back', () => {
    const spanned = withChange(parseExperiment({ span: 9 }).experiment, 5, { memory: 'last' });
    const back = withoutChanges(spanned, [5]);
    for (const experiment of [spanned, back, withStart(spanned, { memory: 'previous' }), withChange(spanned, 8, { memory: 'previous' })]) {
      expect(parseQuery(printQuery(experiment))).toEqual({ experiment, notes: [] });
      expect(parseExperiment(printJson(experiment))).toEqual({ experiment, notes: [] });
    }
  });
});

describe('changes during a run', () => {
  it('are in force from their generation on', () => {
    const experiment = withChange(withChange(defaults, 10, { real: 300 }), 20, { bias: 0.5 });
    expect(settingsAt(experiment, 9)).toMatchObject({ real: 64, bias: 1 });
    expect(settingsAt(experiment, 10)).toMatchObject({ real: 300, bias: 1 });
    expect(settingsAt(experiment, 25)).toMatchObject({ real: 300, bias: 0.5 });
  });

  it('are none where a key keeps its value, and belong to the start before generation 1', () => {
    expect(withChange(defaults, 5, { real: 64 }).changes).toEqual([]);
    expect(withChange(withChange(defaults, 5, { real: 300 }), 5, { real: 64 }).changes).toEqual([]);
    const first = parseExperiment({ changes: '1:bias=0.8,real=9' }).experiment;
    expect(withStart(first, { bias: 0.6 })).toMatchObject({ bias: 0.6, changes: [{ generation: 1, settings: { real: 9 } }] });
  });

  it('replace later changes of the same key and leave those of others', () => {
    const ramp = withChange(withChange(defaults, 10, { real: 300, bias: 0.9 }), 20, { real: 400 });
    expect(withChange(ramp, 5, { real: 0 }).changes).toEqual([
      { generation: 5, settings: { real: 0 } },
      { generation: 10, settings: { bias: 0.9 } },
    ]);
  });
});

it('says of a key that is not the chosen data’s what it needs, before what loops refuse and what else has no effect', () => {
  const problems = (raw: Record<string, unknown>) => parseExperiment(raw, 'headless').notes.map(({ message }) => message);
  expect(problems({ dim: 5 })).toEqual(['dim=5 needs dataset=gaussian; ring has its own. 2 was taken.']);
  expect(problems({ dataset: 'gaussian', model: 'gaussian-mixture', dim: 5 })).toEqual([
    'dim=5 needs model=gaussian; the mixture is fitted in 1 or 2 dimensions. 2 was taken.',
  ]);
  const [first, second, third] = problems({ memory: 'subsample', units: 64, dim: 5 });
  expect(first).toMatch(/^dim=5 needs/);
  expect(second).toMatch(/^memory=subsample is not defined/);
  expect(third).toBe('units has no meaning for model=gaussian-mixture. It was ignored.');
});
