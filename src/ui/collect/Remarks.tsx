import { useStore } from 'zustand';
import type { Seat } from '../../lessons/collect/gather';
import { NotComputed } from '../lesson/NotComputed';
import styles from './Collect.module.css';
import type { ClassHere } from './classHere';
import { chooseLesson, classRuns, collectStore, compute, dismissProblems, letCount } from './collectStore';

const upper = (words: string): string => `${words[0].toUpperCase()}${words.slice(1)}`;

function Problems() {
  const problems = useStore(collectStore, (state) => state.problems);
  if (problems.length === 0) return null;
  return (
    <div className={styles.remark} role="alert">
      <p>{problems.length === 1 ? 'One thing could not be taken:' : `${problems.length} things could not be taken:`}</p>
      <ul>
        {problems.map((words, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same may be said of two
          <li key={at}>{words}</li>
        ))}
      </ul>
      <button type="button" className="textButton" onClick={dismissProblems}>
        I have seen it
      </button>
    </div>
  );
}

/** Which of several lessons is looked at. */
function LessonChoice() {
  const { gathered, lessons, lesson } = useStore(collectStore);
  const known = gathered.flatMap((one) => {
    const module = lessons.get(one.lesson)?.module;
    return module ? [{ id: one.lesson, title: module.lesson.title, count: one.seats.length }] : [];
  });
  if (known.length < 2) return null;
  return (
    <label className={styles.lesson}>
      Lesson
      <select value={lesson ?? ''} onChange={({ target }) => chooseLesson(target.value)}>
        {known.map(({ id, title, count }) => (
          <option key={id} value={id}>
            {title} ({count})
          </option>
        ))}
      </select>
    </label>
  );
}

function Twice({ seat: { label, entry, entries } }: { seat: Seat }) {
  return (
    <fieldset className={styles.remark}>
      <legend>
        {upper(label)} {entries.length === 2 ? 'twice' : `${entries.length} times`}, with different answers. Which one counts?
      </legend>
      {entries.map(({ key, steps, answers }, at) => (
        <label key={key}>
          <input
            type="radio"
            name={`twice ${label}`}
            checked={key === entry.key}
            onChange={() =>
              letCount(
                key,
                entries.map((one) => one.key),
              )
            }
          />
          <span>
            {at + 1}: {answers} answers in {steps} {steps === 1 ? 'step' : 'steps'}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Trouble({ id }: { id: string }) {
  const problem = useStore(classRuns, ({ runs }) => [...runs].find(([name, run]) => name.startsWith(`${id} `) && run.problem !== null)?.[1].problem);
  return <NotComputed of="lesson" problem={problem} onAgain={compute} />;
}

/** What there is to say of what came in. */
export function Remarks({ here }: { here: ClassHere | null }) {
  return (
    <>
      <Problems />
      <LessonChoice />
      {here && (
        <>
          <Trouble id={here.lesson.id} />
          {here.copies > 0 && (
            <p className="mute">
              {here.copies} {here.copies === 1 ? 'was' : 'were'} here before, with the same answers: counted once.
            </p>
          )}
          {here.left.length > 0 && (
            <p className="mute">
              The lesson has changed since, or work was: answers of {here.left.map(({ label }) => label).join(', ')} that have no question any more
              are in the saved class, and nowhere else.
            </p>
          )}
          {here.seats
            .filter(({ entries }) => entries.length > 1)
            .map((seat) => (
              <Twice key={seat.label} seat={seat} />
            ))}
        </>
      )}
    </>
  );
}
