import { labStore } from '../../store/labStore';
import { waitingKeys } from '../../store/selectors';
import type { LabState } from '../../store/state';
import { useLab } from '../../store/useLab';
import buttons from '../forms/Buttons.module.css';
import { ListenButton, ListenPanel } from '../listen/ListenButton';
import { toggleRun } from '../runs';
import { Control } from '../view/Control';
import styles from './Controls.module.css';
import { RunHint } from './RunHint';

/** What the button that runs and pauses does when it is pressed. */
export function runWord({ run }: LabState): string {
  if (run.status === 'running') return 'Pause';
  if (run.status === 'failed' && run.frames.length === 0) return 'Try again';
  if (run.status === 'paused' || run.status === 'failed') return 'Resume';
  return 'Run';
}

/** Which button starts anew what has been set up: where a run is over, Run does as well; null where nothing waits. */
function startsAnew(state: LabState): 'Run' | 'Reset' | null {
  if (!waitingKeys(state).some((key) => key !== 'generations')) return null;
  return state.run.status === 'ended' ? 'Run' : 'Reset';
}

interface RunButtonsProps {
  /** what stands in the room of the hint while there is none */
  readonly calm?: string;
  /** there is room for Listen, and what it opens */
  readonly listens?: boolean;
}

export function RunButtons({ calm, listens = true }: RunButtonsProps) {
  const word = useLab(runWord);
  const anew = useLab(startsAnew);
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
      <div className={styles.beside}>
        <RunHint anew={anew} calm={calm} />
        {listens && <ListenButton />}
      </div>
      {listens && <ListenPanel />}
    </div>
  );
}
