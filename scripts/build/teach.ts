import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { readPacks } from '../teach/packs';
import { teachFiles } from '../teach/teachFiles';
import { bundleClassic } from './classicBundle';
import { siteUrl } from './siteUrl';

/** dist/teach/: what teachers read and print, of every lesson. */
export async function teach(): Promise<void> {
  const site = siteUrl();
  const files = new Map(teachFiles(readPacks(), site));
  if (site === null) files.set('teach/where-it-stands.js', (await bundleClassic('src/teach/whereItStands.ts')).code);
  for (const [path, text] of files) {
    const file = join('dist', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  process.stdout.write(
    `teach/: ${files.size} files${site === null ? '; SITE_URL is not set, so QR codes are drawn where the pages are opened' : ''}\n`,
  );
}
