import { lazy } from 'react';
import { ReloadButton } from '../broken/ReloadButton';
import { Late } from '../Late';
import { Dialog } from './Dialog';
import { HowDialog } from './HowDialog';
import { type DialogName, useDialog } from './openDialog';

const ShareDialog = lazy(() => import('./ShareDialog'));
const ExportDialog = lazy(() => import('./ExportDialog'));
const DrawDialog = lazy(() => import('../draw/DrawDialog'));
const WriteDialog = lazy(() => import('../write/WriteDialog'));
const HelpDialog = lazy(() => import('./HelpDialog'));
const OfflineDialog = lazy(() => import('../offline/OfflineDialog'));
const SeedsDialog = lazy(() => import('../seeds/SeedsDialog'));
const MapDialog = lazy(() => import('../map/MapDialog'));
const EnlargeDialog = lazy(() => import('../enlarge/EnlargeDialog'));
const GalleryDialog = lazy(() => import('../gallery/GalleryDialog'));

const failed = (
  <Dialog title="Not loaded">
    <p>
      This part of the page could not be fetched: the connection is gone, or the page is an older version than its server has. The run is safe: close
      this, and reload when there is a connection.
    </p>
    <p>
      <ReloadButton />
    </p>
  </Dialog>
);

function dialogOf(open: DialogName) {
  if (open === 'share') return <ShareDialog />;
  if (open === 'export') return <ExportDialog />;
  if (open === 'presets') return <GalleryDialog />;
  if (open === 'draw') return <DrawDialog />;
  if (open === 'write') return <WriteDialog />;
  if (open === 'seeds') return <SeedsDialog />;
  if (open === 'map') return <MapDialog />;
  if (open === 'enlarge') return <EnlargeDialog />;
  if (open === 'help') return <HelpDialog />;
  if (open === 'keep' || open === 'kept') return <OfflineDialog start={open === 'keep'} />;
  return <HowDialog />;
}

export function Dialogs() {
  const open = useDialog();
  if (open === null) return null;
  return (
    <Late key={open} failed={failed}>
      {dialogOf(open)}
    </Late>
  );
}
