import { type ReactNode, useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { catalogue } from '../../../engine/catalogue';
import { guessWords } from '../../../lessons/answerWords';
import { gapWords, heightsOfRun, numberWords } from '../../../lessons/gap';
import type { Prediction, Question, Step } from '../../../lessons/lesson';
import { placeOf, type Work } from '../../../lessons/work';
import { version } from '../../../version';
import { Code } from '../../share/Code';
import { codeOf } from '../../share/codeOf';
import type { LessonModule } from '../bundled';
import { isWaiting, seenAt } from '../lessonStore';
import { LONGEST_LINK } from '../packing';
import { linkOfLesson } from '../workLink';
import { SketchOnPaper } from './SketchOnPaper';
import { Lines, ToFillIn } from './ToFillIn';
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

interface AnswerProps {
  readonly ask: string;
  readonly lines: readonly string[];
  /** what stands in the place of lines where there are none */
  readonly room: ReactNode;
  readonly children?: ReactNode;
}

/** A question with its answer in words, or with room for one. */
function Answer({ ask, lines, room, children }: AnswerProps) {
  return (
    <div className="answer">
      <dt>{ask}</dt>
      {lines.map((line) => (
        <dd key={line}>{line}</dd>
      ))}
      {lines.length === 0 && room}
      {children && <dd>{children}</dd>}
    </div>
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

const nameOfScore = (score: string): string => [...catalogue.metrics, ...catalogue.truths].find(({ id }) => id === score)?.name ?? score;

function PredictionOnPaper({ part, step, ...at }: OnPaperProps & { part: Prediction; step: Step }) {
  const guess = at.work.predictions[placeOf(step, part)]?.guess ?? null;
  const isSketch = part.type === 'sketch';
  const name = isSketch ? nameOfScore(part.score) : '';
  const measured = isSketch && guess ? heightsOfRun(part, seenAt(at.module)(step)) : [];
  return (
    <Answer ask={part.ask} lines={predictedLines(part, step, at)} room={!isSketch && <ToFillIn part={part} />}>
      {isSketch && <SketchOnPaper part={part} guess={guess as readonly number[] | null} measured={measured} name={name} />}
    </Answer>
  );
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
          <PredictionOnPaper key={part.id} part={part} step={step} {...at} />
        ))}
        {step.observe?.map((part) => {
          const { value, end } = observations[placeOf(step, part)] ?? {};
          const lines = value === undefined || value === null ? [] : [`${numberWords(value)}${end === 'shown' ? ' (told)' : ''}`];
          return <Answer key={part.id} ask={part.ask} lines={lines} room={<Lines count={1} />} />;
        })}
        {written.map((part) => (
          <Answer key={part.id} ask={part.ask} lines={writtenLines(part, texts[placeOf(step, part)])} room={<ToFillIn part={part} />} />
        ))}
      </dl>
    </section>
  );
}

/** Where the lesson goes on, for the eye and for a telephone. A file opened from disk is nowhere that a telephone comes to. */
function Link({ module, work }: Pick<OnPaperProps, 'module' | 'work'>) {
  const link = linkOfLesson(work, module.packed);
  if (link === null || link.length > LONGEST_LINK) return null;
  const code = link.startsWith('file:') ? null : codeOf(link);
  return (
    <>
      {code && (
        <div className="code">
          <Code {...code} />
        </div>
      )}
      <p>{link}</p>
    </>
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
        MAD Lab {version}, edition {edition} of the lesson. {lesson.authors.join(', ')}, {lesson.licence}.
        {lesson.basedOn && ` Based on ${lesson.basedOn.join('; ')}.`}
      </p>
      <Link module={props.module} work={props.work} />
      {lesson.steps.map((step) => (
        <StepOnPaper key={step.id} step={step} {...props} />
      ))}
    </article>,
    document.body,
  );
}
