import { version } from '../../package.json';
import { seconds } from '../format';
import { experimentOnScreen } from '../store/selectors';
import { useLab } from '../store/useLab';
import { openDialog } from './dialogs/openDialog';
import styles from './Footer.module.css';
import { Licences } from './Licences';
import { OfflineButton } from './offline/OfflineButton';
import { framesOf } from './runs';
import { badgeDetails, badgeWords, NOTHING_IS_SENT } from './text/badge';
import { secondsPerGeneration } from './text/estimate';

/** What computes, and why. */
export function BadgeLine() {
  const badge = useLab((state) => state.badge);
  const model = useLab((state) => experimentOnScreen(state).model);
  if (!badge) return <p>nothing computed yet</p>;
  return (
    <p
      title={badgeDetails(badge, model)}
      data-rung={badge.rung}
      data-tfjs-backend={badge.tfjsBackend ?? ''}
      data-renderer={badge.renderer}
      data-tensors={badge.tensors ?? ''}
    >
      {badgeWords(badge, model)}
    </p>
  );
}

export function Footer() {
  const pace = useLab((state) => {
    const measured = secondsPerGeneration(framesOf(state));
    return measured === null ? null : `${seconds(measured)} a generation`;
  });
  const seed = useLab((state) => experimentOnScreen(state).seed);
  return (
    <footer className={styles.footer}>
      <BadgeLine />
      {pace !== null && <p>{pace}</p>}
      <p>seed {seed}</p>
      <p>{NOTHING_IS_SENT}</p>
      <p className={`${styles.last} textButtons`} data-off-paper>
        <OfflineButton />
        <span>
          <button type="button" onClick={() => openDialog('how')}>
            How this is computed
          </button>{' '}
          · <Licences /> · v{version}
        </span>
      </p>
    </footer>
  );
}
