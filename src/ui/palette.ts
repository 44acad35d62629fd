import { catalogue } from '../engine/catalogue';
import { loopNamed, treatedLoops } from '../engine/loops/named';
import { treatments } from '../engine/loops/treatments';

export type Marker = 'circle' | 'square' | 'triangle' | 'diamond' | 'cross';

/** How one loop looks everywhere: control, cloud, curve, sentence. Colour is never the only sign. */
export interface Look {
  /** for shapes: at least 3:1 on both grounds */
  readonly colour: string;
  /** for words: at least 4.5:1 on the light and on the dark ground */
  readonly inkOnLight: string;
  readonly inkOnDark: string;
  readonly marker: Marker;
  /** SVG dash array, '' = solid */
  readonly dash: string;
}

/** In the order of the registry of loops; the last ones are for loops to come. Where loops differ by what cures them, in the order of treatments. */
const LOOKS: readonly Look[] = [
  { colour: '#D55E00', inkOnLight: '#B84F00', inkOnDark: '#F08A3C', marker: 'circle', dash: '' },
  { colour: '#CC79A7', inkOnLight: '#A8487D', inkOnDark: '#DD95BC', marker: 'square', dash: '7 3' },
  { colour: '#009E73', inkOnLight: '#007A58', inkOnDark: '#2DBE93', marker: 'triangle', dash: '2 3' },
  { colour: '#A6761D', inkOnLight: '#80580F', inkOnDark: '#CFA04B', marker: 'diamond', dash: '9 3 2 3' },
  { colour: '#7570B3', inkOnLight: '#5F59A6', inkOnDark: '#A29EDB', marker: 'cross', dash: '4 2' },
  { colour: '#7D8A00', inkOnLight: '#626C00', inkOnDark: '#B3C13A', marker: 'square', dash: '6 2 2 2' },
  { colour: '#C4486B', inkOnLight: '#AD3658', inkOnDark: '#EC8AA6', marker: 'triangle', dash: '10 3' },
];

/** As in tokens.css, for what is drawn where no style sheet reaches. */
export const REAL = { colour: '#0072B2' } as const;
/** How strong a loop's colour is behind words that come again. */
export const TINT = { light: 0.2, dark: 0.34 } as const;
export const INK = { light: '#16181d', dark: '#eceef1' } as const;

export function lookOf(loop: string): Look {
  const treatment = loopNamed(loop)?.treatment;
  const index = treatment === undefined ? catalogue.loops.findIndex(({ id }) => id === loop) : treatments.findIndex(({ id }) => id === treatment);
  return LOOKS[Math.max(0, index) % LOOKS.length];
}

/** The CSS variable of a loop's colour for words (of the theme in force). */
export const inkVariable = (loop: string) => `var(--ink-${loop})`;

/** The colours of the loops as CSS variables, for the root element. */
export function paletteVariables(dark: boolean): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const { id } of [...catalogue.loops, ...treatedLoops]) {
    const look = lookOf(id);
    variables[`--loop-${id}`] = look.colour;
    variables[`--ink-${id}`] = dark ? look.inkOnDark : look.inkOnLight;
  }
  return variables;
}
