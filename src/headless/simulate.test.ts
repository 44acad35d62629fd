import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { KEYS } from '../engine/experiment';
import { parseExperiment } from '../engine/experimentText';
import { blockSize } from './blocks';
import { exitCodeOf } from './command';
import { createNodeHost } from './nodeHost';
import { main, simulate } from './simulate';

// commands start in a second or two, on a busy machine in ten
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
    [['--memory', 'all', '--model', 'gaussian', '--dim', '100', '--synthetic', '20000', '--generations', '2000'], 'at most 1.5 GB'],
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

  it('leaves whole lines under the final name when its terminal is closed, and is alone with that name until then', async () => {
    const out = join(mkdtempSync(join(tmpdir(), 'mad-')), 'run.jsonl');
    const child = spawn(process.execPath, nodeArgs('--replicates', '2000', '--generations', '2000', '--scores', 'none', '--out', out), { cwd });
    await vi.waitFor(() => expect(statSync(`${out}.partial`).size).toBeGreaterThan(50_000), { timeout: 120_000, interval: 20 });
    await expect(main(['--generations', '1', '--out', out])).rejects.toThrow(`${out} is being written by another run (process ${child.pid} on `);
    expect(existsSync(out)).toBe(false);
    child.kill('SIGHUP');
    const [exitCode] = (await once(child, 'close')) as [number];
    expect(exitCode).toBe(129);
    const text = readFileSync(out, 'utf8');
    expect(text.slice(-1)).toBe('\n');
    const types = new Set(
      text
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { type: string }).type),
    );
    expect([...types]).toEqual(['start', 'generation']);
    expect(readdirSync(dirname(out))).toEqual(['run.jsonl']);
  });

  it.skipIf(process.platform === 'win32')('keeps whole lines where a file may not grow on, and says which file it was', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mad-'));
    const out = join(folder, 'run.jsonl');
    const line = [
      'ulimit -f 16; exec',
      process.execPath,
      ...nodeArgs('--generations', '200', '--scores', 'none', '--evaluation', '50', '--out', out),
    ].join(' ');
    const { status, stderr } = spawnSync('sh', ['-c', line], { encoding: 'utf8', cwd, env: { ...process.env, TSX_DISABLE_CACHE: '1' } });
    expect([status, stderr]).toEqual([1, `--out ${out} can't be written: the file would be too large (EFBIG)\n`]);
    const text = readFileSync(out, 'utf8');
    expect(text.length).toBeGreaterThan(4000);
    expect(text.slice(-1)).toBe('\n');
    for (const whole of text.trimEnd().split('\n')) expect(JSON.parse(whole)).toHaveProperty('type');
    expect(readdirSync(folder)).toEqual(['run.jsonl']);
  });

  it.skipIf(!existsSync('/dev/full'))('says that no space is left', () => {
    const { status, stderr } = command('--generations', '1', '--evaluation', '50', '--out', '/dev/full');
    expect([status, stderr]).toEqual([1, "--out /dev/full can't be written: no space is left (ENOSPC)\n"]);
  });

  it('reads and writes where the user stands, whatever folder npm starts it in', () => {
    const here = mkdtempSync(join(tmpdir(), 'mad-'));
    writeFileSync(join(here, 'config.json'), '{"generations": 1, "evaluation": 50, "scores": "none"}');
    const line = `npm --prefix "${fileURLToPath(cwd)}" run --silent simulate -- --config config.json --out run.jsonl`;
    const { status, stderr } = spawnSync(line, { encoding: 'utf8', cwd: here, shell: true });
    expect([status, stderr]).toEqual([0, '']);
    expect(readdirSync(here).sort()).toEqual(['config.json', 'run.jsonl']);
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
    expect(stdout).toContain('a whole number from 10 to 20000; default: 200 (images 1000, names 500, books 2000)');
  });
});
