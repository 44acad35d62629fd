import { lazy } from 'react';
import { labStore } from '../../store/labStore';
import { runOf } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { NotLoaded } from '../broken/NotLoaded';
import buttons from '../forms/Buttons.module.css';
import { Late } from '../Late';
import styles from './Compare.module.css';

const KeptWords = lazy(() => import('./KeptWords'));

const { branchHere, clearGhosts, keep } = labStore.getState();

function WhatIf() {
  const shown = useLab((state) => runOf(state)?.shown ?? 0);
  const hasFuture = useLab((state) => {
    const run = runOf(state);
    return run !== null && run.frames.length > run.shown;
  });
  return (
    <button type="button" className={buttons.quiet} disabled={!hasFuture} onClick={branchHere} aria-describedby="what-if">
      What if
      <span id="what-if" hidden>
        {hasFuture
          ? `Goes back to ${shown === 0 ? 'the real data' : `generation ${shown}`} and waits there for another setting; what came after stays as a faint line.`
          : 'Scrub to an earlier generation first.'}
      </span>
    </button>
  );
}

/** What the faint lines are, and how to be rid of them. */
function Ghosts() {
  const ghosts = useLab((state) => state.ghosts);
  const waits = useLab(({ run }) => run.status === 'paused' && run.frames.length === run.shown && run.shown === ghosts.at(-1)?.from);
  if (ghosts.length === 0) return null;
  const from = [...new Set(ghosts.map((ghost) => ghost.from))].sort((a, b) => a - b);
  const places = from.map((generation) => (generation === 0 ? 'the start' : `generation ${generation}`)).join(', ');
  return (
    <p className={styles.words}>
      {`Faint lines: ${ghosts.length === 1 ? 'the discarded future' : `${ghosts.length} discarded futures`} after ${places}. `}
      {waits && 'Move a slider, then press Resume. '}
      <button type="button" className="textButton" onClick={clearGhosts}>
        Clear faint lines
      </button>
    </p>
  );
}

/** What the kept run is: only who keeps one needs the words. */
function Kept() {
  const isKept = useLab((state) => state.kept !== null);
  return (
    isKept && (
      <Late failed={<NotLoaded />}>
        <KeptWords />
      </Late>
    )
  );
}

/** Beside the timeline: go back and take another way, or keep this run to be compared with the next. */
export function CompareButtons() {
  const isKept = useLab((state) => state.kept !== null);
  return (
    <div className={styles.buttons}>
      <WhatIf />
      <button type="button" className={buttons.quiet} onClick={keep}>
        {isKept ? 'Keep this one instead' : 'Keep to compare'}
      </button>
    </div>
  );
}

/** Below the timeline: what stands behind the lines. */
export function CompareWords() {
  return (
    <>
      <Ghosts />
      <Kept />
    </>
  );
}
