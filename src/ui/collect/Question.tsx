import { useStore } from 'zustand';
import { number } from '../../format';
import { readingOf } from '../../lessons/checks';
import type { Asked } from '../../lessons/collect/asked';
import { ideasIn } from '../../lessons/collect/ideas';
import { seenBy } from '../../lessons/collect/runsOfClass';
import { type Given, predictedBy, readingsOff, reasonsOf, type Share, SURENESS, sharesOf, surenessOf, writtenBy } from '../../lessons/collect/tally';
import type { Observation, Prediction, Question as Quiz } from '../../lessons/lesson';
import { begin, type Predicted } from '../../lessons/work';
import buttons from '../forms/Buttons.module.css';
import { Bars } from './Bars';
import styles from './Collect.module.css';
import { type ClassHere, runOfClass } from './classHere';
import { classRuns, showRun } from './collectStore';
import { Choose, OneNumber, Order, Sketch, Sureness } from './pictures';
import { Words } from './Words';

interface QuestionProps {
  readonly here: ClassHere;
  readonly asked: Asked;
  readonly isShown: boolean;
  /** on paper all is unfolded */
  readonly isPrinting: boolean;
}

function Picture({
  part,
  ...props
}: {
  here: ClassHere;
  step: Asked['step'];
  part: Prediction;
  given: readonly Given<Predicted>[];
  isShown: boolean;
}) {
  switch (part.type) {
    case 'choose':
      return <Choose {...props} part={part} />;
    case 'order':
      return <Order {...props} part={part} />;
    case 'number':
      return <OneNumber {...props} part={part} />;
    case 'sketch':
      return <Sketch {...props} part={part} />;
  }
}

/** For whoever teaches: what answers may come from. */
function Ideas({ part, isPrinting }: { part: Prediction | Pick<Quiz, 'options'>; isPrinting: boolean }) {
  const ideas = ideasIn(part);
  if (ideas.length === 0) return null;
  return (
    <details className={styles.fold} {...(isPrinting && { open: true })}>
      <summary>For the teacher: what may stand behind answers</summary>
      <dl className={styles.words}>
        {ideas.map(({ id, answer, idea }) => (
          <div key={id}>
            <dt>{answer}</dt>
            <dd>{idea}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function PredictedBy({ here, asked, part, isShown, isPrinting }: QuestionProps & { part: Prediction }) {
  const given = predictedBy(here.pupils, asked);
  return (
    <>
      <Picture here={here} step={asked.step} part={part} given={given} isShown={isShown} />
      <Sureness counts={surenessOf(given)} words={SURENESS} />
      <Words title="Why" given={reasonsOf(given)} isOpen={isPrinting} />
      <Ideas part={part} isPrinting={isPrinting} />
    </>
  );
}

const SEEN: readonly (readonly [id: 'first' | 'later' | 'shown' | 'untold' | 'open', text: string])[] = [
  ['first', 'read it off at once'],
  ['later', 'after another look'],
  ['shown', 'were told'],
  ['untold', 'the run could not tell it'],
  ['open', 'still looking'],
];

function Observed({ here, asked, part, isShown }: QuestionProps & { part: Observation }) {
  useStore(classRuns);
  const { of, ...counts } = readingsOff(here.pupils, asked);
  const shares: readonly Share[] = SEEN.flatMap(([id, text]) => (counts[id] > 0 || id === 'first' ? [{ id, text, count: counts[id] }] : []));
  const { value } = readingOf(part.is, seenBy(here.lesson, begin(here.lesson, here.edition), runOfClass(here.lesson))(asked.step));
  return (
    <>
      <Bars name="How the number was read off" shares={shares} of={of} />
      {isShown && (
        <p role="status" className={styles.said}>
          {value === null ? 'The run is being computed, or each desk has its own.' : `The run gives ${number(value)}.`}
        </p>
      )}
    </>
  );
}

function Written({ here, asked, part, isPrinting }: QuestionProps & { part: Pick<Quiz, 'ask' | 'options'> }) {
  const given = writtenBy(here.pupils, asked);
  if (!part.options) return <Words title="What was written" given={given} isOpen={true} />;
  return (
    <>
      <Bars
        name={part.ask}
        shares={sharesOf(
          part.options,
          given.map(({ answer }) => [answer]),
        )}
        of={given.length}
      />
      <Ideas part={part} isPrinting={isPrinting} />
    </>
  );
}

function Body(props: QuestionProps) {
  const { asked } = props;
  if (asked.kind === 'predict') return <PredictedBy {...props} part={asked.part} />;
  if (asked.kind === 'observe') return <Observed {...props} part={asked.part} />;
  return <Written {...props} part={asked.part} />;
}

/** How many have answered. */
function countOf({ pupils }: ClassHere, { kind, place }: Asked): number {
  const answers = { predict: 'predictions', observe: 'observations', write: 'texts' } as const;
  return pupils.filter(({ work }) => place in work[answers[kind]]).length;
}

/** What a class answered to one question. */
export function Question(props: QuestionProps) {
  const { here, asked, isShown } = props;
  const count = countOf(here, asked);
  return (
    <section className={styles.question} aria-label={asked.part.ask}>
      <h2>{asked.part.ask}</h2>
      <div className={styles.about}>
        <p className="mute">
          {asked.step.title} · answered by {count} of {here.pupils.length}
        </p>
        {asked.kind !== 'write' && count > 0 && (
          <button type="button" className={buttons.quiet} onClick={() => showRun(asked.place, !isShown)}>
            {isShown ? 'Hide the run' : 'Show the run'}
          </button>
        )}
      </div>
      {count > 0 && <Body {...props} />}
    </section>
  );
}
