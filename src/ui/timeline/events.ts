import { kindOf } from '../../engine/catalogue';
import type { Experiment } from '../../engine/experiment';
import type { Frame } from '../../results/frame';
import { lastAliveUpTo } from '../../results/stats';
import { turnsOf } from '../text/turns';

/** Something worth a mark on the timeline. `loop` is null for what the reader did. */
export interface TimelineEvent {
  readonly generation: number;
  readonly loop: string | null;
  readonly words: string;
}

/** Modes that were alive and stay dead up to the last frame: one event for each generation and loop that lost some. */
export function losses(frames: readonly Frame[], experiment: Experiment): TimelineEvent[] {
  const events: TimelineEvent[] = [];
  const noun = kindOf(experiment).mode;
  for (const loop of experiment.loop) {
    const lost = new Map<number, number>();
    for (const index of lastAliveUpTo(frames, frames.length - 1, loop)) {
      if (index >= 0 && index < frames.length - 1) lost.set(index + 1, (lost.get(index + 1) ?? 0) + 1);
    }
    for (const [index, count] of lost) {
      events.push({ generation: frames[index].generation, loop, words: count === 1 ? `${noun} lost` : `${count} ${noun}s lost` });
    }
  }
  return events.sort((a, b) => a.generation - b.generation);
}

/** What the reader changed during the run. */
export function interventions(experiment: Experiment): TimelineEvent[] {
  return turnsOf(experiment).map(({ from, short }) => ({ generation: from, loop: null, words: short }));
}

/** Marks that can be told apart: of those of one loop that lie nearer than `gap` to one another the first. */
export function thinned(events: readonly TimelineEvent[], place: (generation: number) => number, gap: number): TimelineEvent[] {
  const last = new Map<string | null, number>();
  return events.filter(({ loop, generation }) => {
    const at = place(generation);
    if (at - (last.get(loop) ?? Number.NEGATIVE_INFINITY) < gap) return false;
    last.set(loop, at);
    return true;
  });
}

interface Stretch {
  readonly left: number;
  readonly right: number;
}

/** Words under the track that run neither into each other nor into what has been `taken`: earlier ones win, interventions first. `width` is of one character. */
export function placeWords(
  events: readonly TimelineEvent[],
  place: (generation: number) => number,
  width: number,
  total: number,
  taken: readonly Stretch[] = [],
) {
  const placed: ({ event: TimelineEvent } & Stretch)[] = [];
  for (const event of [...events].sort((a, b) => Number(a.loop !== null) - Number(b.loop !== null))) {
    const half = (event.words.length * width) / 2;
    const centre = Math.min(total - half, Math.max(half, place(event.generation)));
    const [left, right] = [centre - half, centre + half];
    if (half * 2 <= total && [...taken, ...placed].every((other) => right + width < other.left || left - width > other.right))
      placed.push({ event, left, right });
  }
  return placed.map(({ event, left, right }) => ({ event, centre: (left + right) / 2 }));
}
