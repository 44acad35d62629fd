import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { Lesson, Prediction, Step } from '../../lessons/lesson';
import '../lesson/paper/onPaper.css';
import { Axes } from './Axes';
import styles from './Worksheet.module.css';

const LINES = ['one', 'two', 'three'];

/** Room to write. */
const Lines = ({ count }: { count: number }) => LINES.slice(0, count).map((line) => <p key={line} className={styles.line} />);

/** What is asked, with boxes, axes or lines for the answer. */
function Asked({ part }: { part: Prediction }) {
  return (
    <li>
      <p className={styles.ask}>{part.ask}</p>
      {part.type === 'choose' && (
        <ul className={styles.boxes}>
          {part.options.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      )}
      {part.type === 'order' && <p>{part.items.map(({ text }) => `___ ${text}`).join('    ')}</p>}
      {part.type === 'number' && <p>__________ ({part.between.join(' to ')})</p>}
      {part.type === 'sketch' && <Axes part={part} />}
      {part.reason !== undefined && part.reason !== 'none' && (
        <>
          <p>Why?</p>
          <Lines count={1} />
        </>
      )}
      {part.confidence && <p>How sure? guessing – unsure – rather sure – sure</p>}
    </li>
  );
}

function StepOnPaper({ step }: { step: Step }) {
  const { predict = [], observe = [], explain, play, quiz = [] } = step;
  if (predict.length + observe.length + quiz.length === 0 && !explain && !play) return null;
  return (
    <section className={styles.step}>
      <h2>{step.title}</h2>
      {predict.length > 0 && (
        <ol aria-label="Predict">
          {predict.map((part) => (
            <Asked key={part.id} part={part} />
          ))}
        </ol>
      )}
      {observe.map(({ id, ask }) => (
        <p key={id}>{ask} __________</p>
      ))}
      {explain && (
        <>
          <p className={styles.ask}>{explain.ask}</p>
          <Lines count={3} />
        </>
      )}
      {play && <p>Aim: {play.goal}</p>}
      {quiz.map(({ id, ask, options }) => (
        <div key={id}>
          <p className={styles.ask}>{ask}</p>
          {options ? (
            <ul className={styles.boxes}>
              {options.map((option) => (
                <li key={option.id}>{option.text}</li>
              ))}
            </ul>
          ) : (
            <Lines count={2} />
          )}
        </div>
      ))}
    </section>
  );
}

const ALONE = 'lessonAlone';

/** A pupil's sheet of a lesson: it goes to the printer, alone, and then it is gone. No key is on it. */
export function Worksheet({ lesson, onDone }: { lesson: Lesson; onDone: () => void }) {
  useEffect(() => {
    document.documentElement.dataset[ALONE] = '';
    const end = () => {
      delete document.documentElement.dataset[ALONE];
      onDone();
    };
    addEventListener('afterprint', end);
    print();
    return () => {
      removeEventListener('afterprint', end);
      delete document.documentElement.dataset[ALONE];
    };
  }, [onDone]);
  return createPortal(
    <article className={`lessonOnPaper ${styles.sheet}`} lang={lesson.language}>
      <h1>{lesson.title}</h1>
      <p>Desk ______ Group ______ Date ____________</p>
      {lesson.steps.map((step) => (
        <StepOnPaper key={step.id} step={step} />
      ))}
      <p className={styles.foot}>{lesson.limits}</p>
      <p className={styles.foot}>
        {lesson.authors.join(', ')}, {lesson.licence}.{lesson.basedOn && ` Based on ${lesson.basedOn.join('; ')}.`}
      </p>
    </article>,
    document.body,
  );
}
