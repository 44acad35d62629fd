import type { Step } from '../../lessons/lesson';
import { isOpen, type Work } from '../../lessons/work';
import { openClass } from '../collect/openClass';
import buttons from '../forms/Buttons.module.css';
import { setTheme, useTheme } from '../theme';
import type { LessonModule } from './bundled';
import { leaveDoor } from './doorWays';
import styles from './Lesson.module.css';
import { beginAnew, openByTeacher } from './lessonStore';

interface TeacherProps {
  readonly module: LessonModule;
  readonly step: Step;
  readonly work: Work;
}

/** For whoever teaches: what the gate keeps back can be opened, and it is kept that it was. */
export function Teacher({ module, step, work }: TeacherProps) {
  const isProjector = useTheme() === 'projector';
  const isOwn = module.packed !== undefined;
  return (
    <details className={styles.teacher}>
      <summary>Teacher</summary>
      {!isOpen(step, work) && (
        <button type="button" className={buttons.quiet} onClick={() => openByTeacher(step)}>
          Open this step
        </button>
      )}
      <button type="button" className={buttons.quiet} onClick={() => setTheme(isProjector ? 'auto' : 'projector')}>
        {isProjector ? 'Off the projector' : 'For the projector'}
      </button>
      <button type="button" className={buttons.quiet} onClick={beginAnew}>
        Begin the lesson anew
      </button>
      <button type="button" className={buttons.quiet} onClick={openClass}>
        Collect a class’s work
      </button>
      <button type="button" className={buttons.quiet} onClick={() => void import('../make/changeHere').then(({ changeHere }) => changeHere(module))}>
        {isOwn ? 'Change this lesson' : 'Remix this lesson'}
      </button>
      <button type="button" className={buttons.quiet} onClick={leaveDoor}>
        Leave the lesson
      </button>
    </details>
  );
}
