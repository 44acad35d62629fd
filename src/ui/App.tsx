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
import { Tail } from './tail/Tail';
import { Narration } from './text/Narration';
import { Timeline } from './timeline/Timeline';

export function App() {
  useKeyboard();
  return (
    <div className={styles.page}>
      <Header />
      <Notes />
      <Problem />
      <main className={styles.body}>
        <Controls />
        <div className={styles.stage}>
          <Samples />
          <Tail />
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
