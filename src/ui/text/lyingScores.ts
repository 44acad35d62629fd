import { isRunningText } from '../../engine/chosen';
import type { Experiment } from '../../engine/experiment';
import { number, percent } from '../../format';
import type { NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { scoreOf } from '../../results/stats';
import { quietName } from './loopNames';
import { bandOf, moveOf } from './movement';
import type { Piece } from './pieces';
import { varietyNoun } from './variety';

/** So much of its words a loop has left at most where its scores are said to lie. */
const LITTLE = 0.5;
/** The share of real words has risen by so much from where it was lowest. */
const RISEN = 0.05;
/** Bits that have grown by no more than this part are as they were. */
const FLAT = 0.1;

/** What looks good in a loop that has hardly any words left; null where nothing does. */
function lieOf(frames: readonly Frame[], loop: string, experiment: Experiment, noise: NoiseFloor | null): string | null {
  const [first, now] = [frames[0], frames[frames.length - 1]];
  const read = (frame: Frame, score: string) => scoreOf(frame, loop, score)?.median;
  const [then, left] = [read(first, 'wordsAlive'), read(now, 'wordsAlive')];
  if (then === undefined || left === undefined || left >= LITTLE * then || moveOf(then, left, bandOf(noise, 'wordsAlive')) !== 'down') return null;
  const noun = isRunningText(experiment) ? 'words' : experiment.dataset === 'names' ? 'names' : 'lines';
  const shares = frames.map((frame) => read(frame, 'realWords'));
  const lowest = Math.min(...shares.filter((share) => share !== undefined));
  const real = shares[shares.length - 1];
  if (real !== undefined && real - lowest > RISEN && moveOf(lowest, real, bandOf(noise, 'realWords')) === 'up')
    return `that ${percent(real)} of what it writes are real ${noun}, up from ${percent(lowest)}, only looks good: the few that are left are copies`;
  const [bits, bitsNow] = [read(first, 'bitsUnderFirst'), read(now, 'bitsUnderFirst')];
  if (bits === undefined || bitsNow === undefined || bitsNow > (1 + FLAT) * bits) return null;
  const went = bitsNow < (1 - FLAT) * bits ? `fell from ${number(bits)} to ${number(bitsNow)}` : `are ${number(bitsNow)}, as at first`;
  return `its bits under the first model ${went}, which only looks good: the same few ${varietyNoun(experiment)}, again and again, surprise nobody`;
}

/** Scores that rise, or stay, while a text dies: said of the first loop in which one does. */
export function lyingScores(frames: readonly Frame[], experiment: Experiment, noise: NoiseFloor | null): Piece[] {
  for (const loop of experiment.loop) {
    const lie = lieOf(frames, loop, experiment, noise);
    if (lie !== null) return [{ text: ' Of the ' }, { text: quietName(loop), loop }, { text: ` loop: ${lie}.` }];
  }
  return [];
}
