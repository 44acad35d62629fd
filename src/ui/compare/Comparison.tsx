import { lazy } from 'react';
import { labStore } from '../../store/labStore';
import { runOf } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import buttons from '../forms/Buttons.module.css';
import { Late } from '../Late';
import styles from './Compare.module.css';

// words alone are late: what ends a comparison is there as long as it is
const GhostWords = lazy(() => import('./WordsBehind').then(({ GhostWords }) => ({ default: GhostWords })));
const KeptWords = lazy(() => import('./WordsBehind').then(({ KeptWords }) => ({ default: KeptWords })));

const { branchHere, keep, clearGhosts, dropKept } = labStore.getState();

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

/** Below the timeline: what stands behind the lines, and how to be rid of it. */
export function CompareWords() {
  const hasGhosts = useLab((state) => state.ghosts.length > 0);
  const isKept = useLab((state) => state.kept !== null);
  return (
    <>
      {hasGhosts && (
        <p className={styles.words}>
          <Late failed="Faint lines: discarded futures. ">
            <GhostWords />
          </Late>
          <button type="button" className="textButton" onClick={clearGhosts}>
            Clear faint lines
          </button>
        </p>
      )}
      {isKept && (
        <p className={styles.words}>
          <Late failed="Compared with the kept run. ">
            <KeptWords />
          </Late>
          <button type="button" className="textButton" onClick={dropKept}>
            Stop comparing
          </button>
        </p>
      )}
    </>
  );
}
