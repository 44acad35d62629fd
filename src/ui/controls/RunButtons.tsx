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

/** Which button starts anew what has been set up: where a run is over, Run does as well; null where nothing waits. */
function startsAnew(state: LabState): 'Run' | 'Reset' | null {
  if (!waitingKeys(state).some((key) => key !== 'generations')) return null;
  return state.run.status === 'ended' ? 'Run' : 'Reset';
}

export function RunButtons() {
  const word = useLab(runWord);
  const anew = useLab(startsAnew);
  const duration = useLab(durationWords);
  const over = useLab(({ run }) => run.status === 'ended' || run.status === 'failed');
  const { step, reset } = labStore.getState();
  return (
    <div className={styles.run}>
      <div className={`${buttons.buttons} ${styles.buttons}`}>
        <Control name="run">
          <button type="button" className={anew === 'Reset' ? styles.twice : `${buttons.primary} ${styles.twice}`} data-run onClick={toggleRun}>
            {word}
          </button>
        </Control>
        <Control name="step">
          <button type="button" onClick={step} disabled={over}>
            Step
          </button>
        </Control>
        <Control name="reset">
          <button
            type="button"
            className={anew === 'Reset' ? buttons.primary : undefined}
            aria-describedby={anew ? 'run-hint' : undefined}
            onClick={reset}
          >
            Reset
          </button>
        </Control>
      </div>
      <p id="run-hint" className={styles.hint}>
        {anew === null ? duration : `${anew} starts anew with these settings.`}
      </p>
    </div>
  );
}
