import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { gapWords } from '../../lessons/gap';
import type { Lesson, Step } from '../../lessons/lesson';
import { placeOf, type Work } from '../../lessons/work';
import styles from './Lesson.module.css';
import { aheadRuns, isWaiting, seenHere } from './lessonStore';
import { toSight } from './toSight';

/** What was predicted beside what the runs say, in numbers. Nobody is told that they were wrong. */
export function Reveal({ lesson, step, work }: { lesson: Lesson; step: Step; work: Work }) {
  useStore(aheadRuns);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    toSight(box.current);
  }, []);
  const lines = (step.predict ?? []).flatMap((part) => {
    const predicted = work.predictions[placeOf(step, part)];
    return predicted ? [{ id: part.id, ask: part.ask, words: gapWords(part, predicted.guess, seenHere, isWaiting(lesson, step)) }] : [];
  });
  if (lines.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} className={styles.reveal} role="status">
      {lines.map(({ id, ask, words }) => (
        <div key={id}>
          {/* of several the question says which one is meant */}
          {lines.length > 1 && <p className={styles.hint}>{ask}</p>}
          {words.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      ))}
    </div>
  );
}
