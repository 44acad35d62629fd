import { useId } from 'react';
import { useStore } from 'zustand';
import type { Prediction } from '../../../lessons/lesson';
import { mayBeNever } from '../../../lessons/values';
import { NEVER } from '../../../lessons/work';
import fields from '../../forms/Fields.module.css';
import styles from '../Lesson.module.css';
import { draft, lessonStore } from '../lessonStore';
import { NeverField } from './NeverField';
import { NumberField } from './NumberField';

type OneNumber = Extract<Prediction, { type: 'number' }>;

export function NumberGuess({ part }: { part: OneNumber }) {
  const guess = useStore(lessonStore, ({ drafts }) => drafts[part.id]?.guess);
  const isNever = guess === NEVER;
  const [low, high] = part.between;
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{part.ask}</label>
      <NumberField
        key={String(isNever)}
        id={id}
        isDisabled={isNever}
        className={fields.field}
        value={typeof guess === 'number' ? guess : null}
        low={low}
        high={high}
        step={part.step}
        onChange={(value) => draft(part, { guess: value ?? undefined })}
      />
      {mayBeNever(part.is) && <NeverField isTaken={isNever} onChange={(isTaken) => draft(part, { guess: isTaken ? NEVER : undefined })} />}
    </div>
  );
}
