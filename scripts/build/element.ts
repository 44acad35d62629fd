import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { bundleClassic } from './classicBundle';

const ELEMENT_BYTES = 6000;
const HEIGHT_BYTES = 1000;

/** The custom element as one module; `frame`: where its embed.html is, seen from it. */
export async function bundleElement(frame: string): Promise<string> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'error',
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
  const bytes = gzipSync(script.code).length;
  if (bytes > ELEMENT_BYTES) throw new Error(`mad-loop.js has ${bytes} bytes (gzip), more than ${ELEMENT_BYTES}`);
  return script.code;
}

/** The script that fits plain iframes. */
async function bundleHeight(): Promise<string> {
  const { code } = await bundleClassic('src/host/autoHeight.ts');
  if (code.length > HEIGHT_BYTES) throw new Error(`embed-height.js has ${code.length} bytes, more than ${HEIGHT_BYTES}`);
  return code;
}

/** dist/mad-loop.js and dist/embed-height.js: what pages that embed load from us. */
export async function element(): Promise<void> {
  const [loop, height] = [await bundleElement('embed.html'), await bundleHeight()];
  writeFileSync('dist/mad-loop.js', loop);
  writeFileSync('dist/embed-height.js', height);
  process.stdout.write(`mad-loop.js: ${gzipSync(loop).length} bytes (gzip); embed-height.js: ${height.length} bytes\n`);
}
