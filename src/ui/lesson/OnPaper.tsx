import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { guessWords } from '../../lessons/answerWords';
import { gapWords, numberWords } from '../../lessons/gap';
import type { Prediction, Question, Step } from '../../lessons/lesson';
import { placeOf, type Work } from '../../lessons/work';
import type { LessonModule } from './bundled';
import { isWaiting, seenAt } from './lessonStore';
import './onPaper.css';

const ALONE = 'lessonAlone';
const SURE = ['guessing', 'unsure', 'rather sure', 'sure'];

/** The questions and answers alone: what else stands on the page is printed by the browser's own command. */
export function printLesson(): void {
  document.documentElement.dataset[ALONE] = '';
  print();
}

interface OnPaperProps {
  readonly module: LessonModule;
  readonly work: Work;
}

function Answer({ ask, lines }: { ask: string; lines: readonly string[] }) {
  return (
    <>
      <dt>{ask}</dt>
      {(lines.length > 0 ? lines : ['(not answered)']).map((line) => (
        <dd key={line}>{line}</dd>
      ))}
    </>
  );
}

function predictedLines(part: Prediction, step: Step, { module, work }: OnPaperProps): readonly string[] {
  const predicted = work.predictions[placeOf(step, part)];
  if (!predicted) return [];
  const { guess, reason, confidence } = predicted;
  return [
    `Predicted: ${guessWords(part, guess)}`,
    ...(reason ? [`Why: ${reason}`] : []),
    ...(confidence === undefined ? [] : [`How sure: ${SURE[confidence - 1]}`]),
    ...gapWords(part, guess, seenAt(module)(step), isWaiting(module.lesson, step)),
  ];
}

const writtenLines = ({ options }: Pick<Question, 'options'>, answer: string | undefined): readonly string[] =>
  answer === undefined ? [] : [options?.find(({ id }) => id === answer)?.text ?? answer];

function StepOnPaper({ step, ...at }: OnPaperProps & { step: Step }) {
  const { observations, texts, opened } = at.work;
  const written = [...(step.explain ? [{ id: step.explain.id, ask: step.explain.ask }] : []), ...(step.quiz ?? [])] as readonly Question[];
  if (!step.predict && !step.observe && written.length === 0) return null;
  return (
    <section>
      <h2>
        {step.title}
        {opened.includes(step.id) && ' (opened by the teacher)'}
      </h2>
      <dl>
        {step.predict?.map((part) => (
          <Answer key={part.id} ask={part.ask} lines={predictedLines(part, step, at)} />
        ))}
        {step.observe?.map((part) => {
          const { value, end } = observations[placeOf(step, part)] ?? {};
          const lines = value === undefined || value === null ? [] : [`${numberWords(value)}${end === 'shown' ? ' (told)' : ''}`];
          return <Answer key={part.id} ask={part.ask} lines={lines} />;
        })}
        {written.map((part) => (
          <Answer key={part.id} ask={part.ask} lines={writtenLines(part, texts[placeOf(step, part)])} />
        ))}
      </dl>
    </section>
  );
}

/** A lesson's questions and answers, there only while the page is printed. */
export function OnPaper(props: OnPaperProps) {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => {
      delete document.documentElement.dataset[ALONE];
      setPrinting(false);
    };
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  if (!isPrinting) return null;
  const { lesson, edition } = props.module;
  const { group, desk, poe } = props.work;
  return createPortal(
    <article className="lessonOnPaper" lang={lesson.language}>
      <h1>{lesson.title}</h1>
      <p>
        {group !== undefined && `Group ${group}. `}
        {desk !== undefined && `Desk ${desk}. `}
        {poe === 'off' && 'All steps were open from the beginning. '}
        Edition {edition}. {lesson.authors.join(', ')}, {lesson.licence}.{lesson.basedOn && ` Based on ${lesson.basedOn.join('; ')}.`}
      </p>
      {lesson.steps.map((step) => (
        <StepOnPaper key={step.id} step={step} {...props} />
      ))}
    </article>,
    document.body,
  );
}
