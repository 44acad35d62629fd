import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { labStore } from './store/labStore';
import { startWatch } from './store/watch';
import { App } from './ui/App';
import { startTheme } from './ui/theme';
import { startTourOnFirstVisit } from './ui/tour/tourStore';
import { startRun } from './ui/view/startRun';
import { startView } from './ui/view/viewStore';
import './ui/tokens.css';

startTheme();
startTourOnFirstVisit();
labStore.openPage();
startWatch();
startRun(startView());

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
