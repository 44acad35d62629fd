import { useState } from 'react';
import { useStore } from 'zustand';
import type { Prediction, Step } from '../../lessons/lesson';
import { missingOf } from '../../lessons/work';
import buttons from '../forms/Buttons.module.css';
import { useTheme } from '../theme';
import { Asked } from './ask/Asked';
import styles from './Lesson.module.css';
import { commitHere, type Draft, lessonStore } from './lessonStore';

const NONE: Draft = {};
/** What a whole class says at the projector is one guess: its reasons are as many as there are pupils, and are said aloud. */
const inClass = (part: Prediction): Prediction => ({ ...part, reason: 'none', confidence: false });

/** All that is predicted in a step, a question at a time, and its one commit: asked once, for it is for good. */
export function Predictions({ step, isReady }: { step: Step; isReady: boolean }) {
  const drafts = useStore(lessonStore, (state) => state.drafts);
  const [at, setAt] = useState(0);
  const [isAsked, setAsked] = useState(false);
  const isProjector = useTheme() === 'projector';
  const parts = isProjector ? (step.predict ?? []).map(inClass) : (step.predict ?? []);
  const part = parts[at];
  if (!part) return null;
  const missing = isReady ? missingOf(part, drafts[part.id] ?? NONE) : 'Give your desk number first: your run hangs on it.';
  const isLast = at === parts.length - 1;
  if (isAsked)
    return (
      <fieldset className={styles.options}>
        <legend>You can’t change it afterwards.</legend>
        <div className={buttons.buttons}>
          <button type="button" className={buttons.primary} onClick={commitHere}>
            Commit for good
          </button>
          <button type="button" onClick={() => setAsked(false)}>
            Change it
          </button>
        </div>
      </fieldset>
    );
  return (
    <div className={styles.part}>
      <Asked key={part.id} part={part} />
      <div className={`${buttons.buttons} ${styles.ways}`}>
        {at > 0 && (
          <button type="button" onClick={() => setAt(at - 1)}>
            Question before
          </button>
        )}
        {isLast ? (
          <button type="button" className={buttons.primary} disabled={missing !== null} onClick={() => setAsked(true)}>
            Commit prediction
          </button>
        ) : (
          <button type="button" className={buttons.primary} disabled={missing !== null} onClick={() => setAt(at + 1)}>
            Next question
          </button>
        )}
      </div>
      {missing !== null && <p className={styles.hint}>{missing}</p>}
    </div>
  );
}
