import { useEffect, useMemo, useState } from 'react';
import { experimentOnScreen, runOf } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { useThrottle } from '../controls/throttle';
import { inkVariable } from '../palette';
import { framesOf, hasRun, shownOf } from '../runs';
import styles from './Narration.module.css';
import { narrate, spokenOf } from './narration';
import type { Piece } from './pieces';

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

export function Narration() {
  const frames = useLab(framesOf);
  const shown = useLab(shownOf);
  const experiment = useLab(experimentOnScreen);
  const started = useLab(hasRun);
  const running = useLab(({ run }) => run.status === 'running');
  const noise = useLab((state) => runOf(state)?.noise ?? null);
  const last = frames[shown - 1];
  // biome-ignore lint/correctness/useExhaustiveDependencies: frames beyond the one shown don't change the story
  const story = useMemo(() => narrate(frames.slice(0, shown), experiment, started, noise), [last, shown, experiment, started, noise]);
  return (
    <section className={styles.narration} aria-label="What is happening">
      <h2 className="visuallyHidden">What is happening</h2>
      <p className={styles.sentence}>
        <Pieces pieces={story.now} />
      </p>
      {story.since.length > 0 && (
        <p className={styles.since}>
          <Pieces pieces={story.since} />
        </p>
      )}
      {story.outlook.length > 0 && (
        <p className={styles.outlook}>
          <Pieces pieces={story.outlook} />
        </p>
      )}
      <Status text={spokenOf(story, running)} />
    </section>
  );
}
