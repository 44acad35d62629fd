import { lazy, Suspense } from 'react';
import { ExportDialog } from './ExportDialog';
import { HowDialog } from './HowDialog';
import { useDialog } from './openDialog';
import { ShareDialog } from './ShareDialog';

const HelpDialog = lazy(() => import('./HelpDialog'));

export function Dialogs() {
  const open = useDialog();
  if (open === 'share') return <ShareDialog />;
  if (open === 'export') return <ExportDialog />;
  if (open === 'help')
    return (
      <Suspense fallback={null}>
        <HelpDialog />
      </Suspense>
    );
  if (open === 'how') return <HowDialog />;
  return null;
}
