import { generationsOf, type Poster, type PosterChart } from '../frame/posterText';
import { tickText } from '../ui/charts/axis';
import { spread } from '../ui/charts/geometry';
import type { Built, LoopSign } from './built';

/** The plot's own square, stretched to the room that it has. */
const SIDE = 1000;
/** Between the names at the ends of the lines, of the plot's height. */
const GAP = 150;

const placeOf = (generation: number, generations: number) => (generations > 1 ? Math.round(((generation - 1) / (generations - 1)) * SIDE) : 0);
const percent = (y: number) => `${(y / SIDE) * 100}%`;

/** A line through the values that there are. */
function lineOf(curve: readonly (number | null)[], { last, generations }: Poster): string {
  const at = generationsOf(last, curve.length).map((generation) => placeOf(generation, generations));
  let isOpen = false;
  let line = '';
  for (const [i, share] of curve.entries()) {
    if (share !== null) line += `${isOpen ? 'L' : 'M'}${at[i]} ${Math.round((1 - share) * SIDE)}${isOpen ? '' : 'h0'}`;
    isOpen = share !== null;
  }
  return line;
}

const words = (attributes: string, text: string) => `<text ${attributes} dy=".35em">${text}</text>`;

function namesHtml(chart: PosterChart, signs: readonly LoopSign[]): string {
  const ends = chart.curves.map((curve) => (1 - (curve.findLast((share) => share !== null) ?? 0)) * SIDE);
  const places = spread(ends, GAP, 0, SIDE);
  return signs.map(({ id, short }, i) => words(`x="6" y="${percent(places[i])}" fill="var(--ink-${id})"`, short)).join('');
}

/** A score's real curves: axis, lines, and their names. */
function chartHtml(chart: PosterChart, poster: Poster, signs: readonly LoopSign[], scores: Built['scores']): string {
  const { score, axis, curves } = chart;
  const { name, aspect } = scores[score];
  const { last, generations } = poster;
  const ticks = axis.domain.map((value, i) => words(`x="100%" y="${i === 0 ? 100 : 0}%" text-anchor="end"`, tickText(value, { ...axis, ticks: [] })));
  const lines = signs.map(
    ({ colour, dash }, i) => `<path d="${lineOf(curves[i], poster)}" stroke="${colour}"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`,
  );
  const label = `${name} of ${signs.map((sign) => sign.name.toLowerCase()).join(', ')}, generations 1 to ${last}`;
  return `<figure class="chart"><figcaption><b>${name}</b>${aspect === '' ? '' : ` ${aspect}`}</figcaption>
<div class="plot" role="img" aria-label="${label}"><svg class="words">${ticks.join('')}</svg>
<svg viewBox="0 0 ${SIDE} ${SIDE}" preserveAspectRatio="none"><path class="rule" d="M0 0H${SIDE}M0 ${SIDE}H${SIDE}"/>${lines.join('')}</svg>
<svg class="words names">${namesHtml(chart, signs)}</svg>
<p><span>1</span><span>generation ${generations}</span></p></div></figure>`;
}

/** All charts of a poster that the build knows words for. */
export const chartsHtml = (poster: Poster, most: number, signs: readonly LoopSign[], { scores }: Built): string[] =>
  poster.charts
    .filter(({ score }) => score in scores)
    .slice(0, most)
    .map((chart) => chartHtml(chart, poster, signs, scores));
