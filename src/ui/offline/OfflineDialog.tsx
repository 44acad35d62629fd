import { useEffect } from 'react';
import { megabytes } from '../../format';
import { keep, look, remove } from '../../offline/keep';
import { keptBytes } from '../../offline/keptBytes';
import type { Kept } from '../../offline/offlineStore';
import { Dialog } from '../dialogs/Dialog';
import buttons from '../forms/Buttons.module.css';
import styles from './Offline.module.css';
import { PROBLEM_WORDS } from './problemWords';
import { useKept } from './useOffline';

const keepWords = () => `Keep for offline (${megabytes(keptBytes() ?? 0)} MB)`;

function Buttons({ first, remove: removeWords }: { first?: string | undefined; remove?: string }) {
  return (
    <div className={buttons.buttons}>
      {first !== undefined && (
        <button type="button" className={buttons.primary} onClick={() => void keep()}>
          {first}
        </button>
      )}
      {removeWords !== undefined && (
        <button type="button" onClick={() => void remove()}>
          {removeWords}
        </button>
      )}
    </div>
  );
}

function Storing({ bytes, total }: { bytes: number; total: number }) {
  const words = `${megabytes(bytes)} of ${megabytes(total)} MB`;
  return (
    <>
      <p>The page, its engine, all digits, texts and presets are being stored in this browser. You can close this and go on.</p>
      <div
        className={styles.progress}
        role="progressbar"
        aria-label="Stored"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={bytes}
        aria-valuetext={words}
      >
        <span className={styles.done} style={{ width: `${total > 0 ? (100 * bytes) / total : 0}%` }} />
      </div>
      <p>{words}</p>
      <Buttons remove="Stop" />
    </>
  );
}

function Present({ kept }: { kept: Kept }) {
  switch (kept.status) {
    case 'storing':
      return <Storing {...kept} />;
    case 'kept':
      return (
        <>
          <p>
            Open this address in this browser as usual. Most browsers can also install it as an app, from their menu. It takes{' '}
            {megabytes(keptBytes() ?? 0)} MB of storage; embeds in other pages do not use it.
          </p>
          <Buttons remove="Remove it again" />
        </>
      );
    case 'failed': {
      const { what, help, again } = PROBLEM_WORDS[kept.problem];
      return (
        <>
          <p role="alert">
            <strong>Not kept.</strong> {what}
          </p>
          <p>{help}</p>
          {again && <Buttons first="Try again" remove="Remove what was stored" />}
        </>
      );
    }
    case 'incomplete':
      return <Buttons first="Store the rest" remove="Remove it" />;
    default:
      return (
        <>
          <p>Stores the page, its engine, all digits, texts and presets in this browser, so that everything works without a network.</p>
          <p className="mute">The size is what is stored; a server that compresses sends less. Nothing is stored before you press.</p>
          <Buttons first={keepWords()} />
        </>
      );
  }
}

/** What has come to an end; it stands in one place, so that it is read out when it changes. */
const OUTCOMES: Partial<Record<Kept['status'], string>> = {
  kept: 'Kept: works without a network.',
  removed: 'Removed: the stored files are deleted, and the page needs a network again.',
  incomplete: 'Part of the page is stored here, and part is missing: the browser may have made room.',
};

/** @param start the reader pressed “Keep for offline”, and not just “Kept for offline” */
export default function OfflineDialog({ start }: { start: boolean }) {
  const kept = useKept();
  useEffect(() => {
    void (start ? keep() : look());
  }, [start]);
  return (
    <Dialog title="Keep for offline">
      <p role="status" className={styles.outcome}>
        {OUTCOMES[kept.status]}
      </p>
      <Present kept={kept} />
    </Dialog>
  );
}
