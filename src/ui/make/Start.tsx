import { useEffect, useRef, useState } from 'react';
import type { Lesson } from '../../lessons/lesson';
import { lessonAbout, remixOf } from '../../lessons/make/begin';
import { teachingOrder } from '../../lessons/teachingOrder';
import { labStore } from '../../store/labStore';
import { experimentOnScreen } from '../../store/selectors';
import buttons from '../forms/Buttons.module.css';
import { fetchLesson, LESSON_IDS } from '../lesson/bundled';
import { forWhom } from '../lesson/forWhom';
import { experimentLine } from '../text/experimentLine';
import styles from './Make.module.css';
import { begin, tell } from './makeStore';
import { openDraft } from './openDraft';

/** Nothing where they can't be fetched. */
function useLessons(): readonly Lesson[] {
  const [lessons, setLessons] = useState<readonly Lesson[]>([]);
  useEffect(() => {
    Promise.all(LESSON_IDS.map(fetchLesson)).then(
      (found) => setLessons(found.flatMap((module) => module?.lesson ?? []).sort(teachingOrder)),
      () => undefined,
    );
  }, []);
  return lessons;
}

/** What a lesson of one's own begins with. */
export function Start() {
  const lessons = useLessons();
  const file = useRef<HTMLInputElement>(null);
  const experiment = experimentOnScreen(labStore.getState());
  const fromScreen = () => {
    const draft = lessonAbout(experiment);
    if (draft) begin(draft);
    else tell(['What is on the screen has points or a text of your own: no link holds these, and so no lesson does.']);
  };
  return (
    <div className={styles.start}>
      <p className={styles.lead}>
        A lesson is a few steps: pupils read, predict, see what happens, and explain it. Begin with what is there, and change what you like. No
        programming.
      </p>
      <section aria-label="From what is on the screen">
        <h2>From what is on the screen</h2>
        <p>{experimentLine(experiment)}</p>
        <button type="button" className={buttons.quiet} onClick={fromScreen}>
          Start from the current experiment
        </button>
      </section>
      <section aria-label="Remix a lesson">
        <h2>Remix a lesson</h2>
        <p className={styles.hint}>Its authors and its licence stay named in what you make of it.</p>
        <ul className={styles.remix}>
          {lessons.map((lesson) => (
            <li key={lesson.id}>
              <span>
                <strong>{lesson.title}</strong> {lesson.minutes} minutes, {forWhom(lesson.ages)}
              </span>
              <button type="button" className={buttons.quiet} aria-label={`Remix “${lesson.title}”`} onClick={() => begin(remixOf(lesson))}>
                Remix
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label="From a file of your own">
        <h2>From a file of your own</h2>
        <p>Drop a lesson (.md or .json) anywhere on this page, or choose it:</p>
        <button type="button" className={buttons.quiet} onClick={() => file.current?.click()}>
          Choose a file…
        </button>
        <input
          ref={file}
          type="file"
          accept=".md,.markdown,.json,text/markdown,application/json"
          aria-label="A lesson’s file"
          hidden
          onChange={({ target }) => {
            const [chosen] = target.files ?? [];
            if (chosen) void openDraft(chosen);
            target.value = '';
          }}
        />
      </section>
    </div>
  );
}
