import type { Prediction } from '../../src/lessons/lesson';

type Sketch = Extract<Prediction, { type: 'sketch' }>;

const [WIDTH, HEIGHT] = [320, 170];
const [LEFT, RIGHT, TOP, BOTTOM] = [46, 10, 8, 34];
/** Five, unless four give whole numbers and five do not: 0, 2, 4, 6, 8. */
const stepsOf = (range: number): number => (range % 4 === 0 && range % 5 !== 0 ? 4 : 5);

/** The places of the y axis: evenly apart, on a logarithmic one powers of ten with the ends. */
function places([low, high]: Sketch['y'], isLog: boolean): number[] {
  const steps = stepsOf(high - low);
  if (!isLog) return Array.from({ length: steps + 1 }, (_, i) => low + ((high - low) * i) / steps);
  const powers: number[] = [];
  for (let power = Math.ceil(Math.log10(low)); power <= Math.log10(high); power++) powers.push(10 ** power);
  return [...new Set([low, ...powers, high])];
}

/** Empty axes to draw a prediction on, ruled at every generation that is asked for. */
export function blankAxes({ x, y, scale, ask }: Sketch, yName: string): string {
  const isLog = scale === 'log' && y[0] > 0;
  const along = (value: number, [low, high]: readonly [number, number], log: boolean) =>
    log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  const toX = (generation: number) => LEFT + along(generation, [x[0], x[x.length - 1]], false) * (WIDTH - LEFT - RIGHT);
  const toY = (value: number) => HEIGHT - BOTTOM - along(value, y, isLog) * (HEIGHT - TOP - BOTTOM);
  const upright = x.map((t) => `<path d="M${toX(t).toFixed(1)} ${TOP}V${HEIGHT - BOTTOM}"/>`).join('');
  const level = places(y, isLog)
    .map((value) => `<path d="M${LEFT} ${toY(value).toFixed(1)}H${WIDTH - RIGHT}"/>`)
    .join('');
  // two generations that stand close have room for the number of one
  const apart = x.filter((t, i) => i === 0 || i === x.length - 1 || (toX(t) - toX(x[i - 1]) > 16 && toX(x[x.length - 1]) - toX(t) > 16));
  const names = [
    ...apart.map((t) => `<text x="${toX(t).toFixed(1)}" y="${HEIGHT - BOTTOM + 13}" text-anchor="middle">${t}</text>`),
    ...places(y, isLog).map(
      (value) => `<text x="${LEFT - 5}" y="${(toY(value) + 3.5).toFixed(1)}" text-anchor="end">${Number(value.toPrecision(3))}</text>`,
    ),
    `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 5}" text-anchor="middle">generation</text>`,
    `<text transform="translate(9 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">${yName}</text>`,
  ];
  const alt = ask.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return `<svg class="axes" role="img" aria-label="Empty axes: ${alt}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><g class="rules">${upright}${level}</g><path class="frame" d="M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${WIDTH - RIGHT}"/>${names.join('')}</svg>`;
}
