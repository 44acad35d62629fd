import { useStore } from 'zustand';
import type { Step } from '../../lessons/lesson';
import styles from './Lesson.module.css';
import { lessonStore, show } from './lessonStore';

/** Which of a step's runs stands on the stage; nothing where there is one. */
export function RunChoice({ names, step }: { names: readonly string[]; step: Step }) {
  const shown = useStore(lessonStore, (state) => state.shown);
  if (names.length < 2 || typeof step.run === 'string') return null;
  return (
    <fieldset className={styles.choice}>
      <legend>On the stage</legend>
      {names.map((name, at) => (
        <label key={name}>
          <input type="radio" name="lesson-run" checked={shown === name} onChange={() => show(name)} />
          <span>{step.run?.[at] && typeof step.run !== 'string' ? step.run[at].title : name}</span>
        </label>
      ))}
    </fieldset>
  );
}
