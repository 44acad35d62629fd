import { seconds } from '../../format';
import { labStore } from '../../store/labStore';
import { runOf, waitingKeys } from '../../store/selectors';
import type { LabState } from '../../store/state';
import { useLab } from '../../store/useLab';
import buttons from '../forms/Buttons.module.css';
import { toggleRun } from '../runs';
import { estimateSeconds, secondsPerGeneration } from '../text/estimate';
import { Control } from '../view/Control';
import styles from './Controls.module.css';

const LONG_SECONDS = 10;

function runWord({ run }: LabState): string {
  if (run.status === 'running') return 'Pause';
  if (run.status === 'paused' || run.status === 'failed') return 'Resume';
  return 'Run';
}

/** How long the run will take: an estimate before it, the measured rest during it; '' when it is short. */
function durationWords(state: LabState): string {
  const run = runOf(state);
  if (!run || run.frames.length < 2) {
    const total = estimateSeconds(run?.experiment ?? state.draft, state.badge);
    return total > LONG_SECONDS ? `About ${seconds(total)}${state.badge?.rung === 'webgl' ? '' : ' on a computer without a GPU'}` : '';
  }
  const rest = (secondsPerGeneration(run.frames) ?? 0) * (run.experiment.generations - run.frames.length);
  return state.run.status === 'running' && rest > LONG_SECONDS / 2 ? `About ${seconds(Math.ceil(rest / 5) * 5)} left to compute` : '';
}

export function RunButtons() {
  const word = useLab(runWord);
  const waits = useLab((state) => waitingKeys(state).some((key) => key !== 'generations'));
  const duration = useLab(durationWords);
  const over = useLab(({ run }) => run.status === 'ended' || run.status === 'failed');
  const { step, reset } = labStore.getState();
  return (
    <div className={styles.run}>
      <div className={`${buttons.buttons} ${styles.buttons}`}>
        <Control name="run">
          <button type="button" className={`${buttons.primary} ${styles.twice}`} data-run onClick={toggleRun}>
            {word}
          </button>
        </Control>
        <Control name="step">
          <button type="button" onClick={step} disabled={over}>
            Step
          </button>
        </Control>
        <Control name="reset">
          <button type="button" className={waits ? styles.waiting : undefined} aria-describedby={waits ? 'run-hint' : undefined} onClick={reset}>
            Reset
          </button>
        </Control>
      </div>
      <p id="run-hint" className={styles.hint}>
        {waits ? 'Reset starts anew with these settings.' : duration}
      </p>
    </div>
  );
}
