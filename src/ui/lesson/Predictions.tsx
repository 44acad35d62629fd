import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Prediction, Step } from '../../lessons/lesson';
import { missingOf, toPredict, type Work } from '../../lessons/work';
import buttons from '../forms/Buttons.module.css';
import { useTheme } from '../theme';
import { Asked } from './ask/Asked';
import styles from './Lesson.module.css';
import { commitHere, type Draft, lessonStore } from './lessonStore';
import { toSight } from './toSight';

const NONE: Draft = {};
/** What a whole class says at the projector is one guess: its reasons are as many as there are pupils, and are said aloud. */
const inClass = (part: Prediction): Prediction => ({ ...part, reason: 'none', confidence: false });

interface PredictionsProps {
  readonly step: Step;
  readonly work: Work;
  readonly isReady: boolean;
}

/** All that is predicted in a step, a question at a time, and its one commit: asked once, for it is for good. */
export function Predictions({ step, work, isReady }: PredictionsProps) {
  const drafts = useStore(lessonStore, (state) => state.drafts);
  const [reached, setReached] = useState(0);
  /** the answers that were to be committed when it was asked whether for good */
  const [asked, setAsked] = useState<typeof drafts | null>(null);
  const isProjector = useTheme() === 'projector';
  // of work that was begun with another edition some may be committed
  const parts = toPredict(step, work).map((part) => (isProjector ? inClass(part) : part));
  const lacks = (part: Prediction) => missingOf(part, drafts[part.id] ?? NONE);
  const open = parts.findIndex((part) => lacks(part) !== null);
  // what was answered may be gone, as when work of a file takes its place
  const at = open < 0 ? reached : Math.min(reached, open);
  const box = useRef<HTMLDivElement>(null);
  const questionBefore = useRef(at);
  useEffect(() => {
    if (questionBefore.current !== at) toSight(box.current);
    questionBefore.current = at;
  }, [at]);
  const part = parts[at];
  if (!part) return null;
  const missing = isReady ? lacks(part) : 'Give your desk number first: your run hangs on it.';
  const isLast = at === parts.length - 1;
  if (asked === drafts && missing === null && isLast)
    return (
      <fieldset className={styles.options}>
        <legend>You can’t change it afterwards.</legend>
        <div className={buttons.buttons}>
          <button type="button" className={buttons.primary} onClick={commitHere}>
            Commit for good
          </button>
          <button type="button" onClick={() => setAsked(null)}>
            Change it
          </button>
        </div>
      </fieldset>
    );
  return (
    <div ref={box} className={styles.part}>
      <Asked key={part.id} part={part} />
      <div className={`${buttons.buttons} ${styles.ways}`}>
        {at > 0 && (
          <button type="button" onClick={() => setReached(at - 1)}>
            Question before
          </button>
        )}
        {isLast ? (
          <button type="button" className={buttons.primary} disabled={missing !== null} onClick={() => setAsked(drafts)}>
            Commit prediction
          </button>
        ) : (
          <button type="button" className={buttons.primary} disabled={missing !== null} onClick={() => setReached(at + 1)}>
            Next question
          </button>
        )}
      </div>
      {missing !== null && <p className={styles.hint}>{missing}</p>}
    </div>
  );
}
