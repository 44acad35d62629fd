import type { Preset } from '../../src/presets/preset';
import { presetId } from '../../src/presets/presetId';
import { GALLERY } from '../../src/ui/gallery/groups';
import { thumbnailPath, thumbnailWords } from '../../src/ui/gallery/thumbnail';
import { escapeXml as html } from '../../src/ui/plot/xml';
import { shell } from './shell';

const TITLE = 'Presets · MAD Lab';
const ABOUT = 'Experiments to run in your browser: what happens to generative models that are trained on what generative models made.';

const card = (preset: Preset) => `<li>
            <img src="../${thumbnailPath(preset)}" width="900" height="300" alt="" loading="lazy" />
            <a href="${presetId(preset)}/">${html(preset.title)}</a>
            <p>${html(preset.look)}</p>
            <p class="mute">${html(thumbnailWords(preset))}</p>
          </li>`;

/** All presets on one page, each with its picture and a link to its own. */
export function indexPage(site: string | null): string {
  const groups = GALLERY.map(
    ({ name, about, presets }) => `<section>
        <h2>${html(name)}</h2>
        <p class="mute">${html(about)}</p>
        <ul class="cards">
          ${presets.map(card).join('\n          ')}
        </ul>
      </section>`,
  );
  return shell({
    title: TITLE,
    description: ABOUT,
    home: '../',
    sharing: site === null ? '' : `<link rel="canonical" href="${html(`${site}preset/`)}" />`,
    body: `    <nav class="top" aria-label="Site"><a href="../">MAD Lab</a></nav>
    <main>
      <h1>Presets</h1>
      <p class="lead">${html(ABOUT)} Every picture comes from a real run.</p>
      ${groups.join('\n      ')}
    </main>`,
  });
}
