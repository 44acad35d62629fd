import { lazy } from 'react';
import { rescueDone, rescueInSight } from '../../store/rescue';
import { useLab } from '../../store/useLab';
import { Late } from '../Late';
import { useControl } from '../view/viewStore';
import styles from './Save.module.css';

const GoBack = lazy(() => import('./GoBack'));
const Outcome = lazy(() => import('./Outcome'));

/** What the rescue moves: where the link keeps one of them from the reader, there is none. */
const MOVES = ['controls', 'real', 'bias', 'memory'] as const;

/** Beside what is told: what could have saved the run, and then what it did. Its room is there before. */
export function SaveSlot() {
  const isInSight = useLab((state) => rescueInSight(state) !== null);
  const isDone = useLab((state) => rescueDone(state) !== null);
  const access = MOVES.map(useControl);
  if (useControl('compare') === 'hidden') return null;
  return (
    <div className={styles.slot} data-off-paper data-save>
      <Late failed={null}>{isInSight && !access.includes('locked') ? <GoBack /> : isDone && <Outcome />}</Late>
    </div>
  );
}
