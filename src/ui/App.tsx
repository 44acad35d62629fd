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
import { Tour } from './tour/Tour';

export function App() {
  useKeyboard();
  return (
    <div className={styles.page}>
      <Tour />
      <Header />
      <Notes />
      <Problem />
      <main className={styles.body}>
        <Controls />
        <div className={styles.stage}>
          <Samples />
          <Timeline />
          <Narration />
          <Scores />
        </div>
      </main>
      <Footer />
      <Dialogs />
    </div>
  );
}
