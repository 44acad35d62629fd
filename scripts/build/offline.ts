import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { bundleClassic } from './classicBundle';

/** Frames, the check of a computer, the one-file page, the article and pictures for other sites are for readers with a network; READMEs are for people who look; what teachers print holds keys. */
const LEFT_OUT =
  /^(check(-module)?\.(html|js)|embed\.html|embed\/|mad-lab\.html|mad-loop\.js|embed-height\.js|article\/|teach\/|oembed\/|presets\/og\/|sw\.js|.*README\.md$)/;
/** What the page gathers for "one HTML file", which is to work without a network as well. */
const FOR_ONE_FILE = /^embed\/(tensors-wasm\.js|tfjs-backend-wasm(-simd)?\.wasm\.js)$/;

const BYTES_META = /\n? *<meta name="mad-lab-offline-bytes" content="\d+" \/>/;
/** Digits of the number in the page, so that writing it down doesn't change it. */
const BYTES_DIGITS = 9;

/** Files of the built folder that the service worker stores, in the order of their names. */
export const keptPaths = (paths: readonly string[]): string[] => paths.filter((path) => !LEFT_OUT.test(path) || FOR_ONE_FILE.test(path)).toSorted();

/** What is written into the page: the bytes that keeping it takes. */
export function withBytes(page: string, bytes: number): string {
  const meta = `\n    <meta name="mad-lab-offline-bytes" content="${String(bytes).padStart(BYTES_DIGITS, '0')}" />`;
  return page.replace(BYTES_META, '').replace('<meta charset="utf-8" />', (charset) => `${charset}${meta}`);
}

function entryOf(path: string): { url: string; revision: string; integrity?: string; bytes: number } {
  const content = readFileSync(join('dist', path));
  const digest = createHash('sha256').update(content).digest();
  const kept = { url: path, revision: digest.toString('hex').slice(0, 16), bytes: content.length };
  // a network's sign-in page instead of a file must not be kept; servers that rewrite pages may
  return path.endsWith('.html') ? kept : { ...kept, integrity: `sha256-${digest.toString('base64')}` };
}

/** @param files that it keeps */
export const bundleWorker = (files: readonly object[]) =>
  bundleClassic('src/offline/sw.ts', [], { __KEPT_FILES__: JSON.stringify(files), 'process.env.NODE_ENV': '"production"' });

/** dist/sw.js with the list of all files that it keeps, and their bytes in dist/index.html. The last step: it looks at what the others made. */
export async function offline(): Promise<void> {
  const paths = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join('dist', path)).isFile());
  const kept = keptPaths(paths.map((path) => path.replaceAll('\\', '/')));
  const page = readFileSync('dist/index.html', 'utf8');
  writeFileSync('dist/index.html', withBytes(page, 0));
  const total = kept.reduce((sum, path) => sum + statSync(join('dist', path)).size, 0);
  writeFileSync('dist/index.html', withBytes(page, total));
  const { code } = await bundleWorker(kept.map(entryOf));
  writeFileSync('dist/sw.js', code);
  process.stdout.write(`sw.js: ${code.length} bytes; keeps ${kept.length} files, ${(total / 1e6).toFixed(1)} MB\n`);
}
