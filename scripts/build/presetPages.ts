import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { PRESETS } from '../../src/presets/presets';
import { indexPage } from '../presetPages/indexPage';
import { presetPage, sharedPreset } from '../presetPages/presetPage';
import { oEmbed, type Shared, sharingTags } from '../presetPages/sharing';
import { siteUrl } from './siteUrl';

/** The page itself as other sites show it; its words are those of index.html. */
function sharedHome(page: string): Shared {
  const found = (pattern: RegExp) => pattern.exec(page)?.[1] ?? '';
  return {
    id: 'mad-lab',
    path: '',
    title: found(/<title>([^<]*)<\/title>/),
    description: found(/<meta\s+name="description"\s+content="([^"]*)"/),
    alt: 'What three loops make of a ring of eight modes after 50 generations',
    query: 'v=1',
  };
}

const TAGS = /\n? *<!-- shared -->.*<!-- \/shared -->/s;

/** Once, however often the step is run. */
const withTags = (page: string, tags: string): string =>
  page.replace(TAGS, '').replace('\n  </head>', () => `\n    <!-- shared -->\n    ${tags}\n    <!-- /shared -->\n  </head>`);

/** All files of the step by their path in dist. */
export function presetFiles(page: string, site: string | null): ReadonlyMap<string, string> {
  const files = new Map([['preset/index.html', indexPage(site)]]);
  for (const [i, preset] of PRESETS.entries()) {
    files.set(`${sharedPreset(preset).path}index.html`, presetPage(preset, PRESETS[i - 1], PRESETS[i + 1], site));
  }
  if (site === null) return files;
  const home = sharedHome(page);
  files.set('index.html', withTags(page, sharingTags(site, home)));
  for (const shared of [home, ...PRESETS.map(sharedPreset)])
    files.set(`oembed/${shared.id}.json`, `${JSON.stringify(oEmbed(site, shared), null, 2)}\n`);
  return files;
}

/** dist/preset/: a page for each preset, and with a site's address what other sites need to show them. */
export async function presetPages(): Promise<void> {
  const site = siteUrl();
  const files = presetFiles(readFileSync('dist/index.html', 'utf8'), site);
  for (const [path, text] of files) {
    const file = join('dist', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  process.stdout.write(
    site === null
      ? 'preset pages: SITE_URL is not set, so canonical links, Open Graph and oEmbed are left out\n'
      : `preset pages: canonical links, Open Graph and oEmbed for ${site}\n`,
  );
}
