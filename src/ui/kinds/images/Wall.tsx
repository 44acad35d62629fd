// biome-ignore-all lint/a11y/useSemanticElements: a table would be laid out as one, and this is a picture with places in it
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, which names its active cell
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useId, useState } from 'react';
import type { Loop } from '../../../engine/descriptions';
import { frameShown } from '../../../store/selectors';
import { useLab } from '../../../store/useLab';
import styles from './Digits.module.css';
import { follow, followedNow, unfollow, useFollowed } from './followed';
import { imagesOf } from './generations';
import { placeAfter } from './wallKeys';
import { WALL_COLUMNS } from './wallPicture';

const placeOf = (target: EventTarget) => (target instanceof HTMLElement ? target.closest<HTMLElement>('[data-place]')?.dataset.place : undefined);

/** Over a pane's picture: its digits, one of which can be chosen to be followed. One stop for Tab; arrow keys move within. */
export function Wall({ loop: { id, name } }: { loop: Loop }) {
  const generation = useLab((state) => frameShown(state)?.generation ?? 0);
  const count = useLab((state) => imagesOf(frameShown(state) ?? undefined, id)?.count ?? 0);
  const side = useLab((state) => imagesOf(frameShown(state) ?? undefined, id)?.side ?? 1);
  const followed = useFollowed();
  const [last, setLast] = useState(0);
  const wallId = useId();
  if (count === 0) return null;
  const active = Math.min(followed ?? last, count - 1);

  const choose = (place: number) => {
    setLast(place);
    if (followedNow() === place) unfollow();
    else follow(place, id);
  };
  const onClick = ({ target }: MouseEvent) => {
    const place = placeOf(target);
    if (place !== undefined) choose(Number(place));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const next = placeAfter(event.key, event.ctrlKey, active, count);
    if (next !== null) {
      setLast(next);
      follow(next, id);
    } else if (event.key === 'Enter' || event.key === ' ') choose(active);
    else if (event.key === 'Escape' && followed !== null) unfollow();
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div
        role="grid"
        className={styles.wall}
        style={{ '--gap': 1 / (WALL_COLUMNS * (side + 1) - 1) } as CSSProperties}
        tabIndex={0}
        aria-label={`Digits of the ${name.toLowerCase()} loop, generation ${generation}`}
        aria-describedby={`${wallId}-hint`}
        aria-activedescendant={`${wallId}-${active}`}
        data-wall={id}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        {Array.from({ length: Math.ceil(count / WALL_COLUMNS) }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the place
          <div key={row} role="row" className={styles.row}>
            {Array.from({ length: Math.min(WALL_COLUMNS, count - row * WALL_COLUMNS) }, (_, column) => {
              const place = row * WALL_COLUMNS + column;
              return (
                <div
                  key={place}
                  role="gridcell"
                  id={`${wallId}-${place}`}
                  aria-label={`Sample ${place + 1} of generation ${generation}`}
                  aria-selected={place === followed}
                  data-place={place}
                  data-active={place === active}
                />
              );
            })}
          </div>
        ))}
      </div>
      <span id={`${wallId}-hint`} hidden>
        Arrow keys choose a digit to follow through the generations; Escape lets it go.
      </span>
    </>
  );
}
