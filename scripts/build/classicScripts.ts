import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { classicFile, fileAddress } from '../../src/files/classicFiles';
import { bundleClassic, PAGE_PLUGINS } from './classicBundle';

const TENSORS = { wasm: 'src/backend/classicTensors.wasm.ts', cpu: 'src/backend/classicTensors.cpu.ts' };

/** A file of dist/embed/, as a classic script. */
export function writeFile(path: string, text: string): void {
  writeScript(path, classicFile(path, text));
}

const NOTICE = '/*! Licences of all that this holds: licences.txt, in the folder above. */\n';

function writeScript(path: string, code: string): void {
  const file = join('dist', fileAddress(path));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, code);
}

/** Styles as a sheet made by script: a content security policy without 'unsafe-inline' lets it be. */
const styleSheet = (css: string) =>
  `(()=>{const sheet=new CSSStyleSheet();sheet.replaceSync(${JSON.stringify(css)});document.adoptedStyleSheets=[...document.adoptedStyleSheets,sheet]})();`;

/** dist/embed/: the embed's app, and everything that it may want, as classic scripts. */
export async function classicScripts(): Promise<void> {
  const { code, css } = await bundleClassic('src/embed/main.tsx', PAGE_PLUGINS());
  writeScript('app.js', NOTICE + styleSheet(css) + code);
  writeFile('engine.js', (await bundleClassic('src/worker/engine.worker.ts')).code);
  for (const [rung, entry] of Object.entries(TENSORS)) writeFile(`tensors-${rung}.js`, (await bundleClassic(entry)).code);
  const wasm = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json'));
  for (const file of ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm']) {
    writeFile(file, readFileSync(join(wasm, 'dist', file), 'base64'));
  }
  for (const folder of ['digits', 'speech', 'classifier', 'texts']) {
    for (const file of readdirSync(join('public', folder), { recursive: true, encoding: 'utf8' })) {
      const path = `${folder}/${file.replaceAll('\\', '/')}`;
      if (path.endsWith('.bin')) writeFile(path, readFileSync(join('public', path), 'base64'));
    }
  }
}
