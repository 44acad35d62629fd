import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main, readPlan, readShard, sweep } from './sweep';

// commands start in a second or two, on a busy machine in ten
const MAP = { x: 'real=0..40/4', y: 'synthetic=16..64/3', model: 'gaussian', at: '3', score: 'traceOverDim', replicates: '2' };
const folder = mkdtempSync(join(tmpdir(), 'mad-lab-sweep-'));
let files = 0;
const newFile = () => join(folder, `${files++}.jsonl`);

async function map(file: string, { workers = 1, shard = '1/1', ...keys }: { workers?: number; shard?: string; seed?: string } = {}): Promise<string> {
  await sweep(readPlan({ ...MAP, ...keys }, {}), readShard(shard), workers, file);
  return readFileSync(file, 'utf8');
}
const cellsIn = (text: string) => text.split('\n').filter((line) => line.startsWith('{"type":"cell"'));

describe('sweep', () => {
  it('prints the plan, a line for each cell and replicate, and the end', async () => {
    const lines = (await map(newFile()))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({
      type: 'start',
      x: { key: 'real', values: [0, 1, 6, 40] },
      y: { key: 'synthetic', values: [16, 32, 64] },
      score: 'traceOverDim',
      at: 3,
      experiment: { model: 'gaussian', loop: 'fresh-data', replicates: 2, scores: 'none' },
    });
    expect(lines[0].experiment).not.toHaveProperty('real');
    expect(lines).toHaveLength(2 + 4 * 3 * 2);
    expect(lines.slice(1, 5).map(({ x, y, replicate }) => [x, y, replicate])).toEqual([
      [0, 16, 1],
      [0, 16, 2],
      [1, 16, 1],
      [1, 16, 2],
    ]);
    for (const { value } of lines.slice(1, -1)) expect(Number.isFinite(value)).toBe(true);
    expect(lines.at(-1)).toEqual({ type: 'end', cells: 12, replicates: 2 });
  });

  it('prints the same lines by any number of threads, and its shards hold together those of the whole', async () => {
    const whole = await map(newFile());
    expect(await map(newFile(), { workers: 3 })).toBe(whole);
    const shards = await Promise.all(['1/3', '2/3', '3/3'].map((shard) => map(newFile(), { shard })));
    expect(shards.flatMap(cellsIn).sort()).toEqual(cellsIn(whole).sort());
  });

  it('goes on with a file, wherever it was cut', async () => {
    const whole = await map(newFile());
    const cuts = [0, 1, 40, whole.indexOf('\n') + 1, whole.indexOf('\n') + 20, 1500, whole.length - 30, whole.length - 1, whole.length];
    for (const cut of cuts) {
      const file = newFile();
      writeFileSync(file, whole.slice(0, cut));
      expect(await map(file), `cut at ${cut}`).toBe(whole);
    }
  });

  it('refuses a file that holds something else, and leaves it as it is', async () => {
    const file = newFile();
    for (const text of ['a letter to my aunt', 'a letter\nto my aunt\n', await map(newFile(), { seed: '2' })]) {
      writeFileSync(file, text);
      await expect(map(file)).rejects.toThrow('holds something else');
      expect(readFileSync(file, 'utf8')).toBe(text);
    }
  });

  it.each([
    [{ x: 'real=0..256' }, 'not of the form'],
    [{ x: 'reel=0..256/4' }, 'there is no key “reel”'],
    [{ x: 'real=0..3/9' }, 'no 9 different values'],
    [{ x: 'real=0..99999/4' }, 'real takes a whole number from 0 to 20000'],
    [{ x: 'loop=1..2/2' }, 'loop takes'],
    [{ x: 'synthetic=10..20/2' }, 'a map is of two keys'],
    [{ loop: 'fresh-data,fully-synthetic' }, 'a map is of one loop'],
    [{ score: 'beauty' }, 'score = “beauty” is none of'],
    [{ model: 'vae', score: 'stainShare' }, 'score = “stainShare” is none of'],
    [{ at: '0' }, 'at = “0”'],
    [{ generations: '9' }, '--at says'],
    [{ x: 'steps=10..20/2' }, 'steps'],
  ] as const)('%j is refused in words', (flags, words) => {
    expect(() => readPlan({ ...MAP, model: 'gaussian-mixture', ...flags }, {})).toThrow(words);
  });

  it.each([
    [['--shard', '4/3'], 'i/n'],
    [['--workers', '0'], 'workers'],
  ])('%j is refused in words, too', async (more, words) => {
    await expect(main(['--x', MAP.x, '--y', MAP.y, ...more])).rejects.toThrow(words);
  });

  it('runs as a command, and says what it takes', () => {
    const command = (...args: string[]) => spawnSync(process.execPath, ['--import', 'tsx', 'src/headless/sweep.ts', ...args], { encoding: 'utf8' });
    expect(command('--help').stdout).toContain('--x real=0..256/16');
    const { status, stderr } = command();
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^sweep needs --x/)]);
  });
});
