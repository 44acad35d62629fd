import { type MouseEvent, useEffect, useState } from 'react';
import type { Card } from '../../lessons/cards/card';
import type { Lesson } from '../../lessons/lesson';
import { teachingOrder } from '../../lessons/teachingOrder';
import { CARD_IDS, fetchCard } from '../card/bundledCards';
import { openClass } from '../collect/openClass';
import { fetchLesson, LESSON_IDS } from '../lesson/bundled';
import { askFor } from '../lesson/doorWays';
import { forWhom } from '../lesson/forWhom';
import type { Part } from '../lesson/lessonDoor';
import { openMake } from '../make/openMake';
import { closeDialog } from './openDialog';

/** In place; in a tab of its own where the reader wants that, as with any link. */
function open(event: MouseEvent, go: () => void): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  closeDialog();
  go();
}

/** Nothing where they can't be fetched. */
function useAll<Found>(ids: readonly string[], fetchOne: (id: string) => Promise<Found | null>): readonly Found[] {
  const [all, setAll] = useState<readonly Found[]>([]);
  useEffect(() => {
    Promise.all(ids.map(fetchOne)).then(
      (found) => setAll(found.flatMap((one) => one ?? [])),
      () => undefined,
    );
  }, [ids, fetchOne]);
  return all;
}

const fetchText = (id: string): Promise<Lesson | null> => fetchLesson(id).then((module) => module?.lesson ?? null);

interface LinkProps {
  readonly part: Part;
  readonly id: string;
  readonly title: string;
}

const LinkTo = ({ part, id, title }: LinkProps) => (
  <a href={`?${part}=${id}`} onClick={(event) => open(event, () => askFor(part, id))}>
    {title}
  </a>
);

/** The lessons and the challenge cards that there are, each behind its link. */
export function LessonLinks() {
  const lessons: readonly Lesson[] = useAll(LESSON_IDS, fetchText);
  const cards: readonly Card[] = useAll(CARD_IDS, fetchCard);
  return (
    <>
      {lessons.length > 0 && <h3>Lessons</h3>}
      <ul>
        {[...lessons].sort(teachingOrder).map(({ id, title, minutes, ages }) => (
          <li key={id}>
            <LinkTo part="lesson" id={id} title={title} /> {minutes} minutes, {forWhom(ages)}: predict, run, explain.
          </li>
        ))}
      </ul>
      {cards.length > 0 && <h3>Challenge cards</h3>}
      <ul>
        {cards.map(({ id, title, about }) => (
          <li key={id}>
            <LinkTo part="card" id={id} title={title} /> {about}
          </li>
        ))}
      </ul>
      <p>
        For teachers:{' '}
        <a href="?collect" onClick={(event) => open(event, openClass)}>
          Collect a class’s work
        </a>{' '}
        in one picture and one table, without a server.{' '}
        <a href="?lesson=make" onClick={(event) => open(event, openMake)}>
          Make a lesson
        </a>{' '}
        of your own, from one of these or from what is on the screen.
        {/* a single file has nothing beside it */}
        {location.protocol !== 'file:' && (
          <>
            {' '}
            <a href="teach/" target="_blank" rel="noopener">
              Teach
            </a>{' '}
            has guides, worksheets and keys to print, and a game without devices.
          </>
        )}
      </p>
    </>
  );
}
