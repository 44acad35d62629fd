import { useState } from 'react';
import type { Question, Step } from '../../lessons/lesson';
import { placeOf, type Work } from '../../lessons/work';
import buttons from '../forms/Buttons.module.css';
import fields from '../forms/Fields.module.css';
import styles from './Lesson.module.css';
import { writeDown } from './lessonStore';

function Written({ step, part, work }: { step: Step; part: Question; work: Work }) {
  const kept = work.texts[placeOf(step, part)];
  const [text, setText] = useState(kept ?? '');
  return (
    <div className={styles.part}>
      <label className={styles.field}>
        {part.ask}
        <textarea className={fields.text} rows={3} maxLength={2000} value={text} onChange={({ target }) => setText(target.value)} />
      </label>
      <button type="button" className={buttons.quiet} disabled={text.trim() === '' || text === kept} onClick={() => writeDown(step, part, text)}>
        {kept === undefined ? 'Keep it' : 'Keep the change'}
      </button>
    </div>
  );
}

/** The exit ticket: it is kept, not marked. */
export function Quiz({ step, work }: { step: Step; work: Work }) {
  return (
    <div className={styles.parts}>
      {(step.quiz ?? []).map((part) =>
        part.options ? (
          <fieldset key={part.id} className={styles.options}>
            <legend>{part.ask}</legend>
            {part.options.map(({ id, text }) => (
              <label key={id}>
                <input type="radio" name={part.id} checked={work.texts[placeOf(step, part)] === id} onChange={() => writeDown(step, part, id)} />
                <span>{text}</span>
              </label>
            ))}
          </fieldset>
        ) : (
          <Written key={part.id} step={step} part={part} work={work} />
        ),
      )}
    </div>
  );
}
