import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { labStore } from './store/labStore';
import { startWatch } from './store/watch';
import { App } from './ui/App';
import { Boundary } from './ui/broken/Boundary';
import { haveDialogs } from './ui/dialogs/openDialog';
import { openDoor } from './ui/lesson/lessonDoor';
import { followMap } from './ui/map/followMap';
import { offerStoryOnFirstVisit } from './ui/story/storyStore';
import { startTheme } from './ui/theme';
import { bearTranslation } from './ui/translated';
import { startRun } from './ui/view/startRun';
import type { View } from './ui/view/view';
import { startView } from './ui/view/viewStore';
import './ui/tokens.css';
import './ui/base.css';
import './ui/projector/projector.css';
import './ui/shell/shell.css';

/** A press on the shell's Run: on one that came before the code, and on one that comes before the page. */
function hearShell(shell: Element | null, view: View): void {
  startRun(view, shell?.hasAttribute('data-pressed'));
  shell?.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-run]')) startRun(view, true);
  });
}

function lookFirst(): void {
  bearTranslation();
  startTheme();
  offerStoryOnFirstVisit();
  haveDialogs();
}

function openAddress(root: HTMLElement): void {
  const hasLesson = openDoor();
  labStore.openPage();
  startWatch();
  const view = startView();
  hearShell(root.querySelector('[data-shell]'), hasLesson ? { ...view, run: 'click' } : view);
  followMap();
}

/** In short pieces: meanwhile the shell stands, and hears. */
function draw(root: HTMLElement): void {
  const page = createRoot(root);
  startTransition(() =>
    page.render(
      <StrictMode>
        <Boundary>
          <App />
        </Boundary>
      </StrictMode>,
    ),
  );
}

/** Each step a task of its own: a slow computer hears its reader between them. */
function inTurn([step, ...rest]: readonly (() => void)[]): void {
  setTimeout(() => {
    step?.();
    if (rest.length > 0) inTurn(rest);
  });
}

const root = document.getElementById('root');
// what the browser lacks has been said there
if (root && !root.querySelector('[data-missing]')) inTurn([lookFirst, () => openAddress(root), () => draw(root)]);
