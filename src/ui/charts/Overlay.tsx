import type { Frame } from '../../results/frame';
import { isComputed, reasonOf, scoreOf } from '../../results/stats';
import { keptFrameAt } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { box, type Shape } from '../plot/primitive';
import { shownOf } from '../runs';
import styles from './Charts.module.css';
import type { Plane } from './geometry';
import { type End, endSigns, endWords } from './layers/ends';
import { Plot } from './Plot';
import { pageEnds } from './pagePen';
import type { Snapshot } from './useChartSnapshot';

interface OverlayProps {
  readonly metric: string;
  readonly plane: Plane;
  readonly snapshot: Snapshot;
  readonly inSight: boolean;
}

const SIGN_SCALE = 2 / 3;

/** The generation shown, and the veil over what lies ahead of it. */
function cursor({ geometry: { top }, end, floor }: Plane, x: number, lies: { readonly ahead: boolean; readonly none: boolean }): Shape[] {
  const steps = [
    ['M', x, top - 4],
    ['V', floor],
  ] as const;
  return [
    ...(lies.ahead
      ? [{ kind: 'path' as const, steps: box(x, top - 4, Math.max(0, end - x + 3), floor - top + 3), fill: 'var(--veil)', fillOpacity: 0.72 }]
      : []),
    ...(lies.none ? [] : [{ kind: 'path' as const, steps, stroke: 'var(--ink)' }]),
  ];
}

/** The medians of a frame, as they lie at the generation shown. */
function endsOf(frame: Frame | null, loops: readonly string[], metric: string, shown: number): End[] {
  return loops.flatMap((loop) => {
    const stats = frame && scoreOf(frame, loop, metric);
    return stats ? [{ loop, generation: shown, value: stats.median }] : [];
  });
}

/** What moves with the generation shown, above all that stands: its line, the loops' names and values there, and the veil over what lies ahead. */
export function Overlay({ metric, plane, snapshot, inSight }: OverlayProps) {
  // while it runs, the marks keep the pace of the lines; scrubbing, they follow at once
  const scrubbed = useLab((state) => (inSight && !snapshot.running ? shownOf(state) : 0));
  const { frames, experiment, kept, running } = snapshot;
  const shown = running ? frames.length : scrubbed;
  const frame = frames[shown - 1] ?? null;
  const { geometry, floor, end } = plane;
  const { left, top } = geometry;

  const ends = endsOf(frame, experiment.loop, metric, shown);
  const keptEnds = endsOf(keptFrameAt(kept, shown) ?? null, kept?.experiment.loop ?? [], metric, shown);
  const pen = pageEnds(top * 0.78);
  const named = [...ends, ...keptEnds.map((kept) => ({ ...kept, isKept: true }))];
  const reason = frame && ends.length === 0 && isComputed(frame, metric) ? reasonOf(frame, experiment.loop[0], metric) : null;
  const moving = [
    ...cursor(plane, plane.toX(Math.max(plane.first, shown)), { ahead: shown < frames.length, none: shown < plane.first }),
    ...endSigns(keptEnds, plane, SIGN_SCALE, { fill: 'var(--ground)', strokeWidth: 2 * SIGN_SCALE }),
    ...endSigns(ends, plane, SIGN_SCALE),
    // where names run out of room, those of the kept run go first
    ...endWords(named.length * pen.gap > floor - top ? ends : named, plane, pen),
  ];
  return (
    <Plot plane={plane} shapes={moving}>
      {reason !== null && (
        <foreignObject x={left + 4} y={top + 8} width={end - left} height={floor - top - 8}>
          <p className={styles.nothing}>Undefined here: {reason}</p>
        </foreignObject>
      )}
    </Plot>
  );
}
