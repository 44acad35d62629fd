import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../engine/experimentText';
import { createNodeHost } from './nodeHost';
import { blockSize, simulate } from './simulate';

type Line = Record<string, never> & { type: string; generation: number; loop: string; replicate: number; undefined: Record<string, string> };

async function linesOf(keys: Record<string, unknown>): Promise<Line[]> {
  const lines: Line[] = [];
  const { experiment } = parseExperiment({ evaluation: 60, initialReal: 40, synthetic: 40, generations: 3, ...keys }, 'headless');
  await simulate(
    experiment,
    createNodeHost('auto'),
    (text) =>
      lines.push(
        ...text
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as Line),
      ),
    () => undefined,
  );
  return lines;
}

const command = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/headless/simulate.ts', ...args], { encoding: 'utf8', cwd: new URL('../..', import.meta.url) });

describe('simulate', () => {
  it('prints start, every generation by loop and replicate, and end', async () => {
    const lines = await linesOf({ replicates: 2, loop: 'fully-synthetic,fresh-data' });
    expect(lines[0]).toMatchObject({ type: 'start', backend: 'wasm', experiment: { generations: 3, replicates: 2, v: 1 } });
    expect(lines.at(-1)).toMatchObject({ type: 'end' });
    const order = lines.slice(1, -1).map(({ generation, loop, replicate }) => `${generation} ${loop} ${replicate}`);
    expect(order).toEqual([1, 2, 3].flatMap((t) => ['fully-synthetic', 'fresh-data'].flatMap((loop) => [1, 2].map((r) => `${t} ${loop} ${r}`))));
  });

  it('never prints a value that is not finite, and gives a reason for every null', async () => {
    for (const keys of [{}, { model: 'gaussian', dim: 3, memory: 'all' }, { bias: 0 }, { changes: '2:bias=0.5' }]) {
      for (const line of (await linesOf(keys)).slice(1, -1)) {
        for (const part of ['scores', 'truth', 'theory'] as const) {
          for (const [key, value] of Object.entries(line[part] as Record<string, number | null>)) {
            if (value === null) expect(line.undefined[key], `${part}.${key}`).toBeTruthy();
            else expect(Number.isFinite(value)).toBe(true);
          }
        }
      }
    }
  });

  it('needs no more memory for more replicates: they run in blocks of the same numbers', async () => {
    const { experiment } = parseExperiment({ model: 'gaussian', dim: 100, synthetic: 20000 }, 'headless');
    expect(blockSize(experiment)).toBe(1);
    const [one, ...many] = await Promise.all([linesOf({ replicates: 1, loop: 'fresh-data' }), linesOf({ replicates: 3, loop: 'fresh-data' })]);
    const firsts = many[0].filter(({ replicate }) => replicate === 1);
    expect(firsts).toEqual(one.filter(({ replicate }) => replicate === 1));
  });

  it.each([
    [['--synthetic', '3'], 'synthetic=3 is not a whole number from 10 to 20000'],
    [['--colour', 'red'], 'no key “colour”'],
    [['--bias'], '--bias has no value'],
    [['--seed', '1', '--seed', '2'], '--seed is given twice'],
    [['--config', 'missing.json'], 'missing.json'],
    [['--backend', 'webgl'], 'backend=webgl'],
    [['--changes', '3:seed=4'], 'seed'],
  ])('refuses %j with exit code 2 and one line', (args, words) => {
    const { status, stdout, stderr } = command(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(words);
  });

  it('lists every key with its range in --help', () => {
    const { status, stdout } = command('--help');
    expect(status).toBe(0);
    expect(stdout).toContain('--synthetic');
    expect(stdout).toContain('a whole number from 10 to 20000; default: 200 (images 1000)');
  });
});
