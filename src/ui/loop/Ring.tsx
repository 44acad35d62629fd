import { waitingKeys } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { numberSpec } from '../controls/KeySlider';
import { BOX, type Point } from './geometry';
import styles from './PaneDiagram.module.css';
import { type BandProps, useBandDrag } from './useBandDrag';

/** Side of what a finger can take: 24 px still where the diagram is 84 px wide. */
const TARGET = 32;

interface RingProps extends BandProps {
  readonly at: Point;
  readonly colour: string;
}

const part = (units: number, whole: number) => `${(100 * units) / whole}%`;

/**
 * The ring on a band, for mouse and finger; the keyboard has the slider of the same key. Two targets meet in the middle of the diagram and never
 * overlap. It is no part of the drawing: there, browsers would let a finger scroll.
 */
export function Ring({ at: [x, y], colour, ...props }: RingProps) {
  const following = useBandDrag(props);
  const top = y < BOX.height / 2 ? BOX.height / 2 - TARGET : BOX.height / 2;
  return (
    <span
      className={styles.ring}
      style={{ left: part(x - TARGET / 2, BOX.width), top: part(top, BOX.height), width: part(TARGET, BOX.width) }}
      title={`${numberSpec(props.of).label}: drag up or to the right for more`}
      data-ring={props.of}
      {...following}
    >
      <svg viewBox={`0 0 ${TARGET} ${TARGET}`} aria-hidden="true">
        <circle cx={TARGET / 2} cy={y - top} r="4.75" stroke={colour} />
      </svg>
      {props.held !== undefined && <Bubble {...props} over={part(y - top, TARGET)} />}
    </span>
  );
}

/** The value in hand, over the hand. */
function Bubble({ of: key, held, over }: BandProps & { over: string }) {
  const waits = useLab((state) => key === 'initialReal' && waitingKeys(state).includes(key));
  return (
    <span className={styles.bubble} style={{ top: over }}>
      {waits ? `${held} on Reset` : held}
    </span>
  );
}
