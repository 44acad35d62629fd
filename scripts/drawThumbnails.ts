/**
 * `npm run thumbnails [-- id …]`: runs these presets, or all (ten minutes), and draws the gallery's pictures into public/presets, and the
 * curves of embeds' posters into src/presets/posters.json. The same run gives the same picture on every computer; run it when a preset
 * changes, or what its run shows.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { POSED } from '../src/presets/posed';
import { presetId } from '../src/presets/presetId';
import { thumbnailPath } from '../src/ui/gallery/thumbnail';
import { thumbnailPoster } from './thumbnailPoster';
import { runForThumbnail } from './thumbnailRun';
import { thumbnailSvg } from './thumbnailSvg';

const PUBLIC = new URL('../public/', import.meta.url);
const POSTERS = new URL('../src/presets/posters.json', import.meta.url);

const ids = process.argv.slice(2);
const unknown = ids.filter((id) => !POSED.some((preset) => presetId(preset) === id));
if (unknown.length > 0) throw new Error(`No preset is called ${unknown.join(', ')}. Known: ${POSED.map(presetId).join(', ')}.`);

const folder = new URL('presets/', PUBLIC);
mkdirSync(folder, { recursive: true });
for (const file of readdirSync(folder).filter((name) => name.endsWith('.svg')))
  if (!POSED.some((preset) => thumbnailPath(preset) === `presets/${file}`)) rmSync(new URL(file, folder));
const posters: Record<string, string> = JSON.parse(readFileSync(POSTERS, 'utf8'));
for (const preset of POSED.filter((candidate) => ids.length === 0 || ids.includes(presetId(candidate)))) {
  const start = performance.now();
  const run = await runForThumbnail(preset);
  const svg = thumbnailSvg(preset, run);
  writeFileSync(new URL(thumbnailPath(preset), PUBLIC), svg);
  posters[presetId(preset)] = thumbnailPoster(preset, run);
  process.stdout.write(`${thumbnailPath(preset)}: ${svg.length} bytes, ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
}
const known = POSED.map(presetId).filter((id) => id in posters);
writeFileSync(POSTERS, `${JSON.stringify(Object.fromEntries(known.map((id) => [id, posters[id]])), null, 2)}\n`);
process.exit(0);
