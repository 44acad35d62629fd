import { lazy, Suspense } from 'react';
import { experimentOnScreen } from '../store/selectors';
import { useLab } from '../store/useLab';
import styles from './App.module.css';
import { Scores } from './charts/Scores';
import { Controls } from './controls/Controls';
import { Dialogs } from './dialogs/Dialogs';
import { Footer } from './Footer';
import { Header } from './header/Header';
import { useKeyboard } from './keyboard';
import { Notes } from './Notes';
import { Problem } from './Problem';
import { Samples } from './samples/Samples';
import { Narration } from './text/Narration';
import { Timeline } from './timeline/Timeline';

const Digits = lazy(() => import('./digits/Digits').then((module) => ({ default: module.Digits })));

export function App() {
  useKeyboard();
  const digits = useLab((state) => experimentOnScreen(state).model === 'vae');
  return (
    <div className={styles.page}>
      <Header />
      <Notes />
      <Problem />
      <main className={styles.body}>
        <Controls />
        <div className={styles.stage}>
          <Samples />
          <Timeline />
          <Narration />
          {digits && (
            <Suspense fallback={null}>
              <Digits />
            </Suspense>
          )}
          <Scores />
        </div>
      </main>
      <Footer />
      <Dialogs />
    </div>
  );
}
