import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Prediction } from '../../../lessons/lesson';
import styles from '../Lesson.module.css';
import { draft, lessonStore } from '../lessonStore';
import { NumberField } from './NumberField';

export type Sketch = Extract<Prediction, { type: 'sketch' }>;

/** Heights that were placed, null where one was not; the same however they were placed. */
export function heightsOf({ x }: Sketch, guess: unknown): readonly (number | null)[] {
  const given = Array.isArray(guess) ? (guess as readonly unknown[]) : [];
  return x.map((_, at) => (typeof given[at] === 'number' && Number.isFinite(given[at]) ? given[at] : null));
}

const hundredths = (value: number) => Math.round(value * 100) / 100;
/** Near enough on a scale of ratios, where 0.05 is as far from 0.1 as 5 from 10. */
const threeDigits = (value: number) => Number(value.toPrecision(3));

/** Places one point of a sketch; it is a prediction once all of them are there. */
export function place(part: Sketch, at: number, value: number | null): void {
  const [low, high] = part.y;
  const round = part.scale === 'log' ? threeDigits : hundredths;
  const before = heightsOf(part, lessonStore.getState().drafts[part.id]?.guess);
  const heights = before.map((height, one) => (one === at ? (value === null ? null : round(Math.min(high, Math.max(low, value)))) : height));
  // a list with holes is kept while it is made, and can't be committed
  draft(part, { guess: heights as number[] });
}

/** The sketch as numbers; in the chart its points are dragged. */
export function SketchTable({ part }: { part: Sketch }) {
  const guess = useStore(lessonStore, ({ drafts }) => drafts[part.id]?.guess);
  const heights = heightsOf(part, guess);
  const [low, high] = part.y;
  useEffect(() => {
    lessonStore.setState({ isSketching: true });
    return () => lessonStore.setState({ isSketching: false });
  }, []);
  return (
    <fieldset className={styles.options}>
      <legend>{part.ask}</legend>
      <p className={styles.hint}>Press or drag in the chart, or write numbers here.</p>
      <table className={styles.sketch} aria-label="Your prediction">
        <tbody>
          {part.x.map((generation, at) => (
            <tr key={generation}>
              <th scope="row">{generation}</th>
              <td>
                <NumberField
                  value={heights[at]}
                  low={low}
                  high={high}
                  name={`Generation ${generation}`}
                  onChange={(value) => place(part, at, value)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}
