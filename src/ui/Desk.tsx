import { experimentOnScreen } from '../store/selectors';
import { useLab } from '../store/useLab';
import { deskWords } from './text/deskWords';

/** Which desk of a class this is, and its seed; nothing where the address names none. */
export function Desk({ className = '' }: { className?: string | undefined }) {
  const words = useLab((state) => deskWords(state.desk, experimentOnScreen(state).seed));
  return words === null ? null : <p className={className}>{words}</p>;
}
