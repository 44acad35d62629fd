import { type CSSProperties, useMemo, useRef } from 'react';
import { labStore } from '../../store/labStore';
import { experimentOnScreen } from '../../store/selectors';
import type { Run } from '../../store/state';
import { useLab } from '../../store/useLab';
import { CompareButtons, CompareWords } from '../compare/Comparison';
import { useTouchGuard } from '../controls/useTouchGuard';
import sliders from '../forms/Slider.module.css';
import { inkVariable } from '../palette';
import { framesOf, hasRun, shownOf } from '../runs';
import { progressWords } from '../text/progress';
import { useWidth } from '../useWidth';
import { Control } from '../view/Control';
import { useControl, useLockedWords } from '../view/viewStore';
import { Changes } from './Changes';
import { interventions, losses, placeWords, type TimelineEvent } from './events';
import styles from './Timeline.module.css';

const THUMB = 18;
const CHARACTER = 6.4;

function useEvents(): readonly TimelineEvent[] {
  const frames = useLab(framesOf);
  const experiment = useLab(experimentOnScreen);
  // while it runs, what was computed ahead of the screen is not told yet
  const told = useLab((state) => (state.run.status === 'running' ? shownOf(state) : framesOf(state).length));
  const lost = useMemo(() => losses(frames.slice(0, told), experiment), [frames, told, experiment]);
  return useMemo(() => [...lost, ...interventions(experiment)], [lost, experiment]);
}

/** What is computed once more, because its models were not kept; '' otherwise. */
function againWords({ progress, frames, experiment }: Run): string {
  if (!progress || progress.phase === 'noise' || progress.generation > frames.length) return '';
  return `computing generation ${progress.generation} again, on the way to ${frames.length}: ${progressWords(progress, experiment)}`;
}

/** How far the run is, in words; what is being computed now when it is slower than the eye. */
function Extent() {
  const words = useLab((state) => {
    const { run } = state;
    if (run.status === 'idle' || (run.frames.length === 0 && run.status === 'running')) return '';
    const computed = run.frames.length;
    const of = `generation ${run.shown} of ${run.experiment.generations}`;
    const again = againWords(run);
    if (again) return `${of} · ${again}`;
    if (computed >= run.experiment.generations) return run.shown === computed ? of : `${of} · all computed`;
    if (run.status !== 'running' || computed > run.shown) return `${of} · computed to ${computed}`;
    return `${of} · computing ${computed + 1}: ${progressWords(run.progress, run.experiment)}`;
  });
  return <p className={styles.extent}>{words}</p>;
}

export function Timeline() {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const generations = useLab((state) => experimentOnScreen(state).generations);
  const replicates = useLab((state) => experimentOnScreen(state).replicates);
  const computed = useLab((state) => framesOf(state).length);
  const shown = useLab(shownOf);
  const active = useLab(hasRun);
  const access = useControl('timeline');
  const reason = useLockedWords('timeline');
  const events = useEvents();
  const touch = useTouchGuard(shown, (generation) => labStore.getState().show(Math.min(computed, generation)));
  const place = (generation: number) => THUMB / 2 + (Math.min(generation, generations) / generations) * (width - THUMB);
  const words = placeWords(events, place, CHARACTER, width);
  const colourOf = ({ loop }: TimelineEvent) => (loop === null ? 'var(--ink)' : inkVariable(loop));

  if (access === 'hidden') return null;
  return (
    <div data-off-paper data-timeline>
      <div className={styles.head}>
        <label htmlFor="generation-shown">Generation shown</label>
        <Control name="compare">
          <CompareButtons />
        </Control>
        <Extent />
      </div>
      <div ref={box} className={styles.box} style={{ '--computed': computed / generations, '--shown': shown / generations } as CSSProperties}>
        <div className={styles.track} aria-hidden="true" data-computed={computed} />
        {events.map((event) => (
          <span
            key={`${event.generation} ${event.loop}`}
            className={event.loop === null ? styles.turn : styles.event}
            style={{ left: place(event.generation), background: colourOf(event) }}
            title={`generation ${event.generation}: ${event.words}${event.loop !== null && replicates > 1 ? ' (in replicate 1, the one drawn)' : ''}`}
          />
        ))}
        <input
          id="generation-shown"
          type="range"
          className={sliders.range}
          min={0}
          max={generations}
          value={shown}
          disabled={!active || access === 'locked'}
          {...(access === 'locked' && { title: reason })}
          aria-valuetext={shown === 0 ? 'the real data' : `generation ${shown} of ${generations}, computed to ${computed}`}
          onChange={(event) => touch.push(event.target.valueAsNumber)}
          onPointerDown={(event) => touch.begin(event)}
        />
      </div>
      <div className={styles.words}>
        {words.map(({ event, centre }) => (
          <span key={`${event.generation} ${event.loop}`} style={{ left: centre, color: colourOf(event) }}>
            {event.words}
          </span>
        ))}
      </div>
      <ul className="visuallyHidden" aria-label="Events">
        {events.map((event) => (
          <li key={`${event.generation} ${event.loop}`}>
            generation {event.generation}
            {event.loop !== null && `, ${event.loop.replace('-', ' ')}`}: {event.words}
          </li>
        ))}
      </ul>
      <Changes />
      <CompareWords />
    </div>
  );
}
