import { useStore } from 'zustand';
import type { Prediction } from '../../../lessons/lesson';
import styles from '../Lesson.module.css';
import { draft, lessonStore } from '../lessonStore';
import { PixelPicture } from './PixelPicture';

type ChooseOne = Extract<Prediction, { type: 'choose' }>;

const takenOf = (guess: unknown): readonly string[] => (Array.isArray(guess) ? (guess as string[]) : []);

/** One option, or several. */
export function Choose({ part }: { part: ChooseOne }) {
  const guess = useStore(lessonStore, ({ drafts }) => drafts[part.id]?.guess);
  const taken = takenOf(guess);
  function take(id: string): void {
    if (!part.several) return draft(part, { guess: [id] });
    const now = taken.includes(id) ? taken.filter((one) => one !== id) : [...taken, id];
    // in the order in which they stand
    draft(part, { guess: part.options.flatMap((option) => (now.includes(option.id) ? [option.id] : [])) });
  }
  return (
    <fieldset className={part.options.some(({ picture }) => picture) ? `${styles.options} ${styles.gallery}` : styles.options}>
      <legend>{part.ask}</legend>
      {part.options.map(({ id, text, picture }) => (
        <label key={id}>
          <input type={part.several ? 'checkbox' : 'radio'} name={part.id} checked={taken.includes(id)} onChange={() => take(id)} />
          <span className={picture && styles.pictured}>
            {picture && <PixelPicture picture={picture} />}
            {text}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
