import { spawnSync } from 'node:child_process';
import { existsSync, linkSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect, it, vi } from 'vitest';
import { Refusal } from '../engine/refusal';
import { exitCodeOf, WriteError } from './command';
import { openOutput } from './outputFile';

const ONCE = { force: false, config: undefined };
const FORCE = { force: true, config: undefined };

function inFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'mad-'));
  const out = join(folder, 'run.jsonl');
  return { folder, out, textOf: () => readFileSync(out, 'utf8'), files: () => readdirSync(folder).sort() };
}

it('a file has its name when all of it is written, and not before', () => {
  const { out, files, textOf } = inFolder();
  const output = openOutput(out, ONCE);
  output.write('1\n');
  expect(files()).toEqual(['run.jsonl.lock', 'run.jsonl.partial']);
  output.write('2\n');
  output.close();
  expect(files()).toEqual(['run.jsonl']);
  expect(textOf()).toBe('1\n2\n');
});

it('a file that is there is replaced by force only, and only when there is something to replace it with', () => {
  const { out, files, textOf } = inFolder();
  writeFileSync(out, 'old');
  expect(() => openOutput(out, ONCE)).toThrow(new Refusal(`--out ${out} is there already; --force replaces it`));
  openOutput(out, FORCE).close();
  expect(textOf()).toBe('old');
  const output = openOutput(out, FORCE);
  output.write('new\n');
  expect(textOf()).toBe('old');
  output.close();
  expect([textOf(), files()]).toEqual(['new\n', ['run.jsonl']]);
});

it('a file that comes into being during the run is not replaced', () => {
  const { out, textOf } = inFolder();
  const output = openOutput(out, ONCE);
  output.write('ours\n');
  writeFileSync(out, 'theirs');
  expect(() => output.close()).toThrow(new WriteError(`${out} has come into being during the run; the lines are in ${out}.partial`));
  expect([textOf(), readFileSync(`${out}.partial`, 'utf8')]).toEqual(['theirs', 'ours\n']);
});

it.each(['itself', 'a link to it', 'another name of it'])('the config file is never replaced, given as %s', (as) => {
  const { folder, out, textOf } = inFolder();
  const config = as === 'itself' ? out : join(folder, 'config.json');
  writeFileSync(config, '{}');
  if (as === 'a link to it') symlinkSync(config, out);
  if (as === 'another name of it') linkSync(config, out);
  for (const force of [true, false]) expect(() => openOutput(out, { force, config })).toThrow('is the --config file itself');
  expect(textOf()).toBe('{}');
});

it('a link stays a link: what it leads to is replaced', () => {
  const { folder, out, textOf } = inFolder();
  const target = join(folder, 'target.jsonl');
  writeFileSync(target, 'old');
  symlinkSync(target, out);
  const output = openOutput(out, FORCE);
  output.write('new\n');
  output.close();
  expect([textOf(), readFileSync(target, 'utf8')]).toEqual(['new\n', 'new\n']);
});

it('one run at a time writes a file, until it ends', () => {
  const { out, files } = inFolder();
  const first = openOutput(out, ONCE);
  expect(() => openOutput(out, FORCE)).toThrow(`${out} is being written by another run (process ${process.pid} on ${hostname()})`);
  first.write('1\n');
  first.close();
  openOutput(out, FORCE).close();
  expect(files()).toEqual(['run.jsonl']);
});

it('the lock of a run that was killed is taken over, and what that run left is spoken of', () => {
  const { out, files, textOf } = inFolder();
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  writeFileSync(`${out}.lock`, `process ${pid} on ${hostname()}\n`);
  writeFileSync(`${out}.partial`, 'hal');
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const output = openOutput(out, ONCE);
  expect(told.mock.calls.flat()).toEqual([`${out}.partial, left by a run that was killed, is written anew\n`]);
  told.mockRestore();
  output.write('1\n');
  output.close();
  expect([textOf(), files()]).toEqual(['1\n', ['run.jsonl']]);
});

it.each([`process ${process.pid} on another.example\n`, ''])('the lock %j, of which nobody can know, is left alone', (holder) => {
  const { out } = inFolder();
  writeFileSync(`${out}.lock`, holder);
  expect(() => openOutput(out, ONCE)).toThrow(`If it is not, delete ${out}.lock`);
  expect(readFileSync(`${out}.lock`, 'utf8')).toBe(holder);
});

it.each([
  ['a folder', tmpdir(), 'it is a folder'],
  ['a folder that is not there', '/nowhere/at/all.jsonl', 'there is no such folder (ENOENT)'],
  ['a name of 300 letters', join(tmpdir(), 'x'.repeat(300)), 'the name is too long (ENAMETOOLONG)'],
])('%s is refused before anything runs, with its reason', (_, name, why) => {
  try {
    openOutput(name, ONCE);
    expect.unreachable();
  } catch (error) {
    expect(exitCodeOf(error)).toBe(2);
    expect((error as Error).message).toBe(`--out ${name} can't be written: ${why}`);
  }
  expect(existsSync(`${name}.lock`)).toBe(false);
});
