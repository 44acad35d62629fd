import { laterVersion, takeNewVersion } from '../../offline/newVersion';
import buttons from '../forms/Buttons.module.css';
import notes from '../Notes.module.css';
import { useNewVersionState } from './useOffline';

const tabs = (count: number) => (count === 1 ? 'another tab' : `${count} other tabs`);

/** A newer version is stored and waits: it takes over when the reader says so, never by itself. */
export default function UpdateNote() {
  const version = useNewVersionState();
  if (version.status === 'none' || version.status === 'later') return null;
  return (
    <section className={notes.news} aria-label="New version">
      <p role="status">
        {version.status === 'busy'
          ? `MAD Lab is open in ${tabs(version.otherTabs)}, with the earlier version. Close that first, then use the new one.`
          : 'A new version is ready. Using it reloads the page: the link keeps the experiment, the run is lost.'}
      </p>
      <button type="button" className={buttons.quiet} disabled={version.status === 'taking'} onClick={() => void takeNewVersion()}>
        Use it now
      </button>
      <button type="button" className={buttons.quiet} onClick={laterVersion}>
        Later
      </button>
    </section>
  );
}
