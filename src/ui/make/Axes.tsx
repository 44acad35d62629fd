import type { Prediction } from '../../lessons/lesson';

type Sketch = Extract<Prediction, { type: 'sketch' }>;

const [WIDE, HIGH] = [360, 150];
const [LEFT, RIGHT, TOP, FLOOR] = [44, WIDE - 20, 10, HIGH - 26];

interface AxesProps {
  readonly part: Sketch;
  /** what is placed so far, null where nothing is */
  readonly heights?: readonly (number | null)[];
}

/** The axes of a sketch, to draw on, with what is placed there. */
export function Axes({ part: { x, y, scale }, heights = [] }: AxesProps) {
  const [first, last] = [x[0], x[x.length - 1]];
  const [low, high] = y;
  const along = (generation: number) => LEFT + ((generation - first) / Math.max(1, last - first)) * (RIGHT - LEFT);
  const share = (value: number) =>
    scale === 'log' && low > 0 ? Math.log(value / low) / Math.log(high / low) : (value - low) / Math.max(1e-9, high - low);
  const up = (value: number) => FLOOR - Math.min(1, Math.max(0, share(value))) * (FLOOR - TOP);
  const places = x.flatMap((generation, at) => {
    const height = heights[at];
    return typeof height === 'number' && Number.isFinite(along(generation)) && Number.isFinite(up(height))
      ? [[along(generation), up(height)] as const]
      : [];
  });
  const ticks = x.filter((generation) => Number.isFinite(along(generation)));
  return (
    <svg viewBox={`0 0 ${WIDE} ${HIGH}`} width={WIDE} role="img" aria-label={`Axes: generation ${first} to ${last}, ${low} to ${high}`}>
      <path d={`M${LEFT} ${TOP}V${FLOOR}H${RIGHT}`} fill="none" stroke="currentcolor" />
      {[...new Set(ticks)].map((generation) => (
        <g key={generation}>
          <path d={`M${along(generation)} ${FLOOR}v5`} stroke="currentcolor" />
          <text x={along(generation)} y={HIGH - 6} textAnchor="middle" fontSize="11" fill="currentcolor">
            {generation}
          </text>
        </g>
      ))}
      <text x={LEFT - 6} y={TOP + 5} textAnchor="end" fontSize="11" fill="currentcolor">
        {high}
      </text>
      <text x={LEFT - 6} y={FLOOR} textAnchor="end" fontSize="11" fill="currentcolor">
        {low}
      </text>
      {scale === 'log' && (
        <text x={LEFT + 6} y={TOP + 5} fontSize="11" fill="currentcolor">
          logarithmic
        </text>
      )}
      {places.length > 1 && (
        <polyline points={places.map((place) => place.join(',')).join(' ')} fill="none" stroke="currentcolor" strokeDasharray="6 5" />
      )}
      {places.map(([cx, cy]) => (
        <circle key={cx} cx={cx} cy={cy} r="3.5" fill="currentcolor" />
      ))}
    </svg>
  );
}
