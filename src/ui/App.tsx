import { lazy, Suspense, useRef } from 'react';
import { experimentOnScreen } from '../store/selectors';
import { useLab } from '../store/useLab';
import styles from './App.module.css';
import { Scores } from './charts/Scores';
import { hasRunPanel, RunPanel, Settings } from './controls/Controls';
import { Dialogs } from './dialogs/Dialogs';
import { usePointsDrop } from './draw/usePointsDrop';
import { OpenedNote } from './export/OpenedNote';
import { Footer } from './Footer';
import { Header } from './header/Header';
import { useKeyboard } from './keyboard';
import { Notes } from './Notes';
import { Problem } from './Problem';
import { Samples } from './samples/Samples';
import { Tail } from './tail/Tail';
import { Narration } from './text/Narration';
import { Timeline } from './timeline/Timeline';
import { Tour } from './tour/Tour';
import { useWide } from './useWide';
import { useControl } from './view/controls';
import { pageView } from './view/pageView';
import { useRunOfLink } from './view/startView';

const DigitFilm = lazy(() => import('./digits/Digits').then((module) => ({ default: module.DigitFilm })));
const DigitShares = lazy(() => import('./digits/Digits').then((module) => ({ default: module.DigitShares })));

export function App() {
  useKeyboard();
  const wide = useWide();
  const digits = useLab((state) => experimentOnScreen(state).model === 'vae');
  usePointsDrop();
  const stage = useRef<HTMLDivElement>(null);
  useRunOfLink(stage);
  const settings = useControl('controls') !== 'hidden';
  const samples = pageView.view !== 'scores';
  const scores = pageView.view !== 'samples';
  return (
    <div className={styles.page}>
      <Tour />
      <Header />
      <Notes />
      <OpenedNote />
      <Problem />
      <main className={styles.body} data-alone={!settings && !hasRunPanel()}>
        <div className={styles.controls}>
          {hasRunPanel() && <RunPanel />}
          {wide && settings && <Settings />}
        </div>
        <div ref={stage} className={styles.stage}>
          {samples && <Samples />}
          <Timeline />
          <Narration />
          {useControl('tail') !== 'hidden' && <Tail />}
          {digits && samples && (
            <Suspense fallback={null}>
              <DigitFilm />
            </Suspense>
          )}
          {/* on a phone what the loops make comes first */}
          {!wide && settings && <Settings />}
          {scores && <Scores />}
          {digits && scores && (
            <Suspense fallback={null}>
              <DigitShares />
            </Suspense>
          )}
        </div>
      </main>
      {useControl('footer') !== 'hidden' && <Footer />}
      <Dialogs />
    </div>
  );
}
