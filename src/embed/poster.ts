import { plainName } from '../engine/names';
import { thousands } from '../format';
import { experimentKeyOf, namesIn, runKeyOf } from '../frame/experimentKey';
import type { Shown } from '../frame/heights';
import { LONGEST_POSTER, type Poster, readPoster } from '../frame/posterText';
import type { Built, LoopSign, PresetCard } from './built';
import { chartsHtml } from './posterChart';

/** Words at the arrow from the real data. */
function realWords({ parts }: LoopSign): string {
  if (!parts.includes('fresh')) return parts.includes('initial') ? 'the same ones each time' : 'once';
  return parts.includes('initial') ? 'old and new ones' : 'new ones each time';
}

const CELL = 300;
const HEIGHT = 250;

/** One loop: real data into the model, samples of the model back into its training. */
function cell(sign: LoopSign, at: number, blue: string): string {
  const { name, colour } = sign;
  const words = realWords(sign);
  const x = at * CELL;
  const centre = x + CELL / 2;
  return `<g font-family="system-ui, sans-serif" font-size="14" text-anchor="middle" fill="currentColor">
<text x="${centre}" y="20" font-size="16" font-weight="600" class="ink">${name}</text>
<rect x="${centre - 50}" y="40" width="100" height="34" rx="4" fill="none" stroke="${blue}" stroke-width="2"/>
<text x="${centre}" y="62">real data</text>
<path d="M${centre} 74V118" stroke="${blue}" stroke-width="2" fill="none" ${words === 'once' ? 'stroke-dasharray="5 4"' : ''}/>
<path d="M${centre - 5} 112L${centre} 121L${centre + 5} 112z" fill="${blue}"/>
<text x="${centre + 8}" y="100" text-anchor="start" font-size="13">${words}</text>
<rect x="${centre - 50}" y="124" width="100" height="34" rx="4" fill="none" stroke="${colour}" stroke-width="2"/>
<text x="${centre}" y="146">model</text>
<path d="M${centre - 18} 158C${centre - 18} 215 ${centre + 18} 215 ${centre + 18} 166" fill="none" stroke="${colour}" stroke-width="3"/>
<path d="M${centre + 12} 171L${centre + 18} 161L${centre + 24} 171z" fill="${colour}"/>
<text x="${centre}" y="226">its own samples</text>
</g>`;
}

/** Each loop of the experiment, as a drawing. */
function drawing(signs: readonly LoopSign[], blue: string): string {
  const width = signs.length * CELL;
  const label = signs.map((sign) => `${sign.name}: a model trains on its own samples, and on real data ${realWords(sign)}`).join('. ');
  return `<svg viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}" role="img" aria-label="${label}.">${signs.map((sign, at) => cell(sign, at, blue)).join('')}</svg>`;
}

const samples = ({ id, alt, panes }: PresetCard): string =>
  `<img src="./presets/${id}.svg" width="900" height="300" alt="${alt}"><p>${panes.map((words) => `<span>${words}</span>`).join('')}</p>`;

interface Curves {
  readonly poster: Poster;
  /** of which run they are */
  readonly words: string;
  /** of the link, and not of its preset */
  readonly areOwn: boolean;
}

/** Real curves of this very run, from its preset or its link; of another run of the preset they say which one. */
function curvesOf(card: PresetCard | undefined, query: ReadonlyMap<string, string>, loops: number, viewKeys: readonly string[]): Curves | null {
  const run = runKeyOf(query, viewKeys);
  const linked = query.get('poster') ?? '';
  const own = linked.length <= LONGEST_POSTER ? readPoster(linked, run, loops) : null;
  if (own && card?.run !== run) return { poster: own, words: 'Drawn from a real run with these settings.', areOwn: true };
  const poster = card ? readPoster(card.curves, card.run, loops) : null;
  if (!card || !poster) return null;
  const runs = card.replicates > 1 ? `the median of ${card.replicates} real runs` : 'a real run';
  const which = card.run === run ? '' : `, with seed ${card.seed} and ${thousands(poster.generations)} generations`;
  return { poster, words: `Drawn from ${runs}${which}.`, areOwn: false };
}

export interface PosterParts {
  readonly card: PresetCard | undefined;
  /** what the picture is */
  readonly picture: 'samples' | 'curve' | 'curves' | 'drawing';
  readonly html: string;
  /** curves below the picture, '' = none */
  readonly below: string;
  /** of which run all that is, '' where it is of none */
  readonly words: string;
}

/** Of which run the curves are, and of which generation, or of which other run, the samples of `card`. */
function wordsOf(curves: Curves | null, card: PresetCard | null, hasCurves: boolean): string {
  if (!card) return hasCurves ? (curves?.words ?? '') : '';
  const at = card.generation > 0 ? `generation ${card.generation}` : '';
  if (!curves?.areOwn) return `${curves?.words ?? 'Drawn from a real run.'}${at && ` Samples of ${at}.`}`;
  const of = `The samples are of the preset’s own run: seed ${card.seed}${at && `, ${at}`}.`;
  return hasCurves ? `The curves are of a real run with these settings. ${of}` : of;
}

/** What the reader sees before anything runs: samples and curves of a real run or, where none is known, a drawing of the loops. */
export function posterParts(query: ReadonlyMap<string, string>, shown: Shown, built: Built): PosterParts {
  const key = experimentKeyOf(query, built.viewKeys);
  const card = built.cards.find((candidate) => candidate.key === key);
  const chosen = namesIn(query, 'loop');
  const signs = built.loops.filter(({ id }) => chosen.length === 0 || chosen.includes(plainName(id)));
  const curves = curvesOf(card, query, signs.length, built.viewKeys);
  const hasSamples = card !== undefined && card.panes.length > 0 && shown !== 'scores';
  const charts = curves && (shown !== 'samples' || (card && !hasSamples)) ? chartsHtml(curves.poster, shown === 'scores' ? 4 : 1, signs, built) : [];
  const words = wordsOf(curves, hasSamples ? card : null, charts.length > 0);
  if (hasSamples) return { card, picture: 'samples', html: samples(card), below: charts.join(''), words };
  if (charts.length > 0) return { card, picture: charts.length === 1 ? 'curve' : 'curves', html: charts.join(''), below: '', words };
  return { card, picture: 'drawing', html: drawing(signs, built.real), below: '', words };
}
