import { lazy, Suspense } from 'react';
import { ExportDialog } from './ExportDialog';
import { HelpDialog } from './HelpDialog';
import { HowDialog } from './HowDialog';
import { useDialog } from './openDialog';
import { ShareDialog } from './ShareDialog';

const DrawDialog = lazy(() => import('../draw/DrawDialog'));

export function Dialogs() {
  const open = useDialog();
  if (open === 'share') return <ShareDialog />;
  if (open === 'export') return <ExportDialog />;
  if (open === 'help') return <HelpDialog />;
  if (open === 'how') return <HowDialog />;
  if (open === 'draw') {
    return (
      <Suspense>
        <DrawDialog />
      </Suspense>
    );
  }
  return null;
}
