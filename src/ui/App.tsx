import { kindOf } from '../engine/catalogue';
import { experimentOnScreen } from '../store/selectors';
import { useLab } from '../store/useLab';
import styles from './App.module.css';
import { NotLoaded } from './broken/NotLoaded';
import { Scores } from './charts/Scores';
import { RunPanel, Settings } from './controls/Controls';
import { Dialogs } from './dialogs/Dialogs';
import { Footer } from './Footer';
import { OpenedNote } from './files/OpenedNote';
import { useFileDrop } from './files/useFileDrop';
import { Header } from './header/Header';
import { useKeyboard } from './keyboard';
import { kindPanels } from './kinds/panels';
import { Late } from './Late';
import { Notes } from './Notes';
import { Offline } from './offline/Offline';
import { Problem } from './Problem';
import { PrintCaption } from './print/PrintCaption';
import { Samples } from './samples/Samples';
import { Tail } from './tail/Tail';
import { Narration } from './text/Narration';
import { Timeline } from './timeline/Timeline';
import { Tour } from './tour/Tour';
import { useWide } from './useWide';
import { Control } from './view/Control';
import { useParts } from './view/viewStore';

export function App() {
  useKeyboard();
  const wide = useWide();
  const kind = useLab((state) => kindOf(experimentOnScreen(state)).id);
  const panels = kindPanels.find(({ id }) => id === kind);
  const parts = useParts();
  useFileDrop();
  return (
    <div className={styles.page}>
      <Tour />
      <Header />
      <Offline />
      <Notes />
      <OpenedNote />
      <Problem />
      <main className={styles.body}>
        <div className={styles.controls} data-off-paper>
          <RunPanel />
          {wide && <Settings />}
        </div>
        <div className={styles.stage}>
          {parts !== 'scores' && <Samples />}
          <Timeline />
          <Control name="narration">
            <Narration />
          </Control>
          <Control name="tail">
            <Tail />
          </Control>
          {panels && parts !== 'scores' && (
            <Late failed={<NotLoaded />}>
              <panels.Follow />
            </Late>
          )}
          {/* on a phone what the loops make comes first */}
          {!wide && <Settings />}
          {parts !== 'samples' && <Scores />}
          {panels && parts !== 'samples' && (
            <Late failed={<NotLoaded />}>
              <panels.Shares />
            </Late>
          )}
        </div>
      </main>
      <PrintCaption />
      <Control name="footer">
        <Footer />
      </Control>
      <Dialogs />
    </div>
  );
}
