import { lazy, useState } from 'react';
import { useStore } from 'zustand';
import { catalogue } from '../../engine/catalogue';
import { kindOf } from '../../engine/chosen';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { watchStore } from '../../store/watch';
import { NotLoaded } from '../broken/NotLoaded';
import { Late } from '../Late';
import { Brief } from './Brief';
import { areEqual } from './names';
import styles from './Tail.module.css';

const Modes = lazy(() => import('./Modes').then(({ Modes }) => ({ default: Modes })));

const NONE: readonly number[] = [];

/** Follow single modes or digits through the generations, the rarest first; nothing where the data have neither. */
export function Tail() {
  const [open, setOpen] = useState(false);
  const dataset = useLab((state) => experimentOnScreen(state).dataset);
  const weights = useLab(({ preview }) => (preview.status === 'ready' ? preview.preview.weights : NONE));
  const watched = useStore(watchStore, (state) => state.watched);
  const noun = useLab((state) => kindOf(experimentOnScreen(state)).mode);
  const { modes: count = 0 } = catalogue.datasets.find(({ id }) => id === dataset) ?? {};
  if (count === 0 || weights.length !== count) return null;
  const marked = watched.filter((index) => index < count);
  return (
    <section className={styles.tail} aria-label="Watch the tail">
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Watch the tail</summary>
        {open && (
          <Late failed={<NotLoaded />}>
            <Modes weights={weights} marked={marked} />
          </Late>
        )}
      </details>
      {!open &&
        (marked.length > 0 ? (
          <Brief weights={weights} marked={marked} />
        ) : (
          <p className={styles.hint} data-off-paper>
            Mark a {areEqual(weights) ? '' : 'rare '}
            {noun} and follow it through the generations.
          </p>
        ))}
    </section>
  );
}
