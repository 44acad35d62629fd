import { type CSSProperties, type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import sliders from '../forms/Slider.module.css';
import { Changeable } from '../view/Setting';
import styles from './Controls.module.css';
import { NumberField, type NumberFieldProps } from './NumberField';
import type { Scale } from './scale';
import { useThrottle } from './throttle';
import { useTouchGuard } from './useTouchGuard';

export const COMMIT_GAP_MS = 150;
const STOPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 8,
  PageDown: -8,
  Home: -1e6,
  End: 1e6,
};

interface SliderProps extends Omit<NumberFieldProps, 'next' | 'describedBy'> {
  readonly scale: Scale;
  readonly hint?: string;
  /** what stands for the name, when it explains itself */
  readonly label?: ReactNode;
  readonly when?: ReactNode;
  readonly colour?: string;
}

/** A slider with a number field of the same name. The thumb follows at once; the value is handed on a few times a second. */
export function Slider({ scale, rule, value, onCommit, print = String, read, hint, label = rule.name, when, colour }: SliderProps) {
  const [dragged, setDragged] = useState<number | null>(null);
  const commits = useThrottle(onCommit, COMMIT_GAP_MS);
  const hintId = useId();
  const shownValue = dragged === null ? value : scale.value(dragged);
  const position = dragged ?? scale.position(value);

  const touch = useTouchGuard(value, commits.push);

  const drag = (place: number) => {
    setDragged(place);
    touch.push(scale.value(place));
  };
  const settle = () => {
    commits.flush();
    setDragged(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = STOPS[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    drag(scale.position(scale.next(shownValue, by)));
  };

  return (
    <div className={styles.slider} style={{ '--track': colour, '--part': position / scale.last } as CSSProperties}>
      <span className={styles.label}>
        {label} <span aria-hidden="true">{when}</span>
      </span>
      <Changeable>
        <NumberField
          rule={rule}
          value={shownValue}
          onCommit={onCommit}
          next={scale.next}
          print={print}
          {...(read && { read })}
          describedBy={hint && hintId}
        />
        <input
          type="range"
          className={`${sliders.range} ${sliders.railed}`}
          min={0}
          max={scale.last}
          step="any"
          aria-label={rule.name}
          aria-valuetext={print(shownValue)}
          aria-describedby={hint && hintId}
          value={position}
          onChange={(event) => drag(event.target.valueAsNumber)}
          onKeyDown={onKeyDown}
          onKeyUp={settle}
          onPointerDown={(event) => touch.begin(event, settle)}
          onBlur={settle}
        />
      </Changeable>
      {hint && (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
