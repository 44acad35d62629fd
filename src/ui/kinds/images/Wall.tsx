// biome-ignore-all lint/a11y/useSemanticElements: a table would be laid out as one, and this is a picture with places in it
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, which names its active cell
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Loop } from '../../../engine/descriptions';
import type { ShownImages } from '../../../engine/kinds/images';
import { frameShown } from '../../../store/selectors';
import { useLab } from '../../../store/useLab';
import { SpeechLost } from '../../listen/SpeechLost';
import { say } from '../../listen/spoken';
import { useSpeaks } from '../../listen/useSpeaks';
import styles from './Digits.module.css';
import { follow, unfollow, useFollowed } from './followed';
import { imagesOf, pixelsOf, realImages } from './generations';
import { InTraining } from './InTraining';
import { nearestSample } from './nearestSample';
import { placeAfter } from './wallKeys';
import { WALL_COLUMNS } from './wallPicture';

/** Which digit is under the pointer; -1 in the gap below a short last row. */
function placeUnder({ clientX, clientY, currentTarget }: MouseEvent, count: number): number {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  const at = (from: number, to: number) => Math.max(0, Math.min(WALL_COLUMNS - 1, Math.floor((WALL_COLUMNS * from) / to)));
  const place = at(clientY - top, height) * WALL_COLUMNS + at(clientX - left, width);
  return place < count ? place : -1;
}

/** Over a pane's picture: its digits, one of which can be chosen to be followed; and the network that is being trained. */
export function Wall({ loop }: { loop: Loop }) {
  const images = useLab((state) => imagesOf(frameShown(state) ?? undefined, loop.id));
  const speaks = useSpeaks();
  const real = useLab((state) => (speaks ? realImages(state) : null));
  return (
    <>
      {images && images.count > 0 && <Digits loop={loop} images={images} speaks={speaks} />}
      {real && real.count > 0 && <Digits loop={loop} images={real} speaks={speaks} isReal />}
      <InTraining loop={loop.id} />
      {speaks && <SpeechLost of={(lost) => lost === `sample ${loop.id}`} className={styles.lost} />}
    </>
  );
}

interface DigitsProps {
  readonly loop: Loop;
  readonly images: ShownImages;
  /** a digit that is chosen is heard */
  readonly speaks: boolean;
  readonly isReal?: boolean;
}

/** One picture with one button for whoever reads it, a grid for whoever enters it: one stop for Tab; arrow keys move within. */
function Digits({ loop: { id, name }, images, speaks, isReal = false }: DigitsProps) {
  const { count, side } = images;
  const generation = useLab((state) => frameShown(state)?.generation ?? 0);
  const wholeFollowed = useFollowed();
  const followed = isReal ? null : wholeFollowed;
  const [last, setLast] = useState(0);
  const [entered, setEntered] = useState(false);
  const [under, setUnder] = useState(-1);
  const leaves = useRef(false);
  const same = followed && nearestSample(images, followed);
  const active = Math.min(same ?? last, count - 1);

  const pick = (place: number) => {
    setLast(place);
    if (!isReal) follow(id, place);
    if (speaks) say(`sample ${id}`, [pixelsOf(images, place)]);
  };
  const choose = (place: number) => {
    if (place !== same || speaks) return pick(place);
    setLast(place);
    unfollow();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const next = placeAfter(event.key, event.ctrlKey, active, count);
    if (next !== null) {
      setEntered(true);
      pick(next);
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (entered) choose(active);
      else setEntered(true);
    } else if (event.key === 'Escape' && (entered || followed)) {
      unfollow();
      leaves.current = entered;
      setEntered(false);
    } else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    // pressed by a screen reader, not at a place
    if (event.detail === 0) return setEntered(true);
    const place = placeUnder(event, count);
    if (place >= 0) choose(place);
  };

  const shared = { 'data-wall': id, onKeyDown, onClick };
  const whose = isReal ? 'Digits of the first speaker' : `Digits of the ${name.toLowerCase()} loop`;
  const label = isReal ? whose : `${whose}, generation ${generation}`;
  const purpose = isReal ? 'hear' : speaks ? 'hear and to follow' : 'follow';
  return (
    <div
      className={styles.wall}
      style={{ '--gap': 1 / (WALL_COLUMNS * (side + 1) - 1) } as CSSProperties}
      onPointerMove={(event: PointerEvent) => setUnder(event.pointerType === 'mouse' ? placeUnder(event, count) : -1)}
      onPointerLeave={() => setUnder(-1)}
    >
      {under >= 0 && <Spot place={under} kind="under" />}
      {same !== null && <Spot place={same} kind="followed" />}
      {entered ? (
        <Cells
          {...shared}
          label={label}
          purpose={purpose}
          count={count}
          active={active}
          generation={generation}
          selected={same}
          leave={() => setEntered(false)}
        />
      ) : (
        <Entrance {...shared} label={`${label}: choose one to ${purpose}`} isLeft={leaves} />
      )}
    </div>
  );
}

/** A frame round one digit. */
function Spot({ place, kind }: { place: number; kind: 'under' | 'followed' }) {
  const area = { gridRow: 1 + Math.floor(place / WALL_COLUMNS), gridColumn: 1 + (place % WALL_COLUMNS) };
  return <span className={styles.spot} data-spot={kind} style={area} />;
}

interface OverWall {
  readonly label: string;
  readonly 'data-wall': string;
  onKeyDown(event: KeyboardEvent): void;
  onClick(event: MouseEvent): void;
}

function Entrance({ label, isLeft, ...events }: OverWall & { isLeft: RefObject<boolean> }) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (isLeft.current) button.current?.focus();
    isLeft.current = false;
  }, [isLeft]);
  return <button ref={button} type="button" className={styles.over} aria-label={label} {...events} />;
}

interface CellsProps extends OverWall {
  readonly count: number;
  readonly active: number;
  readonly selected: number | null;
  readonly generation: number;
  /** what a digit is chosen for */
  readonly purpose: string;
  leave(): void;
}

function Cells({ label, purpose, count, active, selected, generation, leave, ...events }: CellsProps) {
  const grid = useRef<HTMLDivElement>(null);
  const wallId = useId();
  useLayoutEffect(() => grid.current?.focus(), []);
  return (
    <div
      ref={grid}
      role="grid"
      className={styles.over}
      tabIndex={0}
      aria-label={label}
      aria-describedby={`${wallId}-hint`}
      aria-activedescendant={`${wallId}-${active}`}
      onBlur={leave}
      {...events}
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
                aria-label={generation === 0 ? `Real sample ${place + 1}` : `Sample ${place + 1} of generation ${generation}`}
                aria-selected={place === selected}
                data-active={place === active}
              />
            );
          })}
        </div>
      ))}
      <span id={`${wallId}-hint`} hidden>
        Arrow keys choose a digit to {purpose}
        {generation > 0 && ' through the generations'}; Escape lets it go.
      </span>
    </div>
  );
}
