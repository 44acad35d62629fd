import type { FailureCode } from '../protocol/messages';
import type { LabState } from '../store/state';
import { useLab } from '../store/useLab';
import buttons from './forms/Buttons.module.css';
import styles from './Notes.module.css';
import { startRun } from './runs';
import { useControl } from './view/viewStore';

/** The way on, by what went wrong. */
const REMEDIES: Record<FailureCode, string> = {
  'bad-experiment': ' Change the setting, then press Reset.',
  'too-large': ' Change the settings, then press Reset.',
  'asset-missing': '',
  'backend-lost': ' If it stops again, choose another Backend under Advanced and press Reset.',
  'not-finite': ' Press Reset after the change.',
  'worker-died': ' Going on starts the engine again, to the same numbers.',
  'no-engine': '',
  unknown: ' If it stops again, press Reset.',
};

const messageOf = ({ run, preview }: LabState): string | null => {
  if (run.status === 'failed') return run.message;
  return preview.status === 'failed' ? preview.message : null;
};

/** What browsers and libraries say ends anyhow; a sentence follows. */
const ended = (message: string) => (/[.!?]$/.test(message) ? message : `${message}.`);

/** What was said of a file that is missing says all; else what stopped is said first. */
function leadOf(failed: boolean, message: string): string {
  if (/could not be loaded/.test(message)) return '';
  return failed ? 'The run stopped.' : 'The real data could not be drawn.';
}

/** What went wrong and how to go on; finished generations stay on the screen. */
export function Problem() {
  const message = useLab(messageOf);
  const failed = useLab(({ run }) => run.status === 'failed');
  const remedy = useLab(({ run }) => (run.status === 'failed' ? REMEDIES[run.code] : ''));
  const lead = leadOf(failed, message ?? '');
  // where the big button is, it is the only one
  const hasRun = useControl('run') === 'shown';
  const kept = useLab(({ run }) => (run.status === 'failed' ? run.frames.length : 0));
  return (
    <>
      <SlowEngine />
      <div role="alert">
        {message !== null && (
          <div className={styles.problem}>
            <p>
              {lead && <strong>{lead} </strong>}
              {ended(message)}
              {kept > 0 && ` The first ${kept === 1 ? 'generation is' : `${kept} generations are`} kept.`}
              {remedy}
            </p>
            {failed && !hasRun && (
              <button type="button" className={buttons.quiet} onClick={startRun}>
                {kept > 0 ? `Resume from generation ${kept}` : 'Try again'}
              </button>
            )}
          </div>
        )}
      </div>
    </>
  );
}

/** For as long as it lasts. */
function SlowEngine() {
  const slow = useLab((state) => state.isEngineSlow);
  return (
    <div role="status">
      {slow && (
        <p className={styles.notes}>
          The engine is slow to answer. It may be busy. If it says nothing for 10 seconds it is ended; finished generations are kept.
        </p>
      )}
    </div>
  );
}
