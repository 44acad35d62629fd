import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from 'react';
import type { Loop } from '../../../engine/descriptions';
import { experimentOnScreen } from '../../../store/selectors';
import { useLab } from '../../../store/useLab';
import styles from './Digits.module.css';
import { DIFFERENCE } from './drawFilm';
import { Filmstrip } from './Filmstrip';
import { followAnother, leaveFilm, takeOpening } from './followed';
import { NearestReal } from './NearestReal';
import { useDark } from './useDark';
import { useFilmFrames } from './useFilmFrames';

const WALL = 64;
const MOST_FRAMES = 40;

/** One latent point through the generations of every loop. */
export function Follow({ loops, sample }: { loops: readonly Loop[]; sample: number }) {
  const { frames, shown, every } = useFilmFrames(MOST_FRAMES);
  const biased = useLab((state) => {
    const { bias, changes } = experimentOnScreen(state);
    return bias !== 1 || changes.some(({ settings }) => settings.bias !== undefined);
  });
  const { more, less } = DIFFERENCE[useDark() ? 'dark' : 'light'];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!takeOpening()) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    heading.current?.scrollIntoView({ block: 'nearest', behavior: still ? 'auto' : 'smooth' });
  }, []);
  const frame = frames.find(({ generation }) => generation === shown);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    leaveFilm();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape alone, for whatever in here has the focus
    <div className={styles.follow} style={{ '--more': more, '--less': less } as CSSProperties} onKeyDown={onKeyDown}>
      <div className={styles.head}>
        <h2 ref={heading}>Sample {sample + 1} through the generations</h2>
        <button type="button" className="textButton" onClick={() => followAnother(-1, WALL)}>
          Previous sample
        </button>
        <button type="button" className="textButton" onClick={() => followAnother(1, WALL)}>
          Next sample
        </button>
        <button type="button" className="textButton" onClick={leaveFilm}>
          Stop following
        </button>
      </div>
      <p className={styles.words}>
        One latent point, the same in every loop and generation{biased ? ', only scaled by √λ where the sampling bias λ is not 1' : ''}. Each
        generation’s network is trained from scratch and lays out its digits anew, so the point may become another digit: what tells is how clear it
        stays.{every ? '' : ` ${frames.length} generations are drawn, evenly spread.`}
      </p>
      {frames.length === 0 ? (
        <p className={styles.words}>Waiting for generation 1.</p>
      ) : (
        <div className={styles.body}>
          <Filmstrip loops={loops} frames={frames} shown={shown} sample={sample} />
          <NearestReal loops={loops} frame={frame} sample={sample} />
        </div>
      )}
      <p className={styles.words}>
        Below each frame, its difference from generation 1: <span className={styles.key} data-key="more" /> solid, more ink;{' '}
        <span className={styles.key} data-key="less" /> striped, less ink; full colour from half the ink on.
      </p>
      <p className={styles.words}>
        Nearest: smallest Euclidean distance over pixels, among the real digits that the loop has trained on so far. Usual: the median from one of
        these to the nearest other. A copied digit would lie near 0; a blur lies near many digits and copies none.
      </p>
    </div>
  );
}
