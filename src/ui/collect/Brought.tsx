import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { Bring } from './Bring';
import styles from './Collect.module.css';
import type { ClassHere } from './classHere';
import { collectStore } from './collectStore';
import { Remarks } from './Remarks';

const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

/** What has come in, in a few words. */
function useWords(here: ClassHere | null): string {
  const { works, reading, problems } = useStore(collectStore);
  const twice = here?.seats.filter(({ entries }) => entries.length > 1).length ?? 0;
  const parts = [
    ...(here ? [here.lesson.title, counted(here.seats.length, 'desk', 'desks')] : works.length > 0 ? [counted(works.length, 'work', 'works')] : []),
    ...(twice > 0 ? [counted(twice, 'desk twice', 'desks twice')] : []),
    ...(problems.length > 0 ? [`${problems.length} not taken`] : []),
    ...(reading > 0 ? ['reading…'] : []),
  ];
  return parts.join(' · ');
}

/** What has come in, what there is to say of it, and how more comes in; folded as soon as there is a picture and nothing to say. */
export function Brought({ here }: { here: ClassHere | null }) {
  const words = useWords(here);
  const problems = useStore(collectStore, (state) => state.problems.length);
  const twice = here?.seats.filter(({ entries }) => entries.length > 1).length ?? 0;
  const hasNews = problems + twice > 0;
  const [isOpen, setOpen] = useState(hasNews);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that there is more to say
  useEffect(() => setOpen(hasNews), [hasNews, problems, twice]);
  const all = (
    <>
      <Remarks here={here} />
      <Bring />
    </>
  );
  return (
    <div className={styles.brought} data-off-paper>
      <p className="visuallyHidden" role="status">
        {words}
      </p>
      {here ? (
        <details className={styles.fold} open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{words} · Add work</summary>
          <div className={styles.brought}>{all}</div>
        </details>
      ) : (
        <>
          <p className={styles.first}>
            Pupils save their work in a lesson by <em>Save my work</em>, as a link, a file or a table. Here these become one picture and one table of
            the class.
          </p>
          {all}
        </>
      )}
    </div>
  );
}
