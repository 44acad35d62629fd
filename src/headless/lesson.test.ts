import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lessonOf } from '../lessons/testing/begun';
import { lessonJsonSchema } from './lessonJsonSchema';

// commands start in a second or two, on a busy machine in ten
const root = new URL('../..', import.meta.url);
const textOf = (path: string) => readFileSync(new URL(path, root), 'utf8');
const BEGUN = textOf('src/lessons/testing/cure.md');

const folder = mkdtempSync(join(tmpdir(), 'mad-'));
function fileOf(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

function command(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/headless/lesson.ts', ...args], {
    encoding: 'utf8',
    cwd: root,
    input,
  });
  return { status, stdout, stderr };
}

it('docs/mad-lesson-1.schema.json is the schema of the code: if not, `npm run --silent lesson -- schema > docs/mad-lesson-1.schema.json`', () => {
  expect(textOf('docs/mad-lesson-1.schema.json')).toBe(`${JSON.stringify(lessonJsonSchema(), null, 2)}\n`);
});

it('compiles Markdown to JSON and prints it as Markdown again, to the same lesson', () => {
  const compiled = command(['compile', fileOf('a.md', BEGUN)]);
  expect([compiled.status, compiled.stderr]).toEqual([0, '']);
  expect(JSON.parse(compiled.stdout)).toEqual(lessonOf(BEGUN));
  const json = fileOf('a.json', compiled.stdout);
  const printed = command(['print', json]);
  expect([printed.status, printed.stderr]).toEqual([0, '']);
  expect(command(['compile', '-'], printed.stdout)).toEqual(compiled);
  expect(command(['compile', json])).toEqual(compiled);
});

it('says what is wrong, a line each with its place, and ends with exit code 2', () => {
  const broken = fileOf('b.md', BEGUN.replace('type: order', 'type: rank').replace('ages: 14-17', 'ages: 14'));
  expect(command(['compile', broken])).toEqual({
    status: 2,
    stdout: '',
    stderr: `${broken}:6: ages = 14 is not text of 1 to 20 characters on one line; put it in quotes\n${broken}:42: loops.predict[0].type = "rank" is not one of choose, order, number, sketch\n`,
  });
  const wrong = fileOf('c.md', BEGUN.replace('minutes: 32', 'minutes: 45'));
  expect(command(['compile', wrong])).toEqual({
    status: 2,
    stdout: '',
    stderr: `${wrong}:5: minutes = 45, but its steps add up to 32; change one or the other\n`,
  });
  const lesson = lessonOf(BEGUN);
  const json = fileOf('d.json', JSON.stringify({ ...lesson, minutes: 45 }));
  expect(command(['compile', json]).stderr).toBe(`${json}: minutes = 45, but its steps add up to 32; change one or the other\n`);
  const bad = fileOf('e.json', JSON.stringify({ ...lesson, steps: [] }));
  expect(command(['print', bad])).toEqual({ status: 2, stdout: '', stderr: `${bad}: steps = an empty list is not a list of 2 to 24 steps\n` });
});

it('helps, and refuses what it does not know', () => {
  expect(command(['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('compile file.md') });
  const refused = (...args: string[]) => {
    const { status, stdout, stderr } = command(args);
    expect([status, stdout]).toEqual([2, '']);
    return stderr;
  };
  expect(refused()).toBe('lesson “” is not compile file.md, print file.json or schema\n');
  expect(refused('compile')).toBe('lesson compile takes one file; write lesson compile file.md\n');
  expect(refused('compile', join(folder, 'none.md'))).toContain('none.md does not exist; it has to be a lesson');
  expect(refused('compile', fileOf('f.md', `---\n${'x'.repeat(300_000)}`))).toContain('f.md:1: This file has over 256 kB');
});
