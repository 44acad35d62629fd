import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fitMixture } from './fit';
import { readJsonObject } from './inputFile';
import { createNodeHost } from './nodeHost';
import { score } from './score';
import { text as textCommand } from './text';

// commands start in a second or two, on a busy machine in ten
const root = fileURLToPath(new URL('../..', import.meta.url));
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');
const commandsIn = (path: string) => [...textOf(path).matchAll(/^npm run --silent (?:simulate|score|fit|text) -- .*$/gm)].map(([line]) => line);

describe('the examples', () => {
  it('of docs/commands.md print what stands there', async () => {
    const blocks = [...textOf('docs/commands.md').matchAll(/```json\n(.*)\n```/g)].map(([, json]) => json);
    const [scored, fitted, symbols] = await Promise.all(
      ['score', 'fit', 'text'].map((name) => readJsonObject(join(root, `docs/examples/${name}.json`))),
    );
    const printed = [score(scored), await fitMixture(fitted, createNodeHost('auto')), textCommand(symbols)];
    expect(blocks).toEqual(printed.map((sheet) => JSON.stringify(sheet)));
  });

  it('of the README and of docs/commands.md run as they are pasted', () => {
    const commands = new Set([...commandsIn('README.md'), ...commandsIn('docs/commands.md')]);
    expect(commands.size).toBe(5);
    // a checkout of its own, for one of them writes a file
    const cwd = mkdtempSync(join(tmpdir(), 'mad-'));
    for (const name of ['package.json', 'tsconfig.json', 'node_modules', 'src', 'public', 'docs']) symlinkSync(join(root, name), join(cwd, name));
    for (const line of commands) {
      const { status, stdout } = spawnSync('sh', ['-c', line], { cwd, encoding: 'utf8' });
      expect(status, line).toBe(0);
      const out = /--out (\S+)/.exec(line)?.[1];
      const lines = (out === undefined ? stdout : readFileSync(join(cwd, out), 'utf8')).trimEnd().split('\n');
      for (const text of lines) expect(JSON.parse(text), line).toBeTypeOf('object');
    }
  });
});
