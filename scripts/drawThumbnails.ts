/**
 * `npm run thumbnails [-- id …]`: runs these presets, or all (ten minutes), and draws the gallery's pictures into public/presets. The same
 * run gives the same picture on every computer; run it when a preset changes, or what its run shows.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { presetId } from '../src/presets/presetId';
import { PRESETS } from '../src/presets/presets';
import { thumbnailPath } from '../src/ui/gallery/thumbnail';
import { runForThumbnail } from './thumbnailRun';
import { thumbnailSvg } from './thumbnailSvg';

const PUBLIC = new URL('../public/', import.meta.url);

const ids = process.argv.slice(2);
const unknown = ids.filter((id) => !PRESETS.some((preset) => presetId(preset) === id));
if (unknown.length > 0) throw new Error(`No preset is called ${unknown.join(', ')}. Known: ${PRESETS.map(presetId).join(', ')}.`);

const folder = new URL('presets/', PUBLIC);
mkdirSync(folder, { recursive: true });
for (const file of readdirSync(folder).filter((name) => name.endsWith('.svg')))
  if (!PRESETS.some((preset) => thumbnailPath(preset) === `presets/${file}`)) rmSync(new URL(file, folder));
for (const preset of PRESETS.filter((candidate) => ids.length === 0 || ids.includes(presetId(candidate)))) {
  const start = performance.now();
  const svg = thumbnailSvg(preset, await runForThumbnail(preset));
  writeFileSync(new URL(thumbnailPath(preset), PUBLIC), svg);
  process.stdout.write(`${thumbnailPath(preset)}: ${svg.length} bytes, ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
}
process.exit(0);
