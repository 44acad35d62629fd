import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Prediction, Step } from '../../lessons/lesson';
import { missingOf, toPredict, type Work } from '../../lessons/work';
import buttons from '../forms/Buttons.module.css';
import fields from '../forms/Fields.module.css';
import { useTheme } from '../theme';
import { Choose } from './ask/Choose';
import { NumberGuess } from './ask/NumberGuess';
import { Order } from './ask/Order';
import { SketchTable } from './ask/SketchTable';
import styles from './Lesson.module.css';
import { commitHere, type Draft, draft, lessonStore } from './lessonStore';
import { toSight } from './toSight';

const NONE: Draft = {};
const SURE = ['guessing', 'unsure', 'rather sure', 'sure'] as const;

function Guess({ part }: { part: Prediction }) {
  switch (part.type) {
    case 'choose':
      return <Choose part={part} />;
    case 'order':
      return <Order part={part} />;
    case 'number':
      return <NumberGuess part={part} />;
    case 'sketch':
      return <SketchTable part={part} />;
  }
}

function Reason({ part }: { part: Prediction }) {
  const reason = useStore(lessonStore, ({ drafts }) => drafts[part.id]?.reason ?? '');
  if (part.reason === undefined || part.reason === 'none') return null;
  return (
    <label className={styles.field}>
      Why?{part.reason === 'optional' ? ' (if you like)' : ''}
      <textarea className={fields.text} rows={2} maxLength={2000} value={reason} onChange={({ target }) => draft(part, { reason: target.value })} />
    </label>
  );
}

function Confidence({ part }: { part: Prediction }) {
  const confidence = useStore(lessonStore, ({ drafts }) => drafts[part.id]?.confidence);
  if (!part.confidence) return null;
  return (
    <fieldset className={styles.sure}>
      <legend>How sure are you?</legend>
      {SURE.map((words, at) => (
        <label key={words}>
          <input
            type="radio"
            name={`${part.id}-sure`}
            checked={confidence === at + 1}
            onChange={() => draft(part, { confidence: (at + 1) as 1 | 2 | 3 | 4 })}
          />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}

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
      <Guess key={part.id} part={part} />
      <Reason part={part} />
      <Confidence part={part} />
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
