import { BOTTOM, HEIGHT, LEFT, RIGHT, type Sketch, sketchAxes, TOP, WIDTH } from '../../../lessons/sketchAxes';

interface SketchOnPaperProps {
  readonly part: Sketch;
  /** heights that were predicted; null where they are still to be drawn */
  readonly guess: readonly number[] | null;
  /** those of the run, as far as they are known and may be seen */
  readonly measured: readonly (number | null)[];
  /** the score as it is called */
  readonly name: string;
}

/** Axes to draw on; what was drawn is a dashed line with rings, the run a whole line with dots: colours are none on paper. */
export function SketchOnPaper({ part, guess, measured, name }: SketchOnPaperProps) {
  const { toX, toY, numbered, levels } = sketchAxes(part);
  const [low, high] = part.y;
  const pointsOf = (heights: readonly (number | null)[]) =>
    part.x.flatMap((t, i) => {
      const value = heights[i] ?? null;
      return value === null ? [] : [[toX(t), toY(Math.min(high, Math.max(low, value)))] as const];
    });
  const [own, run] = [pointsOf(guess ?? []), pointsOf(measured)];
  const line = (points: typeof own) => points.map((point) => point.join(',')).join(' ');
  const has = [...(own.length > 0 ? ['dashed: predicted'] : []), ...(run.length > 0 ? ['solid: the run'] : [])].join('; ');
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${guess ? 'A sketch' : 'Empty axes'} of ${name} by generation`}>
        <g className="rules">
          {part.x.map((t) => (
            <path key={t} d={`M${toX(t)} ${TOP}V${HEIGHT - BOTTOM}`} />
          ))}
        </g>
        <g className="rules">
          {levels.map(({ value }) => (
            <path key={value} d={`M${LEFT} ${toY(value)}H${WIDTH - RIGHT}`} />
          ))}
        </g>
        <path d={`M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${WIDTH - RIGHT}`} />
        <g textAnchor="middle">
          {numbered.map((t) => (
            <text key={t} x={toX(t)} y={HEIGHT - BOTTOM + 13}>
              {t}
            </text>
          ))}
        </g>
        <g textAnchor="end">
          {levels.map(({ value, words }) => (
            <text key={value} x={LEFT - 5} y={toY(value) + 3.5}>
              {words}
            </text>
          ))}
        </g>
        <text x={(LEFT + WIDTH - RIGHT) / 2} y={HEIGHT - 5} textAnchor="middle">
          generation
        </text>
        <text transform={`translate(9 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)`} textAnchor="middle">
          {name}
        </text>
        <polyline className="run" points={line(run)} />
        <polyline className="own" points={line(own)} />
        <g className="dots">
          {run.map(([x, y]) => (
            <circle key={x} cx={x} cy={y} r={2} />
          ))}
        </g>
        <g className="rings">
          {own.map(([x, y]) => (
            <circle key={x} cx={x} cy={y} r={3.5} />
          ))}
        </g>
      </svg>
      {has !== '' && <figcaption>{has}</figcaption>}
    </figure>
  );
}
