import { lazy, useId, useState } from 'react';
import type { Work } from '../../lessons/work';
import { NotLoaded } from '../broken/NotLoaded';
import buttons from '../forms/Buttons.module.css';
import { Late } from '../Late';
import type { LessonModule } from './bundled';
import styles from './Lesson.module.css';
import { OnPaper } from './paper/OnPaper';

const SaveWays = lazy(() => import('./SaveWays'));

export interface SaveWorkProps {
  readonly module: LessonModule;
  readonly work: Work;
}

/** All that was done of a lesson, to take along or to hand in: there is no account that would keep it. */
export function SaveWork(props: SaveWorkProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={styles.part}>
      <button type="button" className={buttons.quiet} aria-expanded={isOpen} aria-controls={isOpen ? id : undefined} onClick={() => setOpen(!isOpen)}>
        Save my work
      </button>
      {isOpen && (
        <div id={id} className={styles.part}>
          <Late failed={<NotLoaded />}>
            <SaveWays {...props} />
          </Late>
        </div>
      )}
      <OnPaper {...props} />
    </div>
  );
}
