/** `npm run build:package`, after `npm run build`: writes package/, the npm package `mad-loop`. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { bundleElement } from './build/element';
import { manifest } from './package/manifest';

const PACKAGE = 'package';
const TYPES = 'node_modules/.mad-loop-types';
/** What embed.html shows and loads, as far as the build has made it. */
const FRAME = ['embed.html', 'embed', 'presets', 'licences.txt'];

/** The declarations of the element, as the compiler writes them, with file names that Node's resolution takes. */
function declarations(): void {
  rmSync(TYPES, { recursive: true, force: true });
  mkdirSync(TYPES, { recursive: true });
  const compilerOptions = { noEmit: false, declaration: true, emitDeclarationOnly: true, outDir: '.', rootDir: '../../src', types: ['vite/client'] };
  const files = ['madLoop', 'react'].map((name) => `../../src/element/${name}.ts`);
  writeFileSync(join(TYPES, 'tsconfig.json'), JSON.stringify({ extends: '../../tsconfig.json', compilerOptions, files, include: [] }));
  const { status, stdout } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', TYPES], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The declarations could not be written.\n${stdout}`);
  for (const [from, to] of [
    ['madLoop', 'index'],
    ['types', 'types'],
    ['keyAttributes', 'keyAttributes'],
    ['react', 'react'],
  ]) {
    const text = readFileSync(join(TYPES, `element/${from}.d.ts`), 'utf8');
    writeFileSync(
      join(PACKAGE, `${to}.d.ts`),
      text.replaceAll("'./madLoop'", "'./index.js'").replaceAll(/'\.\/(types|keyAttributes)'/g, "'./$1.js'"),
    );
  }
}

function description(): object {
  const { version, license } = JSON.parse(readFileSync('package.json', 'utf8'));
  return {
    name: 'mad-loop',
    version,
    description: '<mad-loop>: a live figure of generative models that are trained on what generative models made.',
    license,
    keywords: ['custom-element', 'web-components', 'model-collapse', 'generative-models', 'simulation'],
    type: 'module',
    main: './index.js',
    types: './index.d.ts',
    exports: {
      '.': { types: './index.d.ts', default: './index.js' },
      './react': { types: './react.d.ts', default: './index.js' },
      './custom-elements.json': './custom-elements.json',
      './frame/*': './frame/*',
      './package.json': './package.json',
    },
    files: ['index.js', '*.d.ts', 'frame', 'custom-elements.json'],
    // importing it defines the element
    sideEffects: ['./index.js'],
    customElements: 'custom-elements.json',
    peerDependencies: { '@types/react': '>=19' },
    peerDependenciesMeta: { '@types/react': { optional: true } },
  };
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

rmSync(PACKAGE, { recursive: true, force: true });
mkdirSync(join(PACKAGE, 'frame'), { recursive: true });
writeFileSync(join(PACKAGE, 'package.json'), json(description()));
writeFileSync(join(PACKAGE, 'custom-elements.json'), json(manifest()));
writeFileSync(join(PACKAGE, 'index.js'), await bundleElement('frame/embed.html'));
declarations();
cpSync('LICENSE', join(PACKAGE, 'LICENSE'));
cpSync('scripts/package/README.md', join(PACKAGE, 'README.md'));
const missing = FRAME.filter((path) => !existsSync(join('dist', path)));
for (const path of FRAME) if (!missing.includes(path)) cpSync(join('dist', path), join(PACKAGE, 'frame', path), { recursive: true });
process.stdout.write(
  missing.length > 0 ? `package/ has no frame yet: dist/ lacks ${missing.join(', ')}, so run \`npm run build\` first.\n` : 'package/ is complete.\n',
);
process.exit(0);
