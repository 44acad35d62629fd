import { useEffect, useMemo, useRef, useState } from 'react';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { inkVariable } from '../palette';
import { framesOf, hasRun, shownOf } from '../runs';
import styles from './Narration.module.css';
import { narrate, plainText } from './narration';

const QUIET_MS = 5000;

/** A text that changes at most once in `gapMs`, and always ends at the latest. */
function useCalm(text: string, gapMs: number): string {
  const [calm, setCalm] = useState(text);
  const last = useRef(0);
  useEffect(() => {
    const wait = Math.max(0, last.current + gapMs - performance.now());
    const timer = setTimeout(() => {
      last.current = performance.now();
      setCalm(text);
    }, wait);
    return () => clearTimeout(timer);
  }, [text, gapMs]);
  return calm;
}

export function Narration() {
  const frames = useLab(framesOf);
  const shown = useLab(shownOf);
  const experiment = useLab(experimentOnScreen);
  const started = useLab(hasRun);
  const last = frames[shown - 1];
  // biome-ignore lint/correctness/useExhaustiveDependencies: frames beyond the one shown don't change the sentence
  const pieces = useMemo(() => narrate(frames.slice(0, shown), experiment, started), [last, shown, experiment, started]);
  const spoken = useCalm(plainText(pieces), QUIET_MS);
  return (
    <section className={styles.narration} aria-label="What is happening">
      <h2 className="visuallyHidden">What is happening</h2>
      <p className={styles.sentence}>
        {pieces.map(({ text, loop }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity beside their place
          <span key={i} {...(loop && { className: styles.loop, style: { color: inkVariable(loop) } })}>
            {text}
          </span>
        ))}
      </p>
      <p role="status" className="visuallyHidden">
        {spoken}
      </p>
    </section>
  );
}
