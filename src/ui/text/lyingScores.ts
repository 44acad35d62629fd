import type { Experiment } from '../../engine/experiment';
import { number, percent } from '../../format';
import type { NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { scoreOf } from '../../results/stats';
import { quietName } from './loopNames';
import { bandOf, moveOf } from './movement';
import { pieceNouns, varietyNouns } from './pieceNouns';
import type { Piece } from './pieces';

/** So much of its words a loop has left at most where other scores are set beside them. */
const LITTLE = 0.5;
/** The share of real words has risen by so much from where it was lowest. */
const RISEN = 0.05;
/** Bits that have changed by no more than this part are about as they were. */
const FLAT = 0.1;

/** How the share of real words rose from where it was lowest; null where it did not, by more than its noise floor. */
function realShare(frames: readonly Frame[], loop: string, many: string, noise: NoiseFloor | null): string | null {
  const shares = frames.flatMap(({ generation }, i) => {
    const share = scoreOf(frames[i], loop, 'realWords')?.median;
    return share === undefined ? [] : [{ generation, share }];
  });
  const now = shares.at(-1);
  if (!now || now.generation !== frames[frames.length - 1].generation) return null;
  const lowest = shares.reduce((least, one) => (one.share < least.share ? one : least));
  if (now.share - lowest.share <= RISEN || moveOf(lowest.share, now.share, bandOf(noise, 'realWords')) !== 'up') return null;
  return `the share of real ${many} in what it writes rose from ${percent(lowest.share)} in generation ${lowest.generation} to ${percent(now.share)}`;
}

/** How the bits under the first model went; null where they rose by more than a little, or where one of the two numbers is missing. */
function bitsUnderFirst(frames: readonly Frame[], loop: string): string | null {
  const [then, now] = [frames[0], frames[frames.length - 1]].map((frame) => scoreOf(frame, loop, 'bitsUnderFirst')?.median);
  if (then === undefined || now === undefined || now > (1 + FLAT) * then) return null;
  if (now < (1 - FLAT) * then) return `its bits under the first model fell from ${number(then)} to ${number(now)}`;
  const values = number(then) === number(now) ? `stayed at ${number(now)}` : `are ${number(now)}, after ${number(then)} in generation 1`;
  return `its bits under the first model ${values}`;
}

/** What another score did while a loop lost most of its words: numbers alone, and null where one of them is missing. */
function besideTheLoss(frames: readonly Frame[], loop: string, experiment: Experiment, noise: NoiseFloor | null): string | null {
  const [then, left] = [frames[0], frames[frames.length - 1]].map((frame) => scoreOf(frame, loop, 'wordsAlive')?.median);
  if (then === undefined || left === undefined || left >= LITTLE * then || moveOf(then, left, bandOf(noise, 'wordsAlive')) !== 'down') return null;
  const score = realShare(frames, loop, pieceNouns(experiment).many, noise) ?? bitsUnderFirst(frames, loop);
  if (score === null) return null;
  return `${score}, while its ${varietyNouns(experiment).many} fell from ${number(then)} to ${number(left)}: that score does not show the loss`;
}

/** Scores that improve, or stay, while a text loses its words: said of the first loop in which one does. */
export function lyingScores(frames: readonly Frame[], experiment: Experiment, noise: NoiseFloor | null): Piece[] {
  for (const loop of experiment.loop) {
    const words = besideTheLoss(frames, loop, experiment, noise);
    if (words !== null) return [{ text: ' In the ' }, { text: quietName(loop), loop }, { text: ` loop ${words}.` }];
  }
  return [];
}
