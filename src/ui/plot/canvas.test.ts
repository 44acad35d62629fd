import { expect, it } from 'vitest';
import type { ShownPoints } from '../../engine/kinds/points';
import type { Preview } from '../../protocol/messages';
import { pointsView } from '../kinds/points/view';
import { lookOf } from '../palette';
import { paintPrimitives } from './canvas';
import { print } from './print';

/** A context that notes which places its paths lead to, and with which ink they are drawn. */
function noting() {
  const notes: string[] = [];
  let places: string[] = [];
  const at = (x: number, y: number) => void places.push(`${Number(x.toFixed(1))} ${Number(y.toFixed(1))}`);
  const done = (ink: unknown) => void notes.push(`${ink}: ${places.join(', ')}`);
  const context = {
    fillStyle: '',
    strokeStyle: '',
    beginPath() {
      places = [];
    },
    moveTo: at,
    lineTo: at,
    arc: () => {},
    ellipse: at,
    closePath: () => {},
    fill: () => done(context.fillStyle),
    stroke: () => done(context.strokeStyle),
    strokeText: (text: string) => void notes.push(`halo ${text} ${context.strokeStyle}`),
    fillText: (text: string) => void notes.push(`text ${text} ${context.fillStyle}`),
  };
  return { context: context as unknown as CanvasRenderingContext2D, notes };
}

const samples: ShownPoints = {
  kind: 'points',
  count: 3,
  dim: 2,
  values: Float32Array.of(0, 0, 1, 1, 50, 50),
  components: Float32Array.of(1, 0.5, 0, 1, 0, 0.25),
};
const preview: Preview = { real: samples, ghost: null, extent: 2, reach: 0.5, weights: [], modes: Float32Array.of(1, 0) };
const look = lookOf('fresh-data');

it('a canvas has samples, components and modes that are followed where a figure has them', () => {
  const picture = pointsView.picture(samples, { preview, watched: [0] }, { look, dark: false, surface: 'figure', side: 200 });
  const { context, notes } = noting();
  paintPrimitives(context, picture);
  // a triangle around (100, 100) and one around (150, 50); the third sample lies far outside
  expect(notes).toEqual([
    `${look.colour}: 100 98.1, 101.8 101.3, 98.2 101.3, 150 48.1, 151.8 51.3, 148.2 51.3`,
    `${look.colour}: 125 100`,
    '#ffffff: 150 100',
    '#16181d: 150 100',
    'halo 1 #ffffff',
    'text 1 #16181d',
  ]);
  const svg = print(picture);
  expect(svg).toContain('data-samples="3" d="M100 100m0 -1.9l1.8 3.2l-3.7 0zM150 50m0 -1.9l1.8 3.2l-3.7 0z"');
  expect(svg).toContain('<ellipse rx="100" ry="50" transform="translate(125 100) rotate(0)"');
  expect(svg).toMatch(/<text x="116" y="100" text-anchor="middle" dominant-baseline="central".*>1<\/text>/);
});
