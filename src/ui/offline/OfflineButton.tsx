import { megabytes } from '../../format';
import { keptBytes } from '../../offline/keptBytes';
import { openDialog } from '../dialogs/openDialog';
import { useKept } from './useOffline';

/** Keeps the page for offline, or shows how it is kept. Nothing where the build made no service worker. */
export function OfflineButton() {
  const { status } = useKept();
  const bytes = keptBytes();
  if (bytes === null) return null;
  if (status === 'kept') {
    return (
      <button type="button" onClick={() => openDialog('kept')}>
        Kept for offline
      </button>
    );
  }
  return (
    <button type="button" onClick={() => openDialog('keep')}>
      {status === 'storing' ? 'Keeping for offline…' : `Keep for offline (${megabytes(bytes)} MB)`}
    </button>
  );
}
