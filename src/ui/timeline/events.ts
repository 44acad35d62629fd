import { kindOf } from '../../engine/chosen';
import type { Experiment } from '../../engine/experiment';
import type { NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { lossesOf } from '../../results/losses';
import { modeName } from '../tail/names';
import { turnsOf } from '../text/turns';

/** Something worth a mark on the timeline. `loop` is null for what the reader did. */
export interface TimelineEvent {
  readonly generation: number;
  readonly loop: string | null;
  readonly words: string;
}

/** Modes that are lost, as the sentences say it: one event for each generation and loop that lost some. They are those of replicate 1. */
export function losses(frames: readonly Frame[], experiment: Experiment, noise: NoiseFloor | null): TimelineEvent[] {
  const { mode: noun, modesDie } = kindOf(experiment);
  const gone = (modes: readonly number[]) => {
    const [first] = modes;
    if (modesDie) return modes.length === 1 ? `${noun} lost` : `${modes.length} ${noun}s lost`;
    return `${modes.length === 1 ? modeName(first, experiment) : `${modes.length} ${noun}s`} no longer made`;
  };
  const whose = experiment.replicates > 1 ? 'replicate 1: ' : '';
  return experiment.loop
    .flatMap((loop) => lossesOf(frames, loop, noise).map(({ generation, modes }) => ({ generation, loop, words: `${whose}${gone(modes)}` })))
    .sort((a, b) => a.generation - b.generation);
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

/** Where words of a generation stand: around it, within the whole. `width` is of one character. */
function stretchOf({ words, generation }: TimelineEvent, place: (generation: number) => number, width: number, total: number): Stretch {
  const half = (words.length * width) / 2;
  const centre = Math.min(total - half, Math.max(half, place(generation)));
  return { left: centre - half, right: centre + half };
}

/** What the reader changed, by its number in the list of changes where its words would run into those of another. */
export function numbered(
  events: readonly TimelineEvent[],
  place: (generation: number) => number,
  width: number,
  total: number,
): readonly TimelineEvent[] {
  const stretches = events.map((event) => stretchOf(event, place, width, total));
  const isCrowded = (at: number) =>
    stretches.some(({ left, right }, i) => i !== at && left - width < stretches[at].right && right + width > stretches[at].left);
  return events.map((event, i) => (isCrowded(i) ? { ...event, words: String(i + 1) } : event));
}

/** Words that run neither into each other nor into what has been `taken`: earlier ones win, losses first. `width` is of one character. */
export function placeWords(
  events: readonly TimelineEvent[],
  place: (generation: number) => number,
  width: number,
  total: number,
  taken: readonly Stretch[] = [],
) {
  const placed: ({ event: TimelineEvent } & Stretch)[] = [];
  // a change is told in the list below as well
  for (const event of [...events].sort((a, b) => Number(a.loop === null) - Number(b.loop === null))) {
    const { left, right } = stretchOf(event, place, width, total);
    if (right - left <= total && [...taken, ...placed].every((other) => right + width < other.left || left - width > other.right))
      placed.push({ event, left, right });
  }
  return placed.map(({ event, left, right }) => ({ event, centre: (left + right) / 2 }));
}
