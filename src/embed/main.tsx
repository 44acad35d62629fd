import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { parseQuery } from '../engine/experimentText';
import { valuesIn } from '../engine/query';
import { onArrival } from '../store/arrival';
import { labStore } from '../store/labStore';
import { ALL_SCORES } from '../store/looks';
import { textIn, withText } from '../store/ownText';
import { queryHere } from '../store/pageAddress';
import { startWatch } from '../store/watch';
import { Boundary } from '../ui/broken/Boundary';
import { startTheme } from '../ui/theme';
import { bearTranslation } from '../ui/translated';
import { startView } from '../ui/view/viewStore';
import { announce } from './announce';
import type { EmbedBridge } from './bridge';
import { obey } from './commands';
import { EmbedApp } from './EmbedApp';
import { takeTurns } from './takeTurns';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/projector/projector.css';

/** Takes the page over from its inline script: draws the figure, and runs it where the reader or the address asked for that. */
globalThis.madLabStart = ({ query, startedBy, door, arrived, groundIsDark }: EmbedBridge) => {
  bearTranslation();
  startTheme(groundIsDark);
  const sight = labStore.openPage();
  if (query !== queryHere()) {
    const { experiment, notes } = withText((beside) => parseQuery(query, beside), textIn(location.href).text);
    labStore.getState().open(experiment, notes);
  }
  startWatch();
  startView(query, ['compare']);
  announce(door.send);
  // a host that the address names hears of all scores
  if (valuesIn(query).has('parentorigin')) labStore.getState().look(ALL_SCORES);
  const { politely } = takeTurns(sight.frameIs);
  const root = document.getElementById('root');
  if (root) {
    const drawn = () => {
      // the button that was pressed goes with the poster: who pressed it by keyboard is at the figure's own one
      const { activeElement } = document;
      const left = startedBy === 'reader' && document.hasFocus() && !root.contains(activeElement);
      arrived();
      if (left) root.querySelector('button')?.focus({ preventScroll: true });
    };
    const failed = (message: string) => {
      arrived();
      door.send({ type: 'error', code: 'failed', message, recoverable: false });
    };
    createRoot(root).render(
      <StrictMode>
        <Boundary onFailed={failed}>
          <EmbedApp onDrawn={drawn} />
        </Boundary>
      </StrictMode>,
    );
  }
  const { start } = labStore.getState();
  if (startedBy === 'reader') onArrival(start);
  if (startedBy === 'address') onArrival(() => void politely(start));
  return obey;
};
