import { useRef } from 'react';
import type { Followed } from '../../../store/followed';
import { labStore } from '../../../store/labStore';
import { useWidth } from '../../useSize';
import { ClassHistogram } from '../classes/ClassHistogram';
import { useFilmFrames } from '../useFilmFrames';
import styles from './BelowWall.module.css';
import { FilmCanvas } from './FilmCanvas';
import { useFollowed } from './followed';
import { digitName } from './nearestSample';

/** CSS pixels of a frame and the gap behind it. */
const PITCH = 30;

/** Under a wall which digits are made, or the one that is followed: in the same room, so that nothing moves. */
export function BelowWall({ loop }: { loop: string }) {
  const followed = useFollowed();
  return followed ? <PaneFilm loop={loop} followed={followed} /> : <ClassHistogram loop={loop} />;
}

/** The film in one row, of as many generations as there is room for; one that is pressed is shown. */
function PaneFilm({ loop, followed }: { loop: string; followed: Followed }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const room = Math.max(3, Math.floor(width / PITCH));
  const { frames, shown } = useFilmFrames(room);
  const name = digitName(followed);
  const { show } = labStore.getState();
  return (
    <div ref={box} className={styles.film} data-pane-film={loop}>
      <p>the nearest {name} of each generation</p>
      {width > 0 && frames.length > 0 && (
        <div className={styles.strip} style={{ width: frames.length * PITCH }}>
          <FilmCanvas loop={loop} frames={frames} followed={followed} differs={false} label={`The nearest ${name}, ${frames.length} generations`} />
          <div aria-hidden="true" className={styles.generations}>
            {frames.map(({ generation }) => (
              // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for pointers; the timeline has the keys
              // biome-ignore lint/a11y/useKeyWithClickEvents: as above
              <span key={generation} data-shown={generation === shown} onClick={() => show(generation)}>
                {generation}
              </span>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}
