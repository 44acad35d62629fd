import { useEffect, useState } from 'react';
import type { Lesson } from '../../lessons/lesson';
import { fetchLesson, LESSON_IDS } from '../lesson/bundled';

/** The lessons that there are, each behind its link; nothing where they can't be fetched. */
export function LessonLinks() {
  const [lessons, setLessons] = useState<readonly Lesson[]>([]);
  useEffect(() => {
    Promise.all(LESSON_IDS.map(fetchLesson)).then(
      (found) => setLessons(found.flatMap((module) => module?.lesson ?? [])),
      () => undefined,
    );
  }, []);
  if (lessons.length === 0) return null;
  return (
    <>
      <h3>Lessons</h3>
      <ul>
        {lessons.map(({ id, title, minutes, ages }) => (
          <li key={id}>
            <a href={`?lesson=${id}`}>{title}</a> {minutes} minutes, ages {ages.replace('-', ' to ')}: predict, run, explain.
          </li>
        ))}
      </ul>
    </>
  );
}
