import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { labStore } from '../../store/labStore';
import { experimentOnScreen, frameShown, runOf } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { useThrottle } from '../controls/throttle';
import { inkVariable } from '../palette';
import { framesOf, hasRun, shownOf } from '../runs';
import { storyText } from './beforeRun';
import styles from './Narration.module.css';
import { type Piece, plainText } from './pieces';
import { useTelling } from './useTelling';

/** Time between two announcements of a screen reader. */
const QUIET_MS = 5000;

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, loop }, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity beside their place
    <span key={i} {...(loop && { className: styles.loop, style: { color: inkVariable(loop) } })}>
      {text}
    </span>
  ));
}

/** A text for the ear: renewed at most once in `QUIET_MS`, and always ending at the latest. */
function Status({ text }: { text: string }) {
  const [spoken, setSpoken] = useState(text);
  const announcements = useThrottle(setSpoken, QUIET_MS);
  useEffect(() => announcements.push(text), [announcements, text]);
  return (
    <p role="status" className="visuallyHidden">
      {spoken}
    </p>
  );
}

/**
 * While it runs one line, to be read in passing; when it stands the whole story below it.
 * @param brief without what has changed since an intervention, and without what usually comes
 * @param aside what can be done about it
 */
export function Narration({ brief = false, aside }: { brief?: boolean; aside?: ReactNode }) {
  const shown = useLab(shownOf);
  // what is computed beyond it doesn't change the story
  const last = useLab(frameShown);
  const told = () => framesOf(labStore.getState()).slice(0, shown);
  const experiment = useLab(experimentOnScreen);
  const started = useLab(hasRun);
  const running = useLab(({ run }) => run.status === 'running');
  const noise = useLab((state) => runOf(state)?.noise ?? null);
  const { headlineOf, narrate } = useTelling(started);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `told` is what leads to the last one
  const headline = useMemo(() => headlineOf(told(), experiment, noise, started), [headlineOf, last, shown, experiment, started, noise]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const story = useMemo(
    () => (running ? null : narrate(told(), experiment, started, noise)),
    [narrate, running, last, shown, experiment, started, noise],
  );
  const parts = story ? [story.now, ...(brief ? [] : [story.since, story.outlook])].filter((pieces) => pieces.length > 0) : [];
  return (
    <section className={styles.narration} aria-label="What is happening" data-aside={aside !== undefined}>
      <h2 className="visuallyHidden">What is happening</h2>
      {/* what is seen here is said once, by the status */}
      <p className={styles.headline} aria-hidden="true">
        {/* another sentence, not the same words in other places */}
        <Pieces key={plainText(headline)} pieces={headline} />
      </p>
      {aside && <div className={styles.aside}>{aside}</div>}
      <div className={styles.details} aria-hidden="true">
        {parts.map((pieces, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity beside their place
          <p key={i}>
            <Pieces pieces={pieces} />
          </p>
        ))}
      </div>
      <Status text={story ? storyText(story) : plainText(headline)} />
    </section>
  );
}
