import styles from './App.module.css';
import { Scores } from './charts/Scores';
import { RunPanel, Settings } from './controls/Controls';
import { Dialogs } from './dialogs/Dialogs';
import { Footer } from './Footer';
import { Header } from './header/Header';
import { useKeyboard } from './keyboard';
import { Notes } from './Notes';
import { Problem } from './Problem';
import { Samples } from './samples/Samples';
import { Narration } from './text/Narration';
import { Timeline } from './timeline/Timeline';
import { useWide } from './useWide';

export function App() {
  useKeyboard();
  const wide = useWide();
  return (
    <div className={styles.page}>
      <Header />
      <Notes />
      <Problem />
      <main className={styles.body}>
        <div className={styles.controls}>
          <RunPanel />
          {wide && <Settings />}
        </div>
        <div className={styles.stage}>
          <Samples />
          <Timeline />
          <Narration />
          {/* on a phone what the loops make comes first */}
          {!wide && <Settings />}
          <Scores />
        </div>
      </main>
      <Footer />
      <Dialogs />
    </div>
  );
}
