import { type CSSProperties, type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { Loop } from '../../../engine/descriptions';
import type { Frame } from '../../../results/frame';
import type { Followed } from '../../../store/followed';
import { labStore } from '../../../store/labStore';
import { SayButton } from '../../listen/SayButton';
import { useSpeaks } from '../../listen/useSpeaks';
import { Mark } from '../../Mark';
import styles from './Digits.module.css';
import { FilmCanvas } from './FilmCanvas';
import { imagesOf } from './generations';
import { digitName, pictureIn } from './nearestSample';

interface FilmProps {
  readonly loop: Loop;
  readonly frames: readonly Frame[];
  readonly followed: Followed;
}

function Film({ loop: { id, name }, frames, followed }: FilmProps) {
  const speaks = useSpeaks();
  const last = frames[frames.length - 1]?.generation ?? 1;
  const label = `The nearest ${digitName(followed)} in the ${name.toLowerCase()} loop, generations 1 to ${last}, above its difference from the one chosen`;
  return (
    <div className={styles.film}>
      <p className={styles.loop}>
        <Mark loop={id} />
        {name}
        {speaks && (
          <SayButton
            name={`film ${id}`}
            label={`Hear the film of the ${name.toLowerCase()} loop`}
            pictures={() => frames.map((frame) => pictureIn(imagesOf(frame, id), followed))}
            onEach={(at) => labStore.getState().show(frames[at].generation)}
          />
        )}
      </p>
      <FilmCanvas loop={id} frames={frames} followed={followed} differs label={label} />
    </div>
  );
}

/** The digit followed in every loop through the generations, all on one axis; a generation that is chosen is shown. */
export function Filmstrip({ loops, frames, shown, followed }: Omit<FilmProps, 'loop'> & { loops: readonly Loop[]; shown: number }) {
  const scroller = useRef<HTMLDivElement>(null);
  const listId = useId();
  const at = frames.findIndex(({ generation }) => generation === shown);

  useEffect(() => {
    const box = scroller.current;
    if (!box || at < 0) return;
    const pitch = box.scrollWidth / frames.length;
    const [left, right] = [at * pitch, (at + 1) * pitch];
    if (left < box.scrollLeft) box.scrollLeft = left;
    else if (right > box.scrollLeft + box.clientWidth) box.scrollLeft = right - box.clientWidth;
  }, [at, frames.length]);

  const show = (place: number) => {
    const frame = frames[Math.max(0, Math.min(frames.length - 1, place))];
    if (frame && frame.generation !== shown) labStore.getState().show(frame.generation);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    if (event.key === 'ArrowLeft') show(at - 1);
    else if (event.key === 'ArrowRight') show(at + 1);
    else if (event.key === 'Home') show(0);
    else if (event.key === 'End') show(frames.length - 1);
    else return;
    event.preventDefault();
  };

  return (
    <div ref={scroller} className={styles.scroller}>
      <div className={styles.strip} style={{ '--frames': frames.length } as CSSProperties}>
        {loops.map((loop) => (
          <Film key={loop.id} loop={loop} frames={frames} followed={followed} />
        ))}
        <div
          role="listbox"
          className={styles.generations}
          tabIndex={0}
          aria-label="Generations of the film"
          aria-orientation="horizontal"
          aria-activedescendant={at < 0 ? undefined : `${listId}-${at}`}
          onKeyDown={onKeyDown}
        >
          {frames.map(({ generation }, place) => (
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the list, which names its active option
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
            <div
              key={generation}
              role="option"
              id={`${listId}-${place}`}
              aria-label={`Generation ${generation}`}
              aria-selected={generation === shown}
              onClick={() => show(place)}
            >
              {generation}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
