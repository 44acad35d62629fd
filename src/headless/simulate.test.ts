import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { KEYS } from '../engine/experiment';
import { parseExperiment } from '../engine/experimentText';
import { exitCodeOf } from './command';
import { createNodeHost } from './nodeHost';
import { blockSize, main, simulate } from './simulate';

// commands start in a second or two, on a busy machine in ten
vi.setConfig({ testTimeout: 60_000 });

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

const cwd = new URL('../..', import.meta.url);
const nodeArgs = (...args: string[]) => ['--import', 'tsx', 'src/headless/simulate.ts', ...args];
const command = (...args: string[]) => spawnSync(process.execPath, nodeArgs(...args), { encoding: 'utf8', cwd });

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

  it('refuses malformed input with exit code 2 and one line, and prints nothing', () => {
    const { status, stdout, stderr } = command('--synthetic', '3');
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toBe('synthetic=3 is not a whole number from 10 to 20000.\n');
  });

  it.each([
    [['--synthetic', '3'], 'synthetic=3'],
    [['--colour', 'red'], 'no key “colour”'],
    [['--config', 'missing.json'], 'missing.json'],
    [['--backend', 'webgl'], 'backend=webgl needs a browser'],
    [['--changes', '3:seed=4'], 'seed'],
    [['--memory', 'all', '--model', 'gaussian', '--dim', '100', '--synthetic', '20000', '--generations', '2000'], 'at most 1 GB'],
  ])('leaves the file of --out as it was where it refuses %j', async (args, words) => {
    const out = join(mkdtempSync(join(tmpdir(), 'mad-')), 'run.jsonl');
    const attempt = () =>
      main([...args, '--out', out]).then(
        () => null,
        (error: unknown) => error,
      );
    const error = await attempt();
    expect(exitCodeOf(error)).toBe(2);
    expect((error as Error).message).toContain(words);
    expect(existsSync(out)).toBe(false);
    writeFileSync(out, 'kept');
    await attempt();
    expect(readFileSync(out, 'utf8')).toBe('kept');
  });

  it('refuses a file that cannot be written', async () => {
    await expect(main(['--out', tmpdir()])).rejects.toThrow(`--out ${tmpdir()} can't be written`);
  });

  it('leaves whole lines only when it is interrupted, in a pipe that is full too', async () => {
    const child = spawn(process.execPath, nodeArgs('--replicates', '200', '--generations', '100', '--evaluation', '50'), { cwd });
    // little is read: the lines of a generation, some 600 kB, wait in the pipe half written
    await once(child.stdout, 'readable');
    while (child.stdout.readableLength < 10_000) await setTimeout(20);
    child.kill('SIGINT');
    let text = '';
    child.stdout.setEncoding('utf8');
    for await (const chunk of child.stdout) text += chunk as string;
    const [exitCode] = child.exitCode === null ? ((await once(child, 'close')) as [number]) : [child.exitCode];
    expect(text.slice(-1)).toBe('\n');
    const types = text
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { type: string }).type);
    expect(types[0]).toBe('start');
    expect(types).not.toContain('end');
    expect(exitCode).toBe(130);
  });

  it('remembers in its blocks what changes to memory will ask for', () => {
    const { experiment } = parseExperiment({ model: 'gaussian', replicates: 1000, synthetic: 10000, changes: '2:memory=all' }, 'headless');
    expect(blockSize(experiment)).toBe(blockSize({ ...experiment, memory: 'all', changes: [] }));
    expect(blockSize(experiment)).toBeLessThan(blockSize({ ...experiment, changes: [] }));
  });

  it('lists every key with its range in --help', () => {
    const { status, stdout } = command('--help');
    expect(status).toBe(0);
    for (const key of KEYS.filter((name) => name !== 'v')) expect(stdout).toContain(`--${key}\n`);
    expect(stdout).toContain('a whole number from 10 to 20000; default: 200 (images 1000)');
  });
});
