import { type PointerEvent, useMemo, useRef } from 'react';
import { controlValues } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { changeNumber, numberSpec, ruleOf } from '../controls/KeySlider';
import { COMMIT_GAP_MS } from '../controls/Slider';
import { countScale } from '../controls/scale';
import { useThrottle } from '../controls/throttle';
import { stopsDragged } from './geometry';
import type { BandKey } from './trainingSet';

export interface BandProps {
  readonly of: BandKey;
  /** the value in hand; undefined when no hand is on it */
  readonly held: number | undefined;
  readonly onHold: (value: number | null) => void;
}

/** What a hand on a band does, with the stops of the slider of its key. The band follows at once, the run a few times a second. */
export function useBandDrag({ of: key, held, onHold }: BandProps) {
  const value = useLab((state) => controlValues(state)[key]);
  const fallback = useLab(({ draft }) => numberSpec(key).fallback(draft));
  const { min, max } = ruleOf(key);
  const scale = useMemo(() => countScale(min, max, [fallback]), [min, max, fallback]);
  const commits = useThrottle((next: number) => changeNumber(key, next), COMMIT_GAP_MS);
  const grip = useRef<{ readonly x: number; readonly y: number; readonly position: number; readonly value: number } | null>(null);
  const shown = held ?? value;

  const letGo = () => {
    if (!grip.current) return;
    grip.current = null;
    commits.flush();
    onHold(null);
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    event.preventDefault();
    grip.current = { x: event.clientX, y: event.clientY, position: scale.position(shown), value };
    onHold(shown);
  };
  const onPointerMove = ({ clientX, clientY }: PointerEvent) => {
    if (!grip.current) return;
    const { x, y, position } = grip.current;
    const next = scale.value(position + stopsDragged(clientX - x, clientY - y));
    if (next === shown) return;
    onHold(next);
    commits.push(next);
  };
  // the browser took the finger for something else, a scroll or a zoom
  const onPointerCancel = () => {
    if (grip.current && grip.current.value !== shown) commits.push(grip.current.value);
    letGo();
  };
  return { onPointerDown, onPointerMove, onPointerUp: letGo, onPointerCancel };
}
