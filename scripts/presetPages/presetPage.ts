import { parseQuery } from '../../src/engine/experimentText';
import { posterHeightOf } from '../../src/frame/heights';
import type { Preset, Published } from '../../src/presets/preset';
import { presetId } from '../../src/presets/presetId';
import { presetQuery } from '../../src/presets/presetQuery';
import { MEASURED_LEGEND, MEASUREMENTS } from '../../src/presets/readings';
import { threeDigits } from '../../src/presets/threeDigits';
import { pictureWords, planOf, thumbnailPath, thumbnailWords } from '../../src/ui/gallery/thumbnail';
import { escapeXml } from '../../src/ui/plot/xml';
import { experimentLine } from '../../src/ui/text/experimentLine';
import { parametersOf } from './parameters';
import { FRAME_WIDTH, type Shared, sharingTags } from './sharing';
import { shell } from './shell';

const HOME = '../../';
const html = escapeXml;

/** The preset's page as other sites show it. */
export const sharedPreset = (preset: Preset): Shared => ({
  id: presetId(preset),
  path: `preset/${presetId(preset)}/`,
  title: `${preset.title} · MAD Lab`,
  description: preset.look,
  alt: pictureWords(preset),
  query: presetQuery(preset),
});

function parameterTable({ query }: Preset): string {
  const rows = parametersOf(query).map(
    ({ key, label, value }) => `<tr><th scope="row">${html(label)} <code>${html(key)}</code></th><td>${html(value)}</td></tr>`,
  );
  const { experiment } = parseQuery(query);
  return `<section class="parameters">
      <h2>Parameters</h2>
      ${rows.length === 0 ? '<p>Every parameter has its default.</p>' : `<p class="mute">Those that differ from the defaults.</p>\n      <table><tbody>${rows.join('')}</tbody></table>`}
      <p class="mute">${html(experimentLine(experiment))} Seed ${experiment.seed}.</p>
    </section>`;
}

function readingsTable({ id, readings }: Published): string {
  const measured = MEASUREMENTS[id] ?? {};
  const rows = readings.flatMap(({ id: reading, what, expected = [] }) => {
    const found = measured[reading];
    if (!found) return [];
    const { value, low, high } = found;
    const spread = low === high ? 'every run' : `${threeDigits(low)} to ${threeDigits(high)}`;
    const given = expected.map(({ printed, by, apart }) => `${printed} (${by}${apart === undefined ? '' : `; ${apart}`})`).join('; ');
    return `<tr><th scope="row">${html(what)}</th><td data-of="Measured here">${html(`${threeDigits(value)} (${spread})`)}</td>${given === '' ? '<td></td>' : `<td data-of="Expected">${html(given)}</td>`}</tr>`;
  });
  const runs = measured[readings[0]?.id ?? '']?.runs ?? 0;
  return `<table class="readings"><thead><tr><th scope="col">Reading</th><th scope="col">Measured here</th><th scope="col">Expected</th></tr></thead><tbody>${rows.join('')}</tbody></table>
      <p class="mute">${html(`${runs.toLocaleString('en')} runs. ${MEASURED_LEGEND}`)}</p>`;
}

function publishedSection(published: Published): string {
  const { source, says, differs } = published;
  return `<section>
      <h2>What is known, and what we measured</h2>
      <p><strong>${html(source)}:</strong> ${html(says)}</p>
      ${differs === undefined ? '' : `<p><strong>What differs:</strong> ${html(differs)}</p>`}
      ${readingsTable(published)}
    </section>`;
}

const neighbour = (preset: Preset | undefined, rel: 'prev' | 'next'): string =>
  preset === undefined
    ? ''
    : `<a class="${rel}" rel="${rel}" href="../${presetId(preset)}/">${rel === 'prev' ? '←' : ''} ${html(preset.title)} ${rel === 'next' ? '→' : ''}</a>`;

/** One preset on a page of its own: to read, to print, to share, to run. */
export function presetPage(preset: Preset, before: Preset | undefined, after: Preset | undefined, site: string | null): string {
  const query = presetQuery(preset);
  const link = `${HOME}?${query}`;
  const shared = sharedPreset(preset);
  const view = planOf(preset).kind === 'curve' ? 'scores' : 'samples';
  const body = `    <nav class="top" aria-label="Site"><a href="${HOME}">MAD Lab</a><a href="../">All presets</a></nav>
    <main>
      <h1>${html(preset.title)}</h1>
      <p class="lead">${html(preset.look)}</p>
      <figure>
        <img src="${HOME}${thumbnailPath(preset)}" width="900" height="300" alt="${html(pictureWords(preset))}" />
        <figcaption>${html(thumbnailWords(preset))}. Drawn from a real run of exactly this preset.</figcaption>
      </figure>
      <a class="open" href="${html(link)}">Open it in MAD Lab</a>
      <p class="address">Run it: <b>${html(`${site ?? 'MAD Lab, '}?${query}`)}</b></p>
    ${preset.published ? publishedSection(preset.published) : ''}
    ${parameterTable(preset)}
      <section class="run">
        <h2>Run it here</h2>
        <iframe src="${html(`${HOME}embed.html?${query}&view=${view}`)}" title="${html(`${preset.title}: live figure`)}" height="${posterHeightOf(FRAME_WIDTH, view)}" loading="lazy"></iframe>
      </section>
    </main>
    <nav class="around" aria-label="Other presets">${neighbour(before, 'prev')}${neighbour(after, 'next')}</nav>`;
  return shell({
    title: shared.title,
    description: shared.description,
    home: HOME,
    sharing: site === null ? '' : sharingTags(site, shared),
    scripts: [`${HOME}embed-height.js`],
    body,
  });
}
