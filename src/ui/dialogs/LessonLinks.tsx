import { type MouseEvent, useEffect, useState } from 'react';
import type { Lesson } from '../../lessons/lesson';
import { fetchLesson, LESSON_IDS } from '../lesson/bundled';
import { askFor } from '../lesson/lessonDoor';
import { closeDialog } from './openDialog';

/** In place; in a tab of its own where the reader wants that, as with any link. */
function open(event: MouseEvent, id: string): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  closeDialog();
  askFor(id);
}

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
            <a href={`?lesson=${id}`} onClick={(event) => open(event, id)}>
              {title}
            </a>{' '}
            {minutes} minutes, ages {ages.replace('-', ' to ')}: predict, run, explain.
          </li>
        ))}
      </ul>
      {/* a single file has nothing beside it */}
      {location.protocol !== 'file:' && (
        <p>
          <a href="teach/" target="_blank" rel="noopener">
            For teachers
          </a>
          : guides, worksheets and keys to print, and a game without devices.
        </p>
      )}
    </>
  );
}
