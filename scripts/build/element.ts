import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { notePackages } from './bundledPackages';
import { bundleClassic } from './classicBundle';

const ELEMENT_BYTES = 6000;
const HEIGHT_BYTES = 1000;

/** The custom element as one module, for the package; `frame`: where its embed.html is, seen from it. */
export async function bundleElement(frame: string): Promise<string> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [notePackages('package')],
    define: { __FRAME__: JSON.stringify(frame) },
    build: {
      write: false,
      target: 'es2022',
      copyPublicDir: false,
      modulePreload: false,
      rolldownOptions: { input: 'src/element/madLoop.ts', preserveEntrySignatures: 'strict', output: { format: 'es', codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput;
  const [script, ...others] = output;
  if (others.length > 0) throw new Error(`the element became ${output.length} files`);
  return script.code;
}

/** The custom element as a classic script: a page may load it from a host that sends no CORS header, which modules need. */
async function classicElement(): Promise<string> {
  const { code } = await bundleClassic('src/element/madLoop.ts', [], { __FRAME__: JSON.stringify('embed.html'), 'import.meta.url': 'undefined' });
  const bytes = gzipSync(code).length;
  if (bytes > ELEMENT_BYTES) throw new Error(`mad-loop.js has ${bytes} bytes (gzip), more than ${ELEMENT_BYTES}`);
  return code;
}

/** The script that fits plain iframes. */
async function bundleHeight(): Promise<string> {
  const { code } = await bundleClassic('src/host/autoHeight.ts');
  if (code.length > HEIGHT_BYTES) throw new Error(`embed-height.js has ${code.length} bytes, more than ${HEIGHT_BYTES}`);
  return code;
}

/** dist/mad-loop.js and dist/embed-height.js: what pages that embed load from us. */
export async function element(): Promise<void> {
  const [loop, height] = [await classicElement(), await bundleHeight()];
  writeFileSync('dist/mad-loop.js', loop);
  writeFileSync('dist/embed-height.js', height);
  process.stdout.write(`mad-loop.js: ${gzipSync(loop).length} bytes (gzip); embed-height.js: ${height.length} bytes\n`);
}
