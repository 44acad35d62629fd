/**
 * `npm run check:package`, after `npm run build`: packs the npm package and uses it as a stranger does, in an empty project without a
 * network: import in Node, types in a small program, the judgement of publint and attw, sizes.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';

const LIMITS = { script: 6000, packed: 12_000_000 };

const CONSUMER = `import { MadLoop, type FrameState, type GenerationDetail } from 'mad-loop';
const loop = document.createElement('mad-loop');
loop.experiment = { bias: 0.5 };
loop.addEventListener('mad-generation', ({ detail }) => {
  const { generation, scores }: GenerationDetail = detail;
  const recall: number | null = scores.recall ?? null;
  return [generation, recall];
});
export const state: Promise<FrameState> = loop.run().then(() => loop.getState());
export const picture: Promise<Blob> = loop.toBlob('image/png');
export const same: MadLoop = loop;
// @ts-expect-error no such file type
void loop.toBlob('text/html');
// @ts-expect-error it is for reading
loop.generation = 3;
`;

const REACT_CONSUMER = `import 'mad-loop/react';
export const figure = <mad-loop dataset="moons" initial-real={100} run="visible" className="wide" onmad-complete={({ detail }) => detail.generations.toFixed()} />;
// @ts-expect-error no such view
export const wrong = <mad-loop view="everything" />;
`;

const problems: string[] = [];
const say = (text: string) => process.stdout.write(`${text}\n`);

/** Runs a command of ours or npm's; what it printed. */
function run(what: string, cwd: string, command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
  say(`${status === 0 ? 'ok     ' : 'FAILED '} ${what}`);
  if (status !== 0) problems.push(`${what}:\n${stdout}${stderr}`);
  return stdout;
}

const tool = (path: string) => resolve('node_modules', path);

function checkSizes(tarball: string): void {
  const script = gzipSync(readFileSync('package/index.js')).length;
  const packed = statSync(tarball).size;
  say(`index.js ${script} bytes (gzip, limit ${LIMITS.script}); packed ${packed} bytes (limit ${LIMITS.packed})`);
  if (script > LIMITS.script || packed > LIMITS.packed) problems.push('the package is too large');
}

function checkInstalled(project: string): void {
  const installed = join(project, 'node_modules/mad-loop');
  for (const file of [
    'index.js',
    'LICENSE',
    'README.md',
    'custom-elements.json',
    'frame/embed.html',
    'frame/licences.txt',
    'frame/embed/app.js',
    'frame/embed/engine.js',
  ]) {
    if (!existsSync(join(installed, file))) problems.push(`the installed package lacks ${file}`);
  }
  const { modules } = JSON.parse(readFileSync(join(installed, 'custom-elements.json'), 'utf8'));
  const attributes: { name: string }[] = modules[0].declarations[0].attributes;
  if (!attributes.some(({ name }) => name === 'initial-real')) problems.push('custom-elements.json lacks the experiment’s keys');
}

function checkTypes(project: string): void {
  writeFileSync(join(project, 'use.ts'), CONSUMER);
  writeFileSync(join(project, 'figure.tsx'), REACT_CONSUMER);
  for (const name of ['@types/react', 'csstype']) {
    const link = join(project, 'node_modules', name);
    mkdirSync(join(link, '..'), { recursive: true });
    symlinkSync(tool(name), link, 'junction');
  }
  const compilerOptions = {
    ...{ module: 'nodenext', target: 'es2022', lib: ['es2022', 'dom', 'dom.iterable'], strict: true, noEmit: true },
    ...{ jsx: 'react-jsx', types: [], skipLibCheck: false, exactOptionalPropertyTypes: true },
  };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts', 'figure.tsx'] }));
  run('types of a small program', project, process.execPath, tool('typescript/bin/tsc'), '-p', '.');
}

run('build:package', '.', 'npm', 'run', '--silent', 'build:package');
if (problems.length > 0) {
  say(`Problem: ${problems[0]}`);
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'mad-loop-'));
try {
  const [{ filename }] = JSON.parse(run('npm pack', 'package', 'npm', 'pack', '--json', '--pack-destination', folder) || '[{}]');
  const tarball = join(folder, filename);
  const project = join(folder, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'somebody', private: true, type: 'module' }));
  run('npm install, offline', project, 'npm', 'install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball);
  checkSizes(tarball);
  checkInstalled(project);
  const program =
    "const { MadLoop } = await import('mad-loop'); await import('mad-loop/react'); if (typeof MadLoop !== 'function') throw new Error('no class')";
  run('import in Node', project, process.execPath, '--input-type=module', '-e', program);
  checkTypes(project);
  run('publint', '.', process.execPath, tool('publint/src/cli.js'), 'package', '--strict', '--pack', 'false');
  // the frame's pages are no modules
  const modules = ['--entrypoints', '.', 'react'];
  run('attw', '.', process.execPath, tool('@arethetypeswrong/cli/dist/index.js'), tarball, '--profile', 'esm-only', ...modules);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const problem of problems) say(`Problem: ${problem}`);
process.exit(problems.length > 0 ? 1 : 0);
