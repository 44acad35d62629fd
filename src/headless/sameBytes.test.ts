import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { datasets } from '../engine/datasets';
import { parseExperiment } from '../engine/experimentText';
import { loops } from '../engine/loops';
import { byId } from '../engine/registry';
import { theoryOf } from '../engine/theory';
import { createNodeHost } from './nodeHost';
import { simulate } from './simulate';

/**
 * What `simulate` printed of these experiments before the house was rebuilt: SHA-256 of the generation lines. A hash changes only with a
 * number that a reader could see, so a new one needs a reason in CHANGELOG.md.
 */
const BEFORE: Readonly<Record<string, string>> = {
  'generations=8': 'f85eb3859fe3cb6c',
  'memory=all&generations=7&dataset=long-tail': '03af98ef2930a3d9',
  'loop=synthetic-augmentation&memory=subsample&generations=7&dataset=grid': 'b162433b503ce3ad',
  'loop=fresh-data,fully-synthetic&memory=all&bias=0.7&generations=6&replicates=3': 'ed0ec0551b4b77af',
  'dataset=moons&components=6&bias=1.2&generations=5&seed=7': '3db473b41640aa8e',
  'dataset=spiral&real=0&generations=4&seed=0': '60ca61edbcd91779',
  'dataset=drawn&generations=5&replicates=2&k=3': 'e6b5cc9e9431bd09',
  'generations=9&changes=3:memory=all,synthetic=90;5:bias=0.5,real=10;7:memory=previous': 'baca96f0e77b3613',
  'loop=synthetic-augmentation&generations=8&changes=3:memory=all;5:memory=subsample,synthetic=60;7:memory=previous': '921249395665814b',
  'model=gaussian&generations=12&replicates=3': '8a8ed39b7164bc05',
  'model=gaussian&dim=1&covariance=mle&bias=0.8&memory=all&generations=20&scores=none&replicates=50': 'e31a542f0ed5131b',
  'model=gaussian&dim=12&initialReal=40&synthetic=30&loop=synthetic-augmentation&memory=subsample&generations=12': 'b0af5c10424b55c5',
  'model=gaussian&dataset=grid&real=7&generations=15&changes=4:real=50;9:real=0,bias=0.9&scores=recall,frechetDistance': '3f67b1378af432b2',
  'model=gaussian&dim=3&initialReal=10&synthetic=10&generations=40&seed=4294967295&scores=none': 'def91f229e578635',
  'model=vae&steps=12&initialReal=70&synthetic=70&real=70&evaluation=80&generations=3': 'b6753b3a212b9c7a',
  'model=vae&steps=10&initialReal=64&synthetic=64&real=30&evaluation=60&generations=3&memory=all&decode=sample&changes=3:real=60,steps=14':
    'bb5a905c53f764fc',
  'model=vae&loop=synthetic-augmentation&memory=subsample&resolution=28&units=32&latent=4&beta=1&steps=10&initialReal=64&synthetic=64&evaluation=60&generations=3':
    '11a4027514a8a2b3',
};

async function hashOf(query: string): Promise<string> {
  const { experiment, notes } = parseExperiment({ backend: 'wasm', evaluation: 150, ...Object.fromEntries(new URLSearchParams(query)) }, 'headless');
  expect(notes).toEqual([]);
  const hash = createHash('sha256');
  const write = (lines: string) => {
    for (const line of lines.split('\n')) if (line.startsWith('{"type":"generation"')) hash.update(`${line}\n`);
  };
  await simulate(experiment, createNodeHost('wasm'), write, () => undefined);
  return hash.digest('hex').slice(0, 16);
}

it.each(Object.entries(BEFORE))('%s gives the same lines, byte for byte', async (query, before) => {
  expect(await hashOf(query)).toBe(before);
});

it('theory says the same of every loop, memory and model, byte for byte', () => {
  const hash = createHash('sha256');
  const start = { initialReal: 40, real: 20, synthetic: 50 };
  const models = [
    { model: 'gaussian', dim: 1 },
    { model: 'gaussian', dim: 3, covariance: 'mle' },
    { model: 'gaussian', dataset: 'grid' },
    {},
    { components: 3 },
  ];
  const courses = [
    {},
    { bias: 0.8 },
    { bias: 1.1 },
    { changes: '5:synthetic=90;9:real=0,bias=0.9;20:real=64' },
    { changes: '4:memory=all;12:memory=previous' },
  ];
  for (const { id, memories } of loops.slice(0, 3)) {
    for (const memory of memories.filter((id) => ['previous', 'all', 'subsample'].includes(id))) {
      for (const model of models) {
        for (const course of courses) {
          const { experiment } = parseExperiment({ loop: id, memory, ...start, ...model, ...course }, 'headless');
          const dataset = byId(datasets, experiment.dataset);
          const theory = theoryOf(byId(loops, id), experiment, dataset.density?.(experiment) ?? null, dataset.modes > 0);
          for (let t = 1; t <= 40; t++) hash.update(JSON.stringify(theory(t)));
        }
      }
    }
  }
  expect(hash.digest('hex').slice(0, 16)).toBe('5fc89cc86b6e79b6');
});
