import { type RefObject, useEffect } from 'react';
import { labStore } from '../../store/labStore';
import type { LabState } from '../../store/state';
import { placeOf, progressNow } from './phases';

const RING_MS = 500;
const LONGEST_MS = 900;
const SHORTEST_MS = 200;
/** Parts of the way: into the training set, on to the model, out to the samples. */
const LEGS: Readonly<Record<string, readonly [from: number, to: number]>> = {
  real: [0, 0.45],
  synthetic: [0, 0.45],
  fit: [0.4, 0.7],
  drawn: [0.65, 1],
};

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** One light along all bands, once. `data-pulse` names the leg of each path. */
function travel(diagram: Element, lasting: number): void {
  const paths = [...diagram.querySelectorAll<SVGPathElement>('[data-pulse]')];
  // one that is on its way stands for generations that come faster than the eye follows
  if (paths.some((path) => path.getAnimations().length > 0)) return;
  for (const path of paths) {
    const [from, to] = LEGS[path.dataset.pulse ?? ''] ?? [0, 1];
    path.animate(
      [
        { strokeDashoffset: 0.2, opacity: 0 },
        { strokeDashoffset: 0, opacity: 0.6, offset: 0.2 },
        { strokeDashoffset: -0.8, opacity: 0.6, offset: 0.8 },
        { strokeDashoffset: -1, opacity: 0 },
      ],
      { delay: from * lasting, duration: (to - from) * lasting },
    );
  }
}

function ring(diagram: Element, node: string): void {
  diagram.querySelector(`[data-ring="${node}"]`)?.animate([{ opacity: 0.6 }, { opacity: 0 }], { duration: RING_MS, easing: 'ease-out' });
}

function stop(diagram: Element): void {
  for (const animation of diagram.getAnimations({ subtree: true })) animation.cancel();
}

const reportOf = (state: LabState) => {
  const progress = progressNow(state);
  return progress && { node: placeOf(progress.phase).node, key: `${progress.generation} ${progress.phase}` };
};

/** A ring at the node whose phase the worker has just reported, and a light along the bands for every generation that a run puts on the screen. */
export function usePulse(diagram: RefObject<Element | null>): void {
  useEffect(
    () =>
      labStore.subscribe((state, before) => {
        const element = diagram.current;
        if (!element || state.run === before.run) return;
        const { run } = state;
        if (run.status !== 'running' && before.run.status === 'running' && run.status !== 'ended') stop(element);
        // a generation under way is finished after Pause, but nothing moves
        if (still() || run.status === 'paused') return;
        const report = reportOf(state);
        if (report && report.key !== reportOf(before)?.key) ring(element, report.node);
        const ran = before.run.status === 'running' && (run.status === 'running' || run.status === 'ended');
        if (ran && run.shown > before.run.shown) travel(element, Math.max(SHORTEST_MS, Math.min(LONGEST_MS, 900 / state.speed)));
      }),
    [diagram],
  );
}
