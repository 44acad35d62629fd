import { useMemo } from 'react';
import type { Card } from '../../lessons/cards/card';
import { costOf, type Judged, judge } from '../../lessons/cards/judge';
import { plainNumber } from '../../lessons/cards/plainNumber';
import type { RunSeen } from '../../lessons/runSeen';
import { linkOf } from '../../store/addressBar';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { CopyLink } from '../share/CopyLink';
import styles from './Card.module.css';
import { usePar } from './usePar';

interface VerdictProps {
  readonly card: Card;
  readonly guess: number | null;
}

const NO_FRAMES: RunSeen['frames'] = [];

/** What the run on the stage comes to, read off its own numbers: nothing that a link says counts. */
export function Verdict({ card, guess }: VerdictProps) {
  const experiment = useLab(experimentOnScreen);
  const hasEnded = useLab(({ run }) => run.status === 'ended' && run.origin === 'engine');
  const frames = useLab(({ run }) => (run.status === 'idle' ? NO_FRAMES : run.frames));
  const noise = useLab(({ run }) => (run.status === 'idle' ? null : run.noise));
  // how many seeds there are stands beside par
  const counted = usePar(card, hasEnded && card.guess !== undefined)?.counted ?? null;
  const judged = useMemo(
    () => (hasEnded ? judge(card, { experiment, frames, noise }, { guess, counted }) : null),
    [card, hasEnded, experiment, frames, noise, guess, counted],
  );
  const cost = judged?.cost ?? costOf(card, { experiment, frames: NO_FRAMES, noise: null });
  return (
    <div className={styles.verdict}>
      <div role="status">
        {cost.value !== null && (
          <p>
            {judged ? 'This run:' : 'As it is set:'} {plainNumber(cost.value)} {card.cost.says}.
          </p>
        )}
        <p className={judged ? styles.goal : undefined}>
          {judged ? wordsOn(card, judged) : 'Whether the goal is reached is judged when the run has ended.'}
        </p>
      </div>
      {judged?.goal.value === true && <CopyLink link={linkOf(experiment, location)} name="My solution" word="Copy my solution" />}
    </div>
  );
}

function wordsOn({ guess }: Card, { goal }: Judged): string {
  if (goal.value === null) return `It can’t be told yet whether the goal is reached: ${goal.why}.`;
  if (goal.value) return 'Goal reached.';
  return guess ? 'Goal not reached: not with this seed, or not with this guess.' : 'Goal not reached.';
}
