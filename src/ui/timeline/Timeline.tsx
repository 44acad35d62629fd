import { type CSSProperties, type PointerEvent, type ReactNode, useRef } from 'react';
import { labStore } from '../../store/labStore';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import type { Plane } from '../charts/geometry';
import { useTouchGuard } from '../controls/useTouchGuard';
import sliders from '../forms/Slider.module.css';
import { inkVariable } from '../palette';
import { framesOf, hasRun, shownOf } from '../runs';
import { useSmallType } from '../theme';
import { useSize } from '../useSize';
import { useControl, useLockedWords } from '../view/viewStore';
import { placeWords, type TimelineEvent, thinned } from './events';
import styles from './Timeline.module.css';
import { useEvents } from './useEvents';

const THUMB = 18;
/** Width of a character of its words, in their size. */
const LETTER = 0.53;
/** Marks nearer than this lie on one another, px. */
const MARK = 5;

const colourOf = ({ loop }: TimelineEvent) => (loop === null ? 'var(--ink)' : inkVariable(loop));
const keyOf = ({ generation, loop }: TimelineEvent) => `${generation} ${loop}`;

interface TimelineProps {
  /** of the chart whose axis of time it is; without one it is as wide as its place */
  readonly plane?: Plane | null;
  readonly children?: ReactNode;
}

/** Where generations lie, px: from the real data (0) to the last one. */
function useTrack(plane: Plane | null | undefined) {
  const box = useRef<HTMLDivElement>(null);
  const { width } = useSize(box);
  const generations = useLab((state) => experimentOnScreen(state).generations);
  const [left, end] = plane ? [plane.geometry.left, plane.end] : [THUMB / 2, width - THUMB / 2];
  const place = (generation: number) => left + (Math.min(generation, generations) / generations) * (end - left);
  return { box, width, generations, left, end, place };
}

/** The slider of the generation shown, with what happened on the way; under a chart it is that chart's axis. */
export function Timeline({ plane, children }: TimelineProps) {
  const { box, width, generations, left, end, place } = useTrack(plane);
  const replicates = useLab((state) => experimentOnScreen(state).replicates);
  const computed = useLab((state) => framesOf(state).length);
  const shown = useLab(shownOf);
  const active = useLab(hasRun);
  const access = useControl('timeline');
  const reason = useLockedWords('timeline');
  const events = useEvents();
  const touch = useTouchGuard(shown, (generation) => labStore.getState().show(Math.min(computed, generation)));
  const generationAt = ({ clientX, currentTarget }: PointerEvent) => {
    const { x, width: all } = currentTarget.getBoundingClientRect();
    return Math.max(0, Math.round(((clientX - x) / all) * generations));
  };
  const letter = LETTER * useSmallType();
  const last = String(generations);
  const taken = [
    { left, right: left + letter * FIRST.length },
    { left: end - letter * last.length, right: end },
  ];
  // a chart names changes above its curves
  const told = plane ? events.filter(({ loop }) => loop !== null) : events;
  const words = placeWords(told, place, letter, width, taken);

  if (access === 'hidden') return null;
  const shares = { '--computed': computed / generations, '--shown': shown / generations } as CSSProperties;
  return (
    // before its chart has a size nobody knows where it lies
    <div className={styles.timeline} style={{ visibility: plane === null ? 'hidden' : undefined }} data-off-paper data-timeline>
      <div ref={box} className={styles.box} style={shares}>
        <div className={styles.track} style={{ left, width: end - left }} aria-hidden="true" data-computed={computed} />
        {thinned(events, place, MARK).map((event) => (
          <span
            key={keyOf(event)}
            className={event.loop === null ? styles.turn : styles.event}
            style={{ left: place(event.generation), background: colourOf(event) }}
            title={`generation ${event.generation}: ${event.words}${event.loop !== null && replicates > 1 ? ' (in replicate 1, the one drawn)' : ''}`}
          />
        ))}
        <input
          type="range"
          className={sliders.range}
          style={{ left: left - THUMB / 2, width: end - left + THUMB }}
          min={0}
          max={generations}
          value={shown}
          disabled={!active || access === 'locked'}
          {...(access === 'locked' && { title: reason })}
          aria-label="Generation shown"
          aria-valuetext={shown === 0 ? 'the real data' : `generation ${shown} of ${generations}, computed to ${computed}`}
          onChange={(event) => touch.push(event.target.valueAsNumber)}
          onPointerDown={(event) => touch.begin(event)}
        />
        {plane && active && access === 'shown' && (
          <div
            className={styles.reach}
            style={{ left, width: end - left, height: plane.floor - plane.geometry.top }}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              touch.begin(event);
              touch.push(generationAt(event));
            }}
            onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && touch.push(generationAt(event))}
          />
        )}
      </div>
      <div className={styles.words} aria-hidden="true">
        <span style={{ left }}>{FIRST}</span>
        <span style={{ right: width - end }}>{last}</span>
        {words.map(({ event, centre }) => (
          <span key={keyOf(event)} data-event style={{ left: centre, color: colourOf(event) }}>
            {event.words}
          </span>
        ))}
      </div>
      <ul className="visuallyHidden" aria-label="Events">
        {events.map((event) => (
          <li key={keyOf(event)}>
            generation {event.generation}
            {event.loop !== null && `, ${event.loop.replace('-', ' ')}`}: {event.words}
          </li>
        ))}
      </ul>
      {children && <div className={styles.foot}>{children}</div>}
    </div>
  );
}

/** The left end of the time. */
const FIRST = 'real data';
