import { plainName } from '../engine/names';
import type { Built, LoopSign, PresetCard } from './built';

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

/** What the reader sees before anything runs: the picture of a preset's real run or, for any other experiment, a drawing of its loops. */
export function posterHtml(card: PresetCard | undefined, chosen: readonly string[], { loops, real: blue }: Built): string {
  if (card) return `<img src="./presets/${card.id}.svg" width="900" height="300" alt="${card.alt}">`;
  const signs = loops.filter(({ id }) => chosen.length === 0 || chosen.includes(plainName(id)));
  const width = signs.length * CELL;
  const label = signs.map((sign) => `${sign.name}: a model trains on its own samples, and on real data ${realWords(sign)}`).join('. ');
  return `<svg viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}" role="img" aria-label="${label}.">${signs.map((sign, at) => cell(sign, at, blue)).join('')}</svg>`;
}
