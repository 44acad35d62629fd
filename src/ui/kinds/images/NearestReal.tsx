import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Loop } from '../../../engine/descriptions';
import { number, thousands } from '../../../format';
import type { NearestImage } from '../../../protocol/messages';
import type { Frame } from '../../../results/frame';
import type { Followed } from '../../../store/followed';
import { labStore } from '../../../store/labStore';
import { experimentOnScreen } from '../../../store/selectors';
import { useLab } from '../../../store/useLab';
import { SayButton } from '../../listen/SayButton';
import { useSpeaks } from '../../listen/useSpeaks';
import { Mark } from '../../Mark';
import { useDark } from '../useDark';
import styles from './Digits.module.css';
import { drawDigit } from './drawFilm';
import { imagesOf, pixelsOf } from './generations';
import { digitName, nearestSample, oneDigit, pictureIn } from './nearestSample';

/** Asks for the real digits nearest to those followed in the frame shown, once for each frame and choice; the last question wins. */
function useNearest(loops: readonly Loop[], frame: Frame | undefined, followed: Followed) {
  const experiment = useLab(experimentOnScreen);
  const ids = loops.map(({ id }) => id).join(' ');
  useEffect(() => {
    if (!frame) return labStore.nearest.forget();
    const queries = ids.split(' ').flatMap((loop) => {
      const images = imagesOf(frame, loop);
      const place = images && nearestSample(images, followed);
      return images && place !== null ? [{ loop, generation: frame.generation, pixels: pixelsOf(images, place).slice() }] : [];
    });
    labStore.nearest.ask(experiment, queries);
  }, [frame, followed, ids, experiment]);
  useEffect(() => () => labStore.nearest.forget(), []);
  return useStore(labStore.nearest.store);
}

function Digit({ pixels, label }: { pixels: Uint8Array; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const dark = useDark();
  useEffect(() => {
    if (canvas.current) drawDigit(canvas.current, pixels, dark);
  }, [pixels, dark]);
  return <canvas ref={canvas} className={styles.digit} role="img" aria-label={label} />;
}

function readWords({ real, made }: NearestImage): string {
  if (real === null) return '';
  return real === made ? `both read as ${real}` : `reads as ${real}, the sample as ${made}`;
}

/** For each loop the real digit nearest to the sample shown, and how near: a copy would lie at 0. */
export function NearestReal({ loops, frame, followed }: { loops: readonly Loop[]; frame: Frame | undefined; followed: Followed }) {
  const { status, answers, message } = useNearest(loops, frame, followed);
  const speaks = useSpeaks();
  return (
    <div className={styles.nearest} data-status={status}>
      <h3>{speaks ? 'The first speaker’s nearest' : 'Nearest real digit'}</h3>
      {status === 'failed' && <p>{message}</p>}
      <ul>
        {loops.map(({ id, name }) => {
          const images = imagesOf(frame, id);
          const place = images && nearestSample(images, followed);
          const answer = place === null ? undefined : answers.find((found): found is NearestImage => 'pixels' in found && found.loop === id);
          return (
            <li key={id}>
              <p className={styles.loop}>
                <Mark loop={id} />
                {name}
                {answer && speaks && (
                  <SayButton
                    name={`nearest ${id}`}
                    label={`Hear the nearest real digit, then the sample, of the ${name.toLowerCase()} loop`}
                    pictures={() => [answer.pixels, pictureIn(images, followed)]}
                  />
                )}
              </p>
              {answer ? (
                <>
                  <Digit
                    pixels={answer.pixels}
                    label={`Nearest real digit to sample ${(place ?? 0) + 1} in the ${name.toLowerCase()} loop${answer.real === null ? '' : `: ${oneDigit(String(answer.real))}`}`}
                  />
                  <p>
                    <strong>{number(answer.distance)}</strong> away{answer.usual !== null && `; usual ${number(answer.usual)}`}
                    <span>nearest of {thousands(answer.searched)}</span>
                    <span>{readWords(answer)}</span>
                  </p>
                </>
              ) : (
                <p>{images && place === null ? `no ${digitName(followed)} on this wall` : status === 'asking' && 'looking …'}</p>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
