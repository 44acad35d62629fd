import { useState } from 'react';
import type { Step } from '../../lessons/lesson';
import { placeOf, type Work } from '../../lessons/work';
import buttons from '../forms/Buttons.module.css';
import fields from '../forms/Fields.module.css';
import styles from './Lesson.module.css';
import { writeDown } from './lessonStore';

const wordsIn = (text: string): number => text.trim().split(/\s+/).filter(Boolean).length;

/** One's own words; they stay, and may be changed. */
export function Explain({ step, part, work }: { step: Step; part: NonNullable<Step['explain']>; work: Work }) {
  const kept = work.texts[placeOf(step, part)];
  const [text, setText] = useState(kept ?? '');
  const [least, most] = part.words ?? [1, 200];
  const count = wordsIn(text);
  const isRight = count >= least && count <= most;
  return (
    <div className={styles.part}>
      <label className={styles.field}>
        {part.ask}
        <textarea className={fields.text} rows={4} maxLength={2000} value={text} onChange={({ target }) => setText(target.value)} />
      </label>
      <div className={styles.row}>
        <button type="button" className={buttons.quiet} disabled={!isRight || text === kept} onClick={() => writeDown(step, part, text)}>
          {kept === undefined ? 'Keep it' : 'Keep the change'}
        </button>
        <p className={styles.hint}>{kept !== undefined && text === kept ? 'Kept.' : `${count} words; ${least} to ${most} are asked for.`}</p>
      </div>
    </div>
  );
}
