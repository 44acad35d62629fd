import { useLayoutEffect, useSyncExternalStore } from 'react';
import { chartsAt } from '../frame/heights';
import { presetOf } from '../presets/presetOf';
import { sharedLinkOf } from '../store/addressBar';
import { experimentOnScreen } from '../store/selectors';
import { useLab } from '../store/useLab';
import { Scores } from '../ui/charts/Scores';
import { RunButtons } from '../ui/controls/RunButtons';
import { BadgeLine } from '../ui/Footer';
import { Notes } from '../ui/Notes';
import { Problem } from '../ui/Problem';
import { PrintCaption } from '../ui/print/PrintCaption';
import { Samples } from '../ui/samples/Samples';
import { firstScore } from '../ui/stage/firstScore';
import { Narration } from '../ui/text/Narration';
import { Extent } from '../ui/timeline/Extent';
import { Timeline } from '../ui/timeline/Timeline';
import { Control } from '../ui/view/Control';
import { useParts } from '../ui/view/viewStore';
import styles from './EmbedApp.module.css';
import { EmbedSettings } from './EmbedSettings';
import { openLab } from './openLab';
import { useWaits } from './takeTurns';

function onResize(changed: () => void) {
  addEventListener('resize', changed);
  return () => removeEventListener('resize', changed);
}

/** The figure in its frame: the page's own parts, without what only a page has room for. */
export function EmbedApp({ onDrawn }: { onDrawn: () => void }) {
  const parts = useParts();
  useLayoutEffect(onDrawn, [onDrawn]);
  const lead = useLab((state) => firstScore(experimentOnScreen(state)));
  const charts = useSyncExternalStore(onResize, () => chartsAt(innerWidth));
  return (
    <main className={styles.embed}>
      <div className={styles.head}>
        <EmbedTitle />
        <RunButtons />
      </div>
      <Waits />
      <Notes />
      <Problem />
      {parts !== 'scores' && <Samples />}
      <Timeline>
        <Extent />
      </Timeline>
      {parts !== 'samples' && (
        <div data-off-paper={parts === 'both' || undefined}>
          <Scores first={charts} lead={lead} />
        </div>
      )}
      {/* below what it is about: the room for its last words would be a hole above */}
      <Control name="narration">
        <div className={styles.story}>
          <Narration brief />
        </div>
      </Control>
      <EmbedSettings />
      <PrintCaption />
      <Control name="footer">
        <footer className={styles.footer} data-off-paper>
          <BadgeLine />
          <LabLink />
        </footer>
      </Control>
    </main>
  );
}

/** What the figure shows: the preset's own words, as long as it is one. */
function EmbedTitle() {
  const preset = useLab((state) => presetOf(experimentOnScreen(state)));
  return (
    <header>
      <h1 className={styles.title}>{preset?.title ?? 'What happens when AI trains on AI?'}</h1>
      {preset && <p className={styles.look}>{preset.look}</p>}
    </header>
  );
}

/** Why a figure that ran stands still. */
function Waits() {
  const waits = useWaits();
  if (!waits) return null;
  return (
    <p className="mute" data-off-paper>
      Waiting: another figure on this page is computing. Press Run or Resume to let this one go first.
    </p>
  );
}

function LabLink() {
  const link = useLab((state) => sharedLinkOf(experimentOnScreen(state), location));
  return (
    <p>
      <a href={link} target="_blank" rel="noopener" className={styles.lab} onClick={openLab}>
        Open in MAD Lab
      </a>
    </p>
  );
}
