/** Whether a score can carry a question: what barely moves, or has nowhere to go, teaches nobody anything. */
import { catalogue } from '../engine/catalogue';
import { scoreOf } from '../results/stats';
import type { RunSeen } from './runSeen';

/** So many widths of its noise floor a score has to range over, and so much of its range it has to start from the end that it moves to. */
const WIDTHS = 5;
const SHARE = 0.2;

/**
 * What keeps a score of this run from carrying a question; null where nothing does, or where it has no noise floor. All loops of the run count, by
 * their medians; the start and the end that it moves to are those of the loop that goes farthest from where it starts, whether or not it comes back.
 */
export function rangeFault({ experiment, frames, noise }: RunSeen, score: string): string | null {
  const band = noise?.bands[score];
  const lines = experiment.loop.map((loop) => frames.flatMap((frame) => scoreOf(frame, loop, score)?.median ?? []));
  const all = lines.flat();
  if (!band || all.length === 0) return null;
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const width = band.high - band.low;
  if (most - least < WIDTHS * width)
    return `it ranges over ${most - least}, from ${least} to ${most}, and its noise floor is ${width} wide: ${WIDTHS} times that are needed`;
  const moved = ([first = 0, ...others]: readonly number[]) =>
    others.map((value) => value - first).reduce((far, away) => (Math.abs(away) > Math.abs(far) ? away : far), 0);
  const line = lines.reduce((before, one) => (Math.abs(moved(one)) > Math.abs(moved(before)) ? one : before));
  const [bottom, top] = catalogue.metrics.find(({ id }) => id === score)?.range ?? [null, null];
  const end = moved(line) < 0 ? bottom : top;
  // nothing is near an end that there is not
  if (end === null || line.length === 0) return null;
  const range = (top ?? most) - (bottom ?? least);
  const left = Math.abs(end - line[0]);
  return left < SHARE * range ? `it starts at ${line[0]}, ${left} from ${end}, where it moves to: ${SHARE * range} are needed` : null;
}
