import { BOTTOM, HEIGHT, LEFT, RIGHT, type Sketch, sketchAxes, TOP, WIDTH } from '../../src/lessons/sketchAxes';

/** Empty axes to draw a prediction on, ruled at every generation that is asked for. */
export function blankAxes(part: Sketch, yName: string): string {
  const { toX, toY, numbered, levels } = sketchAxes(part);
  const upright = part.x.map((t) => `<path d="M${toX(t).toFixed(1)} ${TOP}V${HEIGHT - BOTTOM}"/>`).join('');
  const level = levels.map(({ value }) => `<path d="M${LEFT} ${toY(value).toFixed(1)}H${WIDTH - RIGHT}"/>`).join('');
  const names = [
    ...numbered.map((t) => `<text x="${toX(t).toFixed(1)}" y="${HEIGHT - BOTTOM + 13}" text-anchor="middle">${t}</text>`),
    ...levels.map(({ value, words }) => `<text x="${LEFT - 5}" y="${(toY(value) + 3.5).toFixed(1)}" text-anchor="end">${words}</text>`),
    `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 5}" text-anchor="middle">generation</text>`,
    `<text transform="translate(9 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">${yName}</text>`,
  ];
  const alt = part.ask.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return `<svg class="axes" role="img" aria-label="Empty axes: ${alt}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><g class="rules">${upright}${level}</g><path class="frame" d="M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${WIDTH - RIGHT}"/>${names.join('')}</svg>`;
}
