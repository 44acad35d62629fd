import { lazy, type MouseEvent } from 'react';
import { useStore } from 'zustand';
import { kindOf } from '../engine/chosen';
import { experimentOnScreen } from '../store/selectors';
import { useLab } from '../store/useLab';
import styles from './App.module.css';
import { NotLoaded } from './broken/NotLoaded';
import { Scores } from './charts/Scores';
import { RunPanel, Settings, useFolds } from './controls/Controls';
import { Dialogs } from './dialogs/Dialogs';
import { Footer } from './Footer';
import { OpenedNote } from './files/OpenedNote';
import { useFileDrop } from './files/useFileDrop';
import { Header } from './header/Header';
import { usePresetOnScreen } from './header/presetOnScreen';
import { useKeyboard } from './keyboard';
import { kindPanels } from './kinds/panels';
import { Late } from './Late';
import { Lesson } from './lesson/Lesson';
import { lessonDoor } from './lesson/lessonDoor';
import { Notes } from './Notes';
import { Offline } from './offline/Offline';
import { Problem } from './Problem';
import { PrintCaption } from './print/PrintCaption';
import { ProjectorBar } from './projector/ProjectorBar';
import { PublishedSection } from './published/PublishedSection';
import { firstScore } from './stage/firstScore';
import { Stage } from './stage/Stage';
import { Tail } from './tail/Tail';
import { useTheme } from './theme';
import { TreatmentsSection } from './treatments/TreatmentsSection';
import { useWide } from './useWide';
import { Control } from './view/Control';
import { useControl, useParts } from './view/viewStore';

/** What may stand in the place of all this. */
const WHOLE = {
  collect: lazy(() => import('./collect/enter').then(({ enter }) => enter())),
  make: lazy(() => import('./make/enter').then(({ enter }) => enter())),
};

export function App() {
  const whole = useStore(lessonDoor, (door) => door.whole);
  const Whole = whole && WHOLE[whole];
  return Whole ? (
    <Late key={whole} failed={<NotLoaded />}>
      <Whole />
    </Late>
  ) : (
    <Lab />
  );
}

function Lab() {
  useKeyboard();
  useFileDrop();
  return useTheme() === 'projector' ? <ProjectorPage /> : <Page />;
}

/** Past the header and the controls, for the keyboard. */
function SkipLink() {
  const skip = (event: MouseEvent) => {
    // the address is the state: no fragment comes into it
    event.preventDefault();
    document.getElementById('samples')?.focus();
  };
  return (
    // biome-ignore lint/a11y/useValidAnchor: it leads to a part of this page
    <a className={styles.skip} href="#samples" onClick={skip}>
      To the samples
    </a>
  );
}

/** What went wrong, or is worth a word, wherever it came from. */
function News() {
  return (
    <>
      <Offline />
      <Notes />
      <OpenedNote />
      <Problem />
    </>
  );
}

function Page() {
  const wide = useWide();
  // without settings there is no column for them
  const [controls, speed] = [useControl('controls'), useControl('speed')];
  const bare = controls === 'hidden' && speed === 'hidden';
  // a tablet that is turned keeps its open settings
  const folds = useFolds();
  const hasLesson = useStore(lessonDoor, ({ isOpen }) => isOpen);
  // the stage alone: it stays in sight beside a card that is longer than the window
  const isStill = useStore(lessonDoor, ({ isBare }) => isBare);
  const hasNote = usePresetOnScreen() !== null && !hasLesson;
  return (
    <div className={styles.page} data-note={hasNote}>
      <SkipLink />
      <Header />
      <News />
      <main className={styles.body} data-bare={bare && !hasLesson} data-lesson={hasLesson} data-still={isStill}>
        <div className={styles.controls} data-off-paper>
          <Lesson />
          <RunPanel />
          {wide && <Settings {...folds} />}
        </div>
        <div className={styles.right}>
          <Stage />
          {/* on a phone what the loops make comes first */}
          {!wide && <Settings {...folds} />}
          <Rest />
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

/** What one looks for when the stage has said its part. */
function Rest() {
  const kind = useLab((state) => kindOf(experimentOnScreen(state)).id);
  const { isBare, curve } = useStore(lessonDoor);
  const first = useLab((state) => firstScore(experimentOnScreen(state), curve)?.id);
  const panels = kindPanels.find(({ id }) => id === kind);
  const parts = useParts();
  if (isBare) return null;
  return (
    <>
      {panels && parts !== 'scores' && (
        <Late failed={<NotLoaded />}>
          <panels.Follow />
        </Late>
      )}
      {parts !== 'samples' && <TreatmentsSection />}
      {parts !== 'samples' && <Scores besides={first} />}
      {parts !== 'samples' && <PublishedSection />}
      <Control name="tail">
        <Tail />
      </Control>
      {panels && parts !== 'samples' && (
        <Late failed={<NotLoaded />}>
          <panels.Shares />
        </Late>
      )}
    </>
  );
}

/** The stage alone, for the back row; beside it the step of a lesson. */
function ProjectorPage() {
  const hasLesson = useStore(lessonDoor, ({ isOpen }) => isOpen);
  return (
    <div className={styles.projector}>
      <ProjectorBar />
      <News />
      <main className={styles.shown} data-lesson={hasLesson}>
        <Lesson />
        <Stage />
      </main>
      <PrintCaption />
      <Dialogs />
    </div>
  );
}
