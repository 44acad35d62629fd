import { type CSSProperties, type KeyboardEvent, useEffect } from 'react';
import type { Loop } from '../../../engine/descriptions';
import { capital } from '../../../format';
import type { Followed } from '../../../store/followed';
import { SpeechLost } from '../../listen/SpeechLost';
import { hushSpeech } from '../../listen/spoken';
import { useSpeaks } from '../../listen/useSpeaks';
import { Volume } from '../../listen/Volume';
import { useDark } from '../useDark';
import { useFilmFrames } from '../useFilmFrames';
import styles from './Digits.module.css';
import { DIFFERENCE } from './drawFilm';
import { Filmstrip } from './Filmstrip';
import { followAnother, leaveFilm } from './followed';
import { NearestReal } from './NearestReal';
import { digitName, oneDigit } from './nearestSample';

const MOST_FRAMES = 40;

/** What is beside the digits: where a difference is more ink, and where less. */
function Key({ speaks }: { speaks: boolean }) {
  const { more, less } = DIFFERENCE[useDark() ? 'dark' : 'light'];
  return (
    <p className={styles.words} style={{ '--more': more, '--less': less } as CSSProperties}>
      Below each, its difference from the one chosen: <span className={styles.key} data-key="more" /> {speaks ? 'louder' : 'more ink'}{' '}
      <span className={styles.key} data-key="less" /> {speaks ? 'softer' : 'less ink'}
    </p>
  );
}

/** The samples nearest to one, through the generations of every loop. */
export function Follow({ loops, followed }: { loops: readonly Loop[]; followed: Followed }) {
  const { frames, shown, every } = useFilmFrames(MOST_FRAMES);
  const frame = frames.find(({ generation }) => generation === shown);
  const name = digitName(followed);
  const speaks = useSpeaks();
  // who lets it go, or resets, hears no more of it
  useEffect(() => hushSpeech, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    leaveFilm();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape alone, for whatever in here has the focus
    <div className={styles.follow} onKeyDown={onKeyDown}>
      <div className={styles.head}>
        <h2>{capital(oneDigit(name))} through the generations</h2>
        <button type="button" className="textButton" onClick={() => followAnother(-1)}>
          Previous sample
        </button>
        <button type="button" className="textButton" onClick={() => followAnother(1)}>
          Next sample
        </button>
        <button type="button" className="textButton" onClick={leaveFilm}>
          Stop following
        </button>
      </div>
      {speaks && <Volume />}
      <SpeechLost of={(lost) => !lost.startsWith('sample')} />
      <p className={styles.words}>
        Of each generation, the sample on the wall that is nearest to the one you chose
        {followed.digit === null ? '' : `, among those that the classifier reads as ${oneDigit(name)}: a gap where there is none`}. Each network is
        trained from scratch, so it is never the same sample twice.{every ? '' : ` ${frames.length} generations are drawn, evenly spread.`}
      </p>
      {frames.length === 0 ? (
        <p className={styles.words}>Waiting for generation 1.</p>
      ) : (
        <>
          <Key speaks={speaks} />
          <div className={styles.body}>
            <Filmstrip loops={loops} frames={frames} shown={shown} followed={followed} />
            <NearestReal loops={loops} frame={frame} followed={followed} />
          </div>
        </>
      )}
      <p className={styles.words}>
        Nearest: smallest Euclidean distance over pixels, among the real digits that the loop has trained on so far, or with a cure might have. Usual:
        the median from one of these to the nearest other. A copied digit would lie near 0; a blur lies near many digits and copies none.
      </p>
      {speaks && (
        <p className={styles.words}>
          What is heard is the picture: each row is a band of sound, as loud as it is dark, up to 3,000 Hz in overtones of one voice, above it as a
          hiss. How high that voice speaks is not in the pictures; it is the same for all. The first speaker is a synthesiser: no person was recorded.
        </p>
      )}
    </div>
  );
}
