import { type KeyboardEvent, type PointerEvent, useMemo, useRef } from 'react';
import { controlValues, waitingKeys } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { changeNumber, numberSpec, ruleOf } from '../controls/KeySlider';
import { COMMIT_GAP_MS, STOPS } from '../controls/Slider';
import { countScale } from '../controls/scale';
import { useThrottle } from '../controls/throttle';
import { useControl } from '../view/viewStore';
import { type Band, stopsDragged } from './geometry';
import styles from './LoopDiagram.module.css';
import type { BandKey } from './trainingSet';

const NAMES: Record<BandKey, string> = {
  real: 'Drag: fresh real samples',
  synthetic: 'Drag: synthetic samples',
  initialReal: 'Drag: initial real samples',
};

/** Width of what a mouse can take of a thin band. */
const LEAST_GRIP = 10;

interface HandleProps {
  readonly of: BandKey;
  readonly band: Band;
  /** the value in hand, null when no hand is on it */
  readonly held: number | undefined;
  readonly onHold: (value: number | null) => void;
}

/** A band and the ring on it: a slider with the same stops as the one in the settings. The band follows at once, the run a few times a second. */
export function Handle({ of: key, band, held, onHold }: HandleProps) {
  const value = useLab((state) => controlValues(state)[key]);
  const waits = useLab((state) => waitingKeys(state).includes(key));
  const fallback = useLab(({ draft }) => numberSpec(key).fallback(draft));
  const mine = useControl(key);
  const all = useControl('controls');
  const { min, max } = ruleOf(key);
  const scale = useMemo(() => countScale(min, max, [fallback]), [min, max, fallback]);
  const commits = useThrottle((next: number) => changeNumber(key, next), COMMIT_GAP_MS);
  const grip = useRef<{ readonly x: number; readonly y: number; readonly position: number; readonly value: number } | null>(null);
  const ring = useRef<SVGGElement>(null);
  const shown = held ?? value;

  const hold = (next: number) => {
    onHold(next);
    commits.push(next);
  };
  const letGo = () => {
    grip.current = null;
    commits.flush();
    onHold(null);
  };
  const take = (event: PointerEvent<SVGElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    ring.current?.focus();
    event.preventDefault();
    grip.current = { x: event.clientX, y: event.clientY, position: scale.position(shown), value };
  };
  // the browser took the finger for something else, a scroll or a zoom
  const putBack = () => {
    if (grip.current && grip.current.value !== shown) commits.push(grip.current.value);
    letGo();
  };
  const onPointerMove = ({ clientX, clientY }: PointerEvent) => {
    if (!grip.current) return;
    const { x, y, position } = grip.current;
    const next = scale.value(position + stopsDragged(clientX - x, clientY - y));
    if (next !== shown) hold(next);
  };
  // a finger on a band scrolls the page; on the ring it drags
  const takeBand = (event: PointerEvent<SVGElement>) => {
    if (event.pointerType !== 'touch') take(event);
  };
  const following = { onPointerMove, onPointerUp: letGo, onPointerCancel: putBack };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = STOPS[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    hold(scale.next(shown, by));
  };

  if (mine !== 'shown' || all !== 'shown') return null;
  return (
    <>
      <path className={styles.grip} d={band.path} strokeWidth={Math.max(LEAST_GRIP, band.width)} onPointerDown={takeBand} {...following} />
      <g
        ref={ring}
        role="slider"
        tabIndex={0}
        className={styles.handle}
        aria-label={NAMES[key]}
        aria-orientation="vertical"
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuenow={shown}
        aria-valuetext={waits ? `${shown}, on Reset` : String(shown)}
        onPointerDown={take}
        {...following}
        onKeyDown={onKeyDown}
        onKeyUp={letGo}
        onBlur={letGo}
      >
        <title>{`${numberSpec(key).label}: drag up or to the right for more`}</title>
        <circle className={styles.target} cx={band.x} cy={band.y} r="15" />
        <circle className={styles.ring} cx={band.x} cy={band.y} r="7" />
      </g>
    </>
  );
}
