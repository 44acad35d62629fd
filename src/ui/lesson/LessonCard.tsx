import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { readingOf } from '../../lessons/checks';
import { toldWords } from '../../lessons/gap';
import type { Lesson, Step } from '../../lessons/lesson';
import { readReading } from '../../lessons/placeholders';
import { isOpen, phaseOf, stepAt, type Work } from '../../lessons/work';
import buttons from '../forms/Buttons.module.css';
import { useTheme } from '../theme';
import { Aim } from './Aim';
import { CurveChoice } from './CurveChoice';
import { DeskField } from './DeskField';
import { Evidence } from './Evidence';
import { Explain } from './Explain';
import { followRecorded } from './followRecorded';
import { followSketch } from './followSketch';
import styles from './Lesson.module.css';
import { lessonDoor } from './lessonDoor';
import { aheadRuns, beginAnew, closeLesson, goTo, lessonStore, nextOf, seenHere } from './lessonStore';
import { Observations } from './Observations';
import { OverRuns } from './OverRuns';
import { openAsked } from './openLesson';
import { Predictions } from './Predictions';
import { Quiz } from './Quiz';
import { RecordedNote } from './RecordedNote';
import { Reveal } from './Reveal';
import { RunChoice } from './RunChoice';
import { SaveWork } from './SaveWork';
import { isDesksStep, namesOf } from './stepRuns';
import { stepOnStage, stepsBehind } from './stepsBehind';
import { Teacher } from './Teacher';
import { Trouble } from './Trouble';
import { toSight } from './toSight';

/** What a step says, with the numbers of its runs where they are known. */
function Text({ html }: { html: string }) {
  const runs = useStore(aheadRuns);
  const filled = useMemo(() => {
    // numbers change as runs come in
    if (!runs) return html;
    return html.replaceAll(/\{\{([^{}]*)\}\}/g, (_, words: string) => {
      const reading = readReading(words);
      const found = reading && readingOf(reading, seenHere);
      return (found && toldWords(found)) ?? '…';
    });
  }, [html, runs]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a lesson’s text, rendered at build time with whatever looks like HTML escaped
  return <div className={styles.text} dangerouslySetInnerHTML={{ __html: filled }} />;
}

/** What is asked of the pupil, a thing at a time: what comes later depends on it. */
function Parts({ lesson, step, work }: PartsProps) {
  const phase = phaseOf(step, work);
  const isSeen = isOpen(step, work);
  const isDesks = isDesksStep(lesson, step);
  const desk = isDesks && <DeskField lesson={lesson} work={work} isOpen={isSeen} />;
  if (!isSeen)
    return (
      <>
        {desk}
        <Predictions step={step} work={work} isReady={!isDesks || work.desk !== undefined} />
      </>
    );
  return (
    <>
      {desk}
      <Trouble names={[...stepsBehind({ lesson, step, work }), step].flatMap((one) => namesOf(lesson, one))} />
      <RecordedNote names={namesOf(lesson, stepOnStage(lesson, step) ?? step)} />
      <RunChoice names={namesOf(lesson, step)} step={step} />
      <CurveChoice step={step} />
      <Evidence lesson={lesson} step={step} work={work} />
      {step.predict && <Reveal lesson={lesson} step={step} work={work} />}
      {step.observe && <OverRuns step={step} />}
      {step.observe && <Observations step={step} work={work} />}
      {step.explain && phase !== 'observing' && <Explain step={step} part={step.explain} work={work} />}
      {step.play && <Aim step={step} goal={step.play.goal} />}
      {step.quiz && phase !== 'observing' && phase !== 'explaining' && <Quiz step={step} work={work} />}
    </>
  );
}

/** What a step says and asks: at the projector one after the other, for both do not fit beside the pictures in letters for the back row. */
function Said({ html, ...props }: PartsProps & { readonly html: string }) {
  const isPaged = useTheme() === 'projector' && html !== '' && asks(props.step);
  const [isRead, setRead] = useState(false);
  return (
    <>
      {html !== '' && !(isPaged && isRead) && <Text html={html} />}
      {!(isPaged && !isRead) && <Parts {...props} />}
      {isPaged && (
        <button type="button" className={buttons.quiet} onClick={() => setRead(!isRead)}>
          {isRead ? 'The text again' : 'To the question'}
        </button>
      )}
    </>
  );
}

const asks = ({ predict, observe, explain, quiz }: Step): boolean => Boolean(predict ?? observe ?? explain ?? quiz);

interface PartsProps {
  readonly lesson: Lesson;
  readonly step: Step;
  readonly work: Work;
}

function Ways({ lesson, step, work }: PartsProps) {
  const at = lesson.steps.indexOf(step);
  const isDone = phaseOf(step, work) === 'done';
  const next = isDone ? nextOf(lesson, step) : null;
  return (
    <div className={`${buttons.buttons} ${styles.ways}`}>
      <button type="button" disabled={at === 0} onClick={() => goTo(lesson.steps[at - 1].id)}>
        Back
      </button>
      {at < lesson.steps.length - 1 && (
        <button type="button" className={buttons.primary} disabled={!isDone} onClick={() => next && goTo(next.id)}>
          Next
        </button>
      )}
    </div>
  );
}

/** A lesson, step by step, beside the page that it is about. Nothing typed here leaves this device. */
export default function LessonCard() {
  const { module, work, isOthers, news } = useStore(lessonStore);
  const asked = useStore(lessonDoor, (state) => state.asked);
  const head = useRef<HTMLHeadingElement>(null);
  const at = work && `${work.lesson} ${work.at}`;
  const before = useRef<string | null>(null);
  useEffect(() => {
    head.current?.focus({ preventScroll: true });
    // where the page stands when it is opened is nothing to change
    if (before.current !== null) toSight(head.current);
    before.current = at;
  }, [at]);
  useEffect(followSketch, []);
  useEffect(followRecorded, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another lesson may be asked for in the place of this one
  useEffect(openAsked, [asked]);
  // whoever collects a class's work comes back to it as it stands
  useEffect(() => () => void (lessonDoor.getState().whole === 'collect' || closeLesson()), []);
  if (!module || !work) return null;
  const { lesson, html } = module;
  const step = stepAt(lesson, work);
  const place = lesson.steps.indexOf(step) + 1;
  return (
    <section className={styles.lesson} aria-label="Lesson" data-off-paper>
      <p className={styles.where}>
        {lesson.title} · {place} of {lesson.steps.length} · {step.minutes} min
      </p>
      <h2 ref={head} tabIndex={-1} className={styles.title}>
        {step.title}
      </h2>
      {news !== null && <p className={styles.hint}>{news}</p>}
      {isOthers && (
        <p className={styles.hint}>
          It goes on with what was done on this computer before.{' '}
          <button type="button" className="textButton" onClick={beginAnew}>
            Begin anew
          </button>
        </p>
      )}
      <Said key={`parts of ${step.id}`} html={html[step.id] ?? ''} lesson={lesson} step={step} work={work} />
      {place === lesson.steps.length && phaseOf(step, work) === 'done' && <p className={styles.text}>{lesson.limits}</p>}
      <Ways lesson={lesson} step={step} work={work} />
      {place === 1 && lesson.basedOn && <p className={styles.hint}>Based on {lesson.basedOn.join('; ')}.</p>}
      {place === 1 && <p className={styles.hint}>{lesson.minutes} minutes. Nothing that you type leaves this device.</p>}
      <SaveWork module={module} work={work} />
      <Teacher key={`teacher of ${step.id}`} module={module} step={step} work={work} />
    </section>
  );
}
