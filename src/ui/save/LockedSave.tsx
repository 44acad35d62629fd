import control from '../view/Control.module.css';
import { useLockedWords } from '../view/viewStore';
import styles from './Save.module.css';
import { refusalWords } from './saveWords';

/** Why there is no way back: what it would change is locked. */
export default function LockedSave({ keys }: { keys: Parameters<typeof refusalWords>[0] }) {
  const [ofAll, ofKey] = [useLockedWords('controls'), useLockedWords(keys[0])];
  return (
    <p className={styles.words}>
      <span className={control.lock} aria-hidden="true" />
      {refusalWords(keys, ofKey || ofAll)}
    </p>
  );
}
