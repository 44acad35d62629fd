import { type RefObject, useEffect, useRef } from 'react';
import { labStore } from '../../store/labStore';
import type { LabState } from '../../store/state';
import type { Layout } from './geometry';
import { lightFrames } from './light';

const LONGEST_MS = 900;
const SHORTEST_MS = 200;

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** A run put a new generation on the screen. */
const movedOn = ({ run }: LabState, before: LabState): boolean =>
  before.run.status === 'running' && (run.status === 'running' || run.status === 'ended') && run.shown > before.run.shown;

/** Only transform and opacity: the compositor moves it, and nothing is painted. */
function travel(diagram: Element, bands: Layout, duration: number): Animation[] {
  const frames = lightFrames(bands);
  return [...diagram.querySelectorAll<HTMLElement>('[data-light]')].flatMap((light) => {
    const own = frames[light.dataset.light === 'real' ? 'real' : 'own'];
    return own.length > 0 ? [light.animate(own, { duration })] : [];
  });
}

/** A light along the bands, once for every generation that a run puts on the screen. */
export function useLight(diagram: RefObject<Element | null>, bands: Layout): void {
  const latest = useRef(bands);
  // asking the diagram for its animations would compute all styles of the page
  const moving = useRef<Animation[]>([]);
  const way = useRef<{ readonly bands: Layout; readonly duration: number } | null>(null);
  useEffect(() => {
    latest.current = bands;
  });
  useEffect(
    () =>
      labStore.subscribe((state, before) => {
        const element = diagram.current;
        if (!element || state.run === before.run) return;
        const { status } = state.run;
        const isMoving = moving.current.some(({ playState }) => playState === 'running');
        if (isMoving && status !== 'running' && status !== 'ended') for (const animation of moving.current) animation.cancel();
        // one that is on its way stands for generations that come faster than the eye follows
        if (isMoving || still() || !movedOn(state, before)) return;
        const duration = Math.max(SHORTEST_MS, Math.min(LONGEST_MS, 900 / state.speed));
        // the same way once more costs nothing to prepare
        if (way.current?.bands === latest.current && way.current.duration === duration) for (const animation of moving.current) animation.play();
        else moving.current = travel(element, latest.current, duration);
        way.current = { bands: latest.current, duration };
      }),
    [diagram],
  );
}
