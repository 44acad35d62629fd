import { useStore } from 'zustand';
import type { Step } from '../../lessons/lesson';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { metricsOf, truthsOf } from '../charts/metricsOf';
import { curvesOf, showCurve } from './curves';
import styles from './Lesson.module.css';
import { lessonDoor } from './lessonDoor';

/** Which of a step's curves stands on the stage; nothing where there is one. */
export function CurveChoice({ step }: { step: Step }) {
  const experiment = useLab(experimentOnScreen);
  const shown = useStore(lessonDoor, ({ curve }) => curve);
  const ids = curvesOf(step);
  const known = [...metricsOf(experiment), ...truthsOf(experiment)].filter(({ id }) => ids.includes(id));
  if (known.length < 2) return null;
  return (
    <fieldset className={styles.choice}>
      <legend>In the chart</legend>
      {ids.flatMap((id) =>
        known
          .filter((one) => one.id === id)
          .map(({ name }) => (
            <label key={id}>
              <input type="radio" name="lesson-curve" checked={shown === id} onChange={() => showCurve(id)} />
              <span>{name}</span>
            </label>
          )),
      )}
    </fieldset>
  );
}
