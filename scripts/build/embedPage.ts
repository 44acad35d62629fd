import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import type { Built, LoopSign, PresetCard } from '../../src/embed/built';
import { cardPath } from '../../src/embed/cards';
import type { Weights } from '../../src/embed/download';
import { catalogue } from '../../src/engine/catalogue';
import { DIGITS_14, DIGITS_28, type ImageSet, SPEECH } from '../../src/engine/datasets/imageSets';
import { parseQuery, VIEW_KEYS } from '../../src/engine/experimentText';
import { loops } from '../../src/engine/loops';
import { plainName } from '../../src/engine/names';
import { valuesIn } from '../../src/engine/query';
import { fileAddress } from '../../src/files/classicFiles';
import { experimentKeyOf, runKeyOf } from '../../src/frame/experimentKey';
import { checksum } from '../../src/frame/posterText';
import { readLessons } from '../../src/headless/lessonFiles';
import { ONE_LOOP, POSED } from '../../src/presets/posed';
import posters from '../../src/presets/posters.json';
import type { Preset } from '../../src/presets/preset';
import { presetId } from '../../src/presets/presetId';
import { pictureWords, planOf } from '../../src/ui/gallery/thumbnail';
import { lookOf, REAL } from '../../src/ui/palette';
import { TEXT_FILES } from '../../src/ui/singleFile/singlePage';
import { loopName } from '../../src/ui/text/loopNames';
import { hashOf } from '../contentPolicy';
import { startingScript, withStartingScript } from '../startingScript';
import { withTokens } from '../tokens';
import { bundleClassic } from './classicBundle';
import { writeFile } from './classicScripts';

const LIMIT_BYTES = 45_300;

const gzipped = (path: string) => gzipSync(readFileSync(join('dist', fileAddress(path)))).length;

/** What the parts of the embed weigh on the way to the reader. */
function weigh(): Weights {
  const images = (set: ImageSet) => ({
    classifier: gzipped(set.classifier),
    shard: gzipped(set.path('train', 0)),
    shards: { size: set.perShard, ...set.shards },
  });
  return {
    app: gzipped('app.js') + gzipped('engine.js'),
    tensors: gzipped('tensors-wasm.js') + gzipped('tfjs-backend-wasm-simd.wasm'),
    images: { 14: images(DIGITS_14), 28: images(DIGITS_28), speech: images(SPEECH) },
    texts: Object.fromEntries(TEXT_FILES.map((path) => [plainName(path.replace(/^.*\/|\.bin$/g, '')), gzipped(path)])),
  };
}

/** What stands under each part of a preset's picture: what tells it from the others. */
function panesOf(preset: Preset): Pick<PresetCard, 'panes' | 'generation'> {
  const plan = planOf(preset);
  if (plan.kind === 'curve') return { panes: [], generation: 0 };
  const isOneLoop = new Set(plan.panes.map(({ loop }) => loop)).size === 1;
  return {
    panes: plan.panes.map(({ loop, generation }) => (isOneLoop ? `Generation ${generation.toLocaleString('en')}` : loopName(loop))),
    generation: isOneLoop ? 0 : plan.panes[0].generation,
  };
}

function signOf({ id, name, short, parts }: (typeof loops)[number]): LoopSign {
  const { colour, inkOnLight, inkOnDark, dash } = lookOf(id);
  return { id, name, short, parts, colour, inks: [inkOnLight, inkOnDark], dash };
}

function cardOf(preset: Preset): PresetCard {
  const values = valuesIn(preset.query);
  const { seed, replicates } = parseQuery(preset.query).experiment;
  const id = presetId(preset);
  return {
    id,
    title: preset === ONE_LOOP ? '' : preset.title,
    look: preset.look,
    alt: pictureWords(preset),
    ...panesOf(preset),
    key: experimentKeyOf(values, VIEW_KEYS),
    run: runKeyOf(values, VIEW_KEYS),
    curves: (posters as Readonly<Record<string, string>>)[id] ?? '',
    replicates,
    seed,
  };
}

/**
 * No network but classic scripts of ours, which an inline script adds; WebAssembly, but no `eval`; a worker and its files from blobs.
 * `'strict-dynamic'` and not `'self'`: the origin of a sandboxed frame is nobody's, itself included.
 */
const policy = (scripts: readonly string[], style: string) =>
  [
    "default-src 'none'",
    `script-src ${scripts.map(hashOf).join(' ')} 'strict-dynamic' 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)}`,
    'img-src * data: blob:',
    'worker-src blob:',
    'connect-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** dist/embed.html: the frame page, with its style, its two scripts and the policy that allows them; beside it the cards of the presets but the first. */
export async function embedPage(): Promise<void> {
  const weights = weigh();
  const [first, ...others] = POSED.map(cardOf);
  for (const card of others) writeFile(cardPath(card.id), JSON.stringify(card));
  const built: Built = {
    cards: [first],
    elsewhere: Object.fromEntries(others.map(({ key, id }) => [checksum(key), id])),
    loops: loops.map(signOf),
    scores: Object.fromEntries([...catalogue.metrics, ...catalogue.truths].map(({ id, name, aspect }) => [id, { name, aspect }])),
    real: REAL.colour,
    viewKeys: VIEW_KEYS,
    lessons: Object.fromEntries(readLessons().map(({ lesson: { id, title, minutes } }) => [id, { title, minutes }])),
    weights,
  };
  const { code } = await bundleClassic('src/embed/facade.ts', [], { __BUILT__: JSON.stringify(built) });
  const style = withTokens(['src/ui/base.css', 'src/embed/facade.css'].map((file) => readFileSync(file, 'utf8')).join(''), 'script');
  const page = withStartingScript(readFileSync('src/embed/embed.html', 'utf8'))
    .replace('<!-- style -->', () => `<style>${style}</style>`)
    .replace('<!-- script -->', () => `<script>${code}</script>`)
    .replace('<!-- policy -->', () => `<meta http-equiv="Content-Security-Policy" content="${policy([startingScript(), code], style)}" />`);
  if (code.includes('</script')) throw new Error('the inline script would end itself');
  if (page.length > LIMIT_BYTES) throw new Error(`embed.html has ${page.length} bytes, more than ${LIMIT_BYTES}`);
  writeFileSync('dist/embed.html', page);
  process.stdout.write(`embed.html: ${page.length} bytes; app and engine ${weights.app}, tensors ${weights.tensors} bytes (gzip)\n`);
}
