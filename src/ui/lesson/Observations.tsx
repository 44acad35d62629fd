import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { readingOf } from '../../lessons/checks';
import type { Observation, Step } from '../../lessons/lesson';
import { mayBeNever } from '../../lessons/values';
import { NEVER, type Observed, placeOf, type Work } from '../../lessons/work';
import buttons from '../forms/Buttons.module.css';
import { NeverField } from './ask/NeverField';
import { NumberField } from './ask/NumberField';
import styles from './Lesson.module.css';
import { aheadRuns, readOff, seenHere } from './lessonStore';
import { precise } from './precise';

const inSentence = (value: Observed['value']): string => {
  const words = precise(value ?? 0);
  return words[0].toUpperCase() + words.slice(1);
};

/** What became of a number that was read off, in words. */
function answerWords(part: Observation, work: Work, step: Step): string {
  const observed = work.observations[placeOf(step, part)];
  if (!observed) return '';
  if (observed.end === 'seen') return `${inSentence(observed.value)}: so it is.`;
  if (observed.end === 'shown') return `It is ${precise(observed.value ?? 0)}.`;
  if (observed.end === 'untold') return part.untold ?? 'That can’t be told here.';
  return `Not quite. ${part.again}`;
}

function One({ step, part, work }: { step: Step; part: Observation; work: Work }) {
  const [value, setValue] = useState<Observed['value']>(null);
  const id = useId();
  // the number may still be on its way
  useStore(aheadRuns);
  const isThere = seenHere.run(part.is.run) !== null;
  const measured = readingOf(part.is, seenHere);
  const end = work.observations[placeOf(step, part)]?.end;
  const words = answerWords(part, work, step);
  return (
    <div className={styles.part}>
      <div className={styles.field}>
        <label htmlFor={id}>{part.ask}</label>
        {end === undefined && (
          <NumberField
            key={String(value === NEVER)}
            id={id}
            isDisabled={value === NEVER}
            value={value === NEVER ? null : value}
            low={Number.NEGATIVE_INFINITY}
            high={Number.POSITIVE_INFINITY}
            onChange={setValue}
          />
        )}
        {end === undefined && mayBeNever(part.is) && (
          <NeverField isTaken={value === NEVER} onChange={(isTaken) => setValue(isTaken ? NEVER : null)} />
        )}
      </div>
      {end === undefined && (
        <button type="button" className={buttons.quiet} disabled={value === null || !isThere} onClick={() => readOff(step, part, value, measured)}>
          Compare
        </button>
      )}
      <p className={styles.hint} role="status">
        {isThere || end !== undefined ? words : 'The run is not there yet.'}
      </p>
    </div>
  );
}

/** What is to be read off the screen, before anything is explained: one thing after the other. */
export function Observations({ step, work }: { step: Step; work: Work }) {
  const parts = step.observe ?? [];
  const open = parts.findIndex((part) => work.observations[placeOf(step, part)]?.end === undefined);
  return (
    <div className={styles.parts} data-part="observe">
      <h3>What do you see?</h3>
      {parts.slice(0, open < 0 ? parts.length : open + 1).map((part) => (
        <One key={part.id} step={step} part={part} work={work} />
      ))}
    </div>
  );
}
