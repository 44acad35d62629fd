import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { importsOf, resolveImport } from '../../scripts/architecture';
import { runSources } from '../../scripts/verify/lessonHash.mjs';
import { parseExperiment } from '../engine/experimentText';
import { keepingRuns } from './keptRuns';
import { computeRun } from './lessonRun';

const { experiment } = parseExperiment({ v: 1, dataset: 'ring', initialReal: 40, synthetic: 40, evaluation: 60, k: 3, generations: 3 });

it('a run is computed once, and comes again to the last digit; a file that is not whole counts for nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-runs-'));
  let count = 0;
  const counting: typeof computeRun = (...asked) => {
    count++;
    return computeRun(...asked);
  };
  const keeping = keepingRuns(counting, 'code', folder);
  const scores = ['modesAlive', 'recall'];
  const fresh = await keeping(experiment, scores);
  expect(await keeping(experiment, scores)).toEqual(fresh);
  expect(count).toBe(1);

  // fewer scores are there, and the same with more
  expect(await keeping(experiment, ['recall'])).toEqual(fresh);
  expect(count).toBe(1);
  const { frames } = await keeping(experiment, ['density', 'recall']);
  const recalls = ({ scores: { recall } }: { readonly scores: Readonly<Record<string, number | null>> }) => recall;
  expect(frames.map(({ lanes }) => lanes.map(recalls))).toEqual(fresh.frames.map(({ lanes }) => lanes.map(recalls)));
  expect(Object.keys(frames[0].lanes[0].scores).sort()).toEqual(['density', 'modesAlive', 'recall']);
  // another experiment, other code
  await keeping({ ...experiment, seed: 2 }, scores);
  await keepingRuns(counting, 'other code', folder)(experiment, scores);
  expect(count).toBe(4);

  for (const name of readdirSync(join(folder, 'code'))) {
    const path = join(folder, 'code', name);
    writeFileSync(path, readFileSync(path).subarray(0, 200));
  }
  expect(await keeping(experiment, scores)).toEqual(fresh);
  expect(await keeping(experiment, scores)).toEqual(fresh);
  expect(count).toBe(5);
  expect(readdirSync(join(folder, 'code')).filter((name) => !name.endsWith('.gz'))).toEqual([]);

  // where nothing can be kept it is computed
  writeFileSync(join(folder, 'file'), '');
  expect(await keepingRuns(counting, 'code', join(folder, 'file'))(experiment, scores)).toEqual(fresh);
  rmSync(folder, { recursive: true });
});

it('all that runs come from is under the hash that they are kept by', () => {
  const files = new Set(runSources());
  const reached = new Set(['src/headless/lessonRun.ts', 'src/headless/engineThread.ts']);
  // a set is walked on to what is put in on the way
  for (const path of reached) {
    if (!path.endsWith('.ts')) continue;
    for (const { specifier, type } of importsOf(path, readFileSync(path, 'utf8'))) {
      const target = type ? null : resolveImport(path, specifier);
      if (target) reached.add(target);
    }
  }
  expect(reached.size).toBeGreaterThan(30);
  expect([...reached].filter((path) => !files.has(path))).toEqual([]);
});
