import { type MouseEvent, type PointerEvent, useMemo, useRef } from 'react';
import type { MetricDescription } from '../../engine/descriptions';
import type { MapRuns } from '../../store/maps';
import type { Shape } from '../plot/primitive';
import { Shapes } from '../plot/Shapes';
import { useWidth } from '../useSize';
import type { boundaryOf } from './boundary';
import styles from './Map.module.css';
import { heightOf, type MapPen, type MapPlane, mapPlane, mapShapes, outlineOf, squareAt } from './mapShapes';
import { mediansOf, scaleOf, squaresOf } from './mapValues';
import { summaryOf } from './mapWords';

const penOf = (em: number): MapPen => ({ em, ink: 'var(--ink)', mute: 'var(--mute)', ground: 'var(--ground)', empty: 'var(--soft)' });

/** Around the square that is looked at, seen on every colour. */
function ring(plane: MapPlane, at: number): Shape[] {
  const line = { kind: 'path', steps: outlineOf(plane, at), fill: 'none', strokeLinejoin: 'round' } as const;
  return [
    { ...line, stroke: 'var(--ground)', strokeWidth: 5 },
    { ...line, stroke: 'var(--ink)', strokeWidth: 2, data: ['looked', at] },
  ];
}

/** What stands above and below it in the window, px; and how low it may become. */
const AROUND = 420;
const LEAST = 240;

interface MapPictureProps {
  readonly runs: MapRuns;
  readonly metric: MetricDescription;
  readonly boundary: ReturnType<typeof boundaryOf>;
  readonly looked: number;
  readonly em: number;
  readonly onLook: (at: number) => void;
  readonly onOpen: (at: number) => void;
}

/** The map. A mouse looks at the square that it is on, a tap at the one that it hits; a press on the one looked at opens its run. */
export function MapPicture({ runs, metric, boundary, looked, em, onLook, onOpen }: MapPictureProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const { plan, cells } = runs;
  const { x, y } = plan;
  const plane = useMemo(() => mapPlane(x, y, Math.max(width, 200), Math.max(LEAST, window.innerHeight - AROUND), em), [x, y, width, em]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the runs only their values are drawn
  const shapes = useMemo(() => {
    const medians = mediansOf(runs);
    const scale = scaleOf(metric, medians);
    return mapShapes({ x, y, squares: squaresOf(plan, medians, scale), scale, boundary }, plane, penOf(em));
  }, [cells, metric, plane, boundary, em]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const summary = useMemo(() => summaryOf(runs, metric), [cells, plan, metric]);
  const marked = useMemo(() => ring(plane, looked), [plane, looked]);

  const under = ({ currentTarget, clientX, clientY }: MouseEvent<SVGElement>) => {
    const { left, top } = currentTarget.getBoundingClientRect();
    return squareAt(plane, clientX - left, clientY - top);
  };
  const move = (event: PointerEvent<SVGElement>) => {
    const at = event.pointerType === 'mouse' ? under(event) : null;
    if (at !== null && at !== looked) onLook(at);
  };
  const press = (event: MouseEvent<SVGElement>) => {
    const at = under(event);
    if (at === null) return;
    if (at === looked) onOpen(at);
    else onLook(at);
  };
  return (
    <div ref={box} className={styles.picture} role="img" aria-label={summary}>
      <svg width={width} height={heightOf(plane, em)} aria-hidden="true" data-map={cells.size} onPointerMove={move} onClick={press}>
        {width > 0 && <Shapes shapes={shapes} />}
        {width > 0 && <Shapes shapes={marked} />}
      </svg>
    </div>
  );
}
