import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { labStore } from './store/labStore';
import { startWatch } from './store/watch';
import { App } from './ui/App';
import { startTheme } from './ui/theme';
import { startTourOnFirstVisit } from './ui/tour/tourStore';
import { noteView } from './ui/view/startView';
import './ui/tokens.css';

startTheme();
startTourOnFirstVisit();
labStore.openPage();
noteView();
startWatch();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
