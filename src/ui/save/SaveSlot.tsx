import { lazy } from 'react';
import { useStore } from 'zustand';
import { rescueDone, rescueInSight } from '../../store/rescue';
import { useLab } from '../../store/useLab';
import { Late } from '../Late';
import { StoryOffer } from '../story/StoryOffer';
import { storyStore } from '../story/storyStore';
import { useControl } from '../view/viewStore';

const GoBack = lazy(() => import('./GoBack'));
const Outcome = lazy(() => import('./Outcome'));

/** What the rescue moves: where the link keeps one of them from the reader, there is none. */
const MOVES = ['controls', 'real', 'bias', 'memory'] as const;

/** Beside what is told: what could have saved the run, and then what it did. */
export function SaveSlot() {
  const isInSight = useLab((state) => rescueInSight(state) !== null);
  const isDone = useLab((state) => rescueDone(state) !== null);
  const isIdle = useLab(({ run }) => run.status === 'idle');
  const { offered } = useStore(storyStore);
  const access = MOVES.map(useControl);
  const isHidden = useControl('compare') === 'hidden';
  if (offered && isIdle) return <StoryOffer />;
  if (isHidden) return null;
  return (
    <div data-off-paper>
      <Late failed={null}>{isInSight && !access.includes('locked') ? <GoBack /> : isDone && <Outcome />}</Late>
    </div>
  );
}
