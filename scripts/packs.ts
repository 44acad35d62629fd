/**
 * `npm run packs [-- --lesson cure] [--site https://example.org/mad-lab/]`: the teacher's pack of each lesson as one zip in packs/, with every page as
 * HTML and as PDF for A4 and Letter, and the sheets as Markdown. SITE_URL, or --site, is where the class opens MAD Lab: it stands in links and codes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';
import { siteUrl } from './build/siteUrl';
import { readPacks } from './teach/packs';
import { MOST_PAGES, pagesIn, printAll } from './teach/print';
import { packFiles } from './teach/teachFiles';

/** The same bytes whenever they are packed: zip's own first day. */
const DATE = '1980-01-02';

const { values } = parseArgs({ options: { lesson: { type: 'string' }, site: { type: 'string' } } });
const site = siteUrl(values.site ?? process.env.SITE_URL);
const all = readPacks();
const packs = values.lesson === undefined ? all : all.filter(({ lesson }) => lesson.id === values.lesson);
if (packs.length === 0) throw new Error(`There is no lesson “${values.lesson}”. Lessons: ${all.map(({ lesson }) => lesson.id).join(', ')}.`);
if (site === null) process.stdout.write('No address is known, so sheets have no QR code: say --site https://… where your class opens MAD Lab.\n');

mkdirSync('packs', { recursive: true });
for (const pack of packs) {
  const { id } = pack.lesson;
  const files = packFiles(pack, site);
  const pages = new Map([...files].filter(([name]) => name.endsWith('.html')));
  const content: Record<string, Uint8Array> = {};
  for (const [name, text] of files) content[`${id}/${name}`] = new TextEncoder().encode(text);
  await printAll(pages, (name, size, pdf) => {
    const most = MOST_PAGES[name.replace(/^.*\//, '')];
    const count = pagesIn(pdf);
    if (count === 0 || (most !== undefined && count > most))
      throw new Error(`${id}/${name} has ${count} pages on ${size}, and at most ${most} are meant`);
    content[`${id}/${name.replace(/[^/]*$/, (file) => `${size}-${file.replace('.html', '.pdf')}`)}`] = pdf;
  });
  const zip = zipSync(content, { mtime: DATE, level: 9 });
  writeFileSync(`packs/${id}.zip`, zip);
  process.stdout.write(`packs/${id}.zip: ${Object.keys(content).length} files, ${(zip.length / 1e6).toFixed(1)} MB\n`);
}
