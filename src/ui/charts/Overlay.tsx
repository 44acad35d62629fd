import { catalogue } from '../../engine/catalogue';
import { number } from '../../format';
import { reasonOf, scoreOf } from '../../results/stats';
import { keptFrameAt } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { markerPath } from '../Mark';
import { inkVariable, lookOf } from '../palette';
import { shownOf } from '../runs';
import { interventions, placeWords } from '../timeline/events';
import { type Axis, heightOn } from './axis';
import styles from './Charts.module.css';
import { type Geometry, placeOf, spread } from './geometry';
import type { Snapshot } from './useChartSnapshot';

interface OverlayProps {
  readonly metric: string;
  readonly axis: Axis;
  readonly geometry: Geometry;
  readonly snapshot: Snapshot;
  readonly inSight: boolean;
}

const MARKER = 12;

/** What moves with the generation shown: its line, the loops' names and values there, and the veil over what lies ahead. */
export function Overlay({ metric, axis, geometry, snapshot, inSight }: OverlayProps) {
  // while it runs, the marks keep the pace of the lines; scrubbing, they follow at once
  const scrubbed = useLab((state) => (inSight && !snapshot.running ? shownOf(state) : 0));
  const shown = snapshot.running ? snapshot.frames.length : scrubbed;
  const frame = snapshot.frames[shown - 1] ?? null;
  const { width, height, top, bottom, left } = geometry;
  const { experiment } = snapshot;
  const floor = height - bottom;
  const at = placeOf(geometry, Math.max(1, shown), experiment.generations);
  const toY = (value: number) => floor - heightOn(axis, value) * (floor - top);
  const lineHeight = geometry.top * 0.78;

  const ends = experiment.loop.flatMap((loop) => {
    const stats = frame && scoreOf(frame, loop, metric);
    const short = catalogue.loops.find(({ id }) => id === loop)?.short ?? loop;
    return stats ? [{ loop, short, value: stats.median, y: toY(stats.median) }] : [];
  });
  const { kept } = snapshot;
  const keptFrame = keptFrameAt(kept, shown);
  const keptEnds = (kept?.experiment.loop ?? []).flatMap((loop) => {
    const stats = keptFrame && scoreOf(keptFrame, loop, metric);
    return stats ? [{ loop, y: toY(stats.median) }] : [];
  });
  const reason = frame && ends.length === 0 ? reasonOf(frame, experiment.loop[0], metric) : null;
  const labels = spread(
    ends.map(({ y }) => y),
    lineHeight,
    top,
    floor - lineHeight / 4,
  );
  const turns = interventions(experiment);
  const words = placeWords(turns, (generation) => placeOf(geometry, generation, experiment.generations), lineHeight * 0.46, width);

  return (
    <svg className={styles.overlay} width={width} height={height} aria-hidden="true">
      {turns.map(({ generation }) => {
        const x = placeOf(geometry, generation, experiment.generations);
        return <line key={generation} x1={x} x2={x} y1={top - 3} y2={floor} className={styles.turn} />;
      })}
      {words.map(({ event, centre }) => (
        <text key={event.generation} x={centre} y={top - 7} textAnchor="middle" className={styles.turnWords}>
          {event.words}
        </text>
      ))}
      {shown < snapshot.frames.length && (
        <rect x={at} y={top - 4} width={Math.max(0, width - geometry.right - at + 3)} height={floor - top + 3} className={styles.veil} />
      )}
      {shown > 0 && <line x1={at} x2={at} y1={top - 4} y2={floor} className={styles.cursor} />}
      {reason !== null && (
        <foreignObject x={left + 4} y={top + 8} width={width - left - geometry.right} height={floor - top - 8}>
          <p className={styles.nothing}>Undefined here: {reason}</p>
        </foreignObject>
      )}
      {keptEnds.map(({ loop, y }) => (
        <path
          key={loop}
          d={markerPath(loop)}
          className={styles.keptMark}
          stroke={lookOf(loop).colour}
          transform={`translate(${at - MARKER / 3} ${y - MARKER / 3}) scale(.667)`}
        />
      ))}
      {ends.map(({ loop, short, value, y }, i) => (
        <g key={loop}>
          <path d={markerPath(loop)} fill={lookOf(loop).colour} transform={`translate(${at - MARKER / 3} ${y - MARKER / 3}) scale(.667)`} />
          <text x={Math.max(at, left) + 8} y={labels[i] + 4} fill={inkVariable(loop)} className={styles.end}>
            {short} {geometry.values && <tspan className={styles.endValue}>{number(value)}</tspan>}
          </text>
        </g>
      ))}
    </svg>
  );
}
