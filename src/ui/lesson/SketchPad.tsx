import type { PointerEvent } from 'react';
import { useStore } from 'zustand';
import { isOpen } from '../../lessons/work';
import type { Plane } from '../charts/geometry';
import { place, type Sketch } from './ask/SketchTable';
import styles from './Lesson.module.css';
import { here, lessonStore } from './lessonStore';

/** The sketch that is asked for now. */
function sketchHere(): Sketch | null {
  const at = here();
  if (!at || isOpen(at.step, at.work) || !lessonStore.getState().isSketching) return null;
  return at.step.predict?.find((part): part is Sketch => part.type === 'sketch') ?? null;
}

/** The value at a height of the plot, on the scale that the chart has. */
function valueAt(y: number, { y: [low, high] }: Sketch, { toY, axis }: Plane): number {
  const [bottom, top] = [toY(low), toY(high)];
  const share = (bottom - y) / (bottom - top);
  return axis.log ? low * (high / low) ** share : low + share * (high - low);
}

/** What one expects is drawn where the run will be; the table of the same numbers is for the keyboard. */
export default function SketchPad({ plane }: { plane: Plane }) {
  // the step, whether it is committed, and which question is asked
  useStore(lessonStore);
  const sketch = sketchHere();
  if (!sketch) return null;
  const { toX } = plane;
  const put = ({ clientX, clientY, currentTarget }: PointerEvent) => {
    const { left, top } = currentTarget.getBoundingClientRect();
    const x = clientX - left;
    const nearest = sketch.x.reduce((best, generation, at) => (Math.abs(toX(generation) - x) < Math.abs(toX(sketch.x[best]) - x) ? at : best), 0);
    place(sketch, nearest, valueAt(clientY - top, sketch, plane));
  };
  return (
    <div
      className={styles.pad}
      data-sketch
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        put(event);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && put(event)}
    >
      {sketch.x.map((generation) => (
        <i key={generation} style={{ left: toX(generation) }} />
      ))}
    </div>
  );
}
