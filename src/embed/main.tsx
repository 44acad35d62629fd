import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { labStore } from '../store/labStore';
import { startWatch } from '../store/watch';
import { startTheme } from '../ui/theme';
import type { EmbedBridge } from './bridge';
import { EmbedApp } from './EmbedApp';
import { watchFrame } from './watchFrame';
import '../ui/tokens.css';

/** Takes the page over from its inline script: draws the figure and runs it. */
function start(bridge: EmbedBridge): void {
  const root = document.getElementById('root');
  if (!root) return;
  startTheme();
  const sight = labStore.openPage();
  startWatch();
  createRoot(root).render(
    <StrictMode>
      <EmbedApp onDrawn={bridge.arrived} />
    </StrictMode>,
  );
  watchFrame(sight.frameIs);
  labStore.getState().start();
}

globalThis.madLabStart = start;
