import { lazy } from 'react';
import { labStore } from '../../store/labStore';
import { whatIfFrom } from '../../store/rescue';
import type { LabState } from '../../store/state';
import { useLab } from '../../store/useLab';
import { openDialog, useDialogsAreThere } from '../dialogs/openDialog';
import buttons from '../forms/Buttons.module.css';
import { Late } from '../Late';
import { bringIntoView, CONTROLS } from '../stage/bringIntoView';
import styles from './Compare.module.css';

// words alone are late: what ends a comparison is there as long as it is
const GhostWords = lazy(() => import('./WordsBehind').then(({ GhostWords }) => ({ default: GhostWords })));
const KeptWords = lazy(() => import('./WordsBehind').then(({ KeptWords }) => ({ default: KeptWords })));

const { branchHere, keep, clearGhosts, dropKept } = labStore.getState();

const placeWords = (generation: number) => (generation === 0 ? 'the real data' : `generation ${generation}`);

/** What has to be done before What if can act, or after it has; '' where it can. */
function nextWords(state: LabState): string {
  const { run } = state;
  if (run.status === 'paused' && run.why === 'what-if') return 'Now move a slider.';
  if (whatIfFrom(state) !== null) return '';
  return run.status === 'idle' ? 'Run it first.' : 'Drag the timeline back first.';
}

function whatIf(): void {
  branchHere();
  bringIntoView(CONTROLS);
}

function WhatIf() {
  const from = useLab(whatIfFrom);
  const next = useLab(nextWords);
  const about =
    from === null ? '' : `Goes back to ${placeWords(from)} and goes on as soon as a slider is moved; what came after stays as a faint line.`;
  return (
    <>
      <button type="button" className={buttons.quiet} disabled={from === null} onClick={whatIf} aria-describedby="what-if">
        What if
      </button>
      <span className={styles.next}>
        <span id="what-if" hidden={next === ''}>
          {next || about}
        </span>
      </span>
    </>
  );
}

/** Beside the timeline: go back and take another way, keep this run to be compared with the next, see it among thirty seeds, or all around it on a map. */
export function CompareButtons() {
  const hasDialogs = useDialogsAreThere();
  const isKept = useLab((state) => state.kept !== null);
  return (
    <div className={styles.buttons}>
      <WhatIf />
      <button type="button" className={buttons.quiet} onClick={keep}>
        {isKept ? 'Keep this one instead' : 'Keep to compare'}
      </button>
      {hasDialogs && (
        <>
          <button type="button" className={buttons.quiet} onClick={() => openDialog('seeds')}>
            Thirty seeds
          </button>
          <button type="button" className={buttons.quiet} onClick={() => openDialog('map')}>
            Map
          </button>
        </>
      )}
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
