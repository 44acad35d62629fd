import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { labStore } from './store/labStore';
import { startWatch } from './store/watch';
import { App } from './ui/App';
import { Boundary } from './ui/broken/Boundary';
import { offerStoryOnFirstVisit } from './ui/story/storyStore';
import { startTheme } from './ui/theme';
import { bearTranslation } from './ui/translated';
import { startRun } from './ui/view/startRun';
import { startView } from './ui/view/viewStore';
import './ui/tokens.css';
import './ui/base.css';
import './ui/projector/projector.css';
import './ui/shell/shell.css';

function start(root: HTMLElement): void {
  bearTranslation();
  startTheme();
  offerStoryOnFirstVisit();
  labStore.openPage();
  startWatch();
  startRun(startView(), root.querySelector('[data-pressed]') !== null);
  createRoot(root).render(
    <StrictMode>
      <Boundary>
        <App />
      </Boundary>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
// what the browser lacks has been said there
if (root && !root.querySelector('[data-missing]')) start(root);
