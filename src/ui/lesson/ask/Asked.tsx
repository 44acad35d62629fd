import { useStore } from 'zustand';
import type { Prediction } from '../../../lessons/lesson';
import fields from '../../forms/Fields.module.css';
import styles from '../Lesson.module.css';
import { draft, lessonStore } from '../lessonStore';
import { Choose } from './Choose';
import { NumberGuess } from './NumberGuess';
import { Order } from './Order';
import { SketchTable } from './SketchTable';

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

/** All that a prediction asks for: what comes, why, and how sure one is. */
export function Asked({ part }: { part: Prediction }) {
  return (
    <>
      <Guess part={part} />
      <Reason part={part} />
      <Confidence part={part} />
    </>
  );
}
