import { lazy } from 'react';
import { useStore } from 'zustand';
import { rescueDone, rescueInSight } from '../../store/rescue';
import { useLab } from '../../store/useLab';
import { Late } from '../Late';
import { StoryOffer } from '../story/StoryOffer';
import { storyStore } from '../story/storyStore';
import { useControl } from '../view/viewStore';

const GoBack = lazy(() => import('./GoBack'));
const LockedSave = lazy(() => import('./LockedSave'));
const Outcome = lazy(() => import('./Outcome'));

/** What a rescue may move: where one of those that it would is locked, there is none. */
const MOVES = ['real', 'bias', 'memory'] as const;

/** Beside what is told: what could have saved the run, and then what it did. */
export function SaveSlot() {
  const rescue = useLab(rescueInSight);
  const isDone = useLab((state) => rescueDone(state) !== null);
  const isIdle = useLab(({ run }) => run.status === 'idle');
  const { offered } = useStore(storyStore);
  const access = MOVES.map(useControl);
  const areLocked = useControl('controls') === 'locked';
  const isHidden = useControl('compare') === 'hidden';
  if (offered && isIdle) return <StoryOffer />;
  if (isHidden) return null;
  const locked = MOVES.filter((key, i) => rescue?.settings[key] !== undefined && (areLocked || access[i] === 'locked'));
  const offer = locked.length === 0 ? <GoBack /> : <LockedSave keys={locked} />;
  return (
    <div data-off-paper>
      <Late failed={null}>{rescue ? offer : isDone && <Outcome />}</Late>
    </div>
  );
}
