import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { parseQuery } from '../../src/engine/experimentText';
import { PRESETS } from '../../src/presets/presets';
import { scoresOf } from '../../src/store/looks';
import { hashOf, withPolicy } from '../contentPolicy';
import { withTokens } from '../tokens';

const SOURCE = 'src/check';
/** They stand in the page one behind the other. */
const SCRIPTS = ['report', 'tries', 'engine', 'check'];
/** As a lesson on digits has them. */
const DIGITS = 'model=vae&resolution=14&initialReal=1000&synthetic=1000&loop=fully-synthetic&generations=2';

/** It loads what the page itself would load, and nothing else. */
const POLICY = (scripts: readonly string[], style: string) => [
  "default-src 'none'",
  `script-src 'self' 'wasm-unsafe-eval' ${scripts.map(hashOf).join(' ')}`,
  `style-src ${hashOf(style)}`,
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** The one file of dist/assets with such a name. */
function assetNamed(pattern: RegExp): string {
  const found = readdirSync('dist/assets').filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`dist/assets has ${found.length} files like ${pattern}, and the check of a computer needs one`);
  return `assets/${found[0]}`;
}

/** As the page orders a run: with the scores that it tells of, and no others. */
function orderOf(query: string) {
  const { experiment } = parseQuery(query);
  return { experiment, scores: scoresOf(experiment, []) };
}

/** dist/check.html: tries another computer, with as little as an old or locked browser may have; beside it a module, to see whether it comes. */
export async function checkPage(): Promise<void> {
  const [first] = PRESETS;
  const points = orderOf(first.query);
  const about = {
    worker: assetNamed(/^engine\.worker-.*\.js$/),
    wasm: { simd: assetNamed(/^tfjs-backend-wasm-simd-.*\.wasm$/), plain: assetNamed(/^tfjs-backend-wasm-(?!simd).*\.wasm$/) },
    data: 'digits/14/train-00.bin',
    points: { ...points, title: first.title, generations: points.experiment.generations },
    digits: orderOf(DIGITS),
  };
  const style = withTokens(readFileSync(`${SOURCE}/check.css`, 'utf8'), 'system');
  const script = SCRIPTS.map((name) => readFileSync(`${SOURCE}/${name}.js`, 'utf8')).join('\n');
  const page = readFileSync(`${SOURCE}/check.html`, 'utf8')
    .replace('<!-- style -->', () => `<style>${style}</style>`)
    .replace('<!-- data -->', () => `<script type="application/json" id="about">${JSON.stringify(about).replaceAll('<', '\\u003c')}</script>`)
    .replace('<!-- script -->', () => `<script>${script}</script>`);
  if (script.includes('</script')) throw new Error('the inline script would end itself');
  writeFileSync('dist/check.html', withPolicy(page, POLICY([script], style)));
  writeFileSync('dist/check-module.js', readFileSync(`${SOURCE}/module.js`));
  process.stdout.write(`check.html: ${page.length} bytes\n`);
}
