import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { IMAGE_SETS } from '../../src/engine/datasets/imageSets';
import { classicFile, fileAddress } from '../../src/files/classicFiles';
import { filesOf, fillPage, type SingleFile, TEXT_FILES, WHOLE_FILE_MB } from '../../src/ui/singleFile/singlePage';
import { withStartingScript } from '../startingScript';
import { bundleClassic, PAGE_PLUGINS } from './classicBundle';
import { siteUrl } from './siteUrl';

/** Nothing comes over a network, whatever the file is opened from. */
const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' 'wasm-unsafe-eval' blob:",
  "style-src 'unsafe-inline'",
  'img-src data: blob:',
  'worker-src blob:',
  'connect-src blob:',
].join('; ');

/** A script that stands in a page must not end itself. (Both only occur within texts and patterns, where a backslash changes nothing.) */
const inPage = (code: string) => code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');

const read = (path: string) => readFileSync(join('dist', path), 'utf8');

/**
 * dist/single/page.html: the whole page in one file, which the page fills with an experiment and the files that it needs; and
 * dist/mad-lab.html: the same with all files, for a stick.
 */
export async function singleFile(): Promise<void> {
  const { code, css } = await bundleClassic('src/main.tsx', PAGE_PLUGINS());
  const icon = `data:image/svg+xml;base64,${readFileSync('public/favicon.svg', 'base64')}`;
  const pictures = readdirSync('public/presets').filter((file) => file.endsWith('.svg'));
  const carried = pictures.map((file) => classicFile(`presets/${file}`, readFileSync(join('public/presets', file), 'base64')));
  const skeleton = withStartingScript(readFileSync('index.html', 'utf8'))
    .replace(/<noscript><link[^>]*><\/noscript>\n/, '')
    .replace(/<link rel="(?!icon)[^>]*>\n/g, '')
    .replace('href="./favicon.svg"', `href="${icon}"`)
    .replace(
      '<meta charset="utf-8" />',
      () => `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />\n    <!-- mad-lab -->`,
    )
    .replace(/<script type="module".*<\/script>/, '<!-- files -->\n<!-- code -->');
  if (skeleton.includes('type="module"') || !/<!-- mad-lab -->.*<\/head>.*<!-- code -->/s.test(skeleton)) {
    throw new Error('index.html has changed: the single file would not work');
  }
  const scripts = [...carried, read(fileAddress('engine.js')), inPage(code)].map((text) => `<script>${text}</script>`).join('\n');
  const licences = `<script type="text/plain" id="licences">\n${inPage(read('licences.txt'))}</script>`;
  const page = skeleton.replace('</head>', () => `<style>${css}</style></head>`).replace('<!-- code -->', () => `${scripts}\n${licences}`);
  mkdirSync('dist/single', { recursive: true });
  writeFileSync('dist/single/page.html', page);

  const files = [...filesOf(IMAGE_SETS), ...TEXT_FILES, 'tensors-cpu.js'].map((path) => read(fileAddress(path)));
  const all: SingleFile = { query: '', text: '', home: siteUrl() ?? '', files };
  const whole = fillPage(page, all);
  const megabytes = Math.round(whole.length / 1e6);
  if (megabytes !== WHOLE_FILE_MB)
    throw new Error(`mad-lab.html has ${megabytes} MB, and the page says ${WHOLE_FILE_MB}: correct src/ui/singleFile/singlePage.ts`);
  writeFileSync('dist/mad-lab.html', whole);
  process.stdout.write(`single/page.html: ${page.length} bytes; mad-lab.html: ${whole.length} bytes\n`);
}
