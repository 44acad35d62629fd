import type { Experiment } from '../../engine/experiment';
import { number } from '../../format';
import type { NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { medianAlive, scoreOf } from '../../results/stats';
import { quietName } from './loopNames';
import { bandOf, moveOf } from './movement';
import type { Piece } from './pieces';

const JUMP = 0.15;
/** Coverage asks the same of the real samples, and no stray sample can raise it. */
const COVERAGE_STAYS = 0.05;

/** Whether recall jumps up from one generation to the next while neither coverage nor the number of modes does. */
function isOfStrays(before: Frame, now: Frame, loop: string, noise: NoiseFloor | null): boolean {
  const read = (metric: string) => [before, now].map((frame) => scoreOf(frame, loop, metric)?.median);
  const [recall, coverage] = [read('recall'), read('coverage')];
  if (recall[0] === undefined || recall[1] === undefined || coverage[0] === undefined || coverage[1] === undefined) return false;
  const [then, alive] = [medianAlive(before, loop)?.count ?? 0, medianAlive(now, loop)?.count ?? 0];
  const isJump = recall[1] - recall[0] > JUMP && moveOf(recall[0], recall[1], bandOf(noise, 'recall')) === 'up';
  return isJump && alive <= then && coverage[1] - coverage[0] < COVERAGE_STAYS;
}

/** That a recall which jumped up has not found anything again, said of the last time that it did; nothing where it never did. */
export function recallJump(frames: readonly Frame[], { loop: loops }: Experiment, noise: NoiseFloor | null): Piece[] {
  for (let i = frames.length - 1; i > 0; i--) {
    const [before, now] = [frames[i - 1], frames[i]];
    const loop = loops.find((candidate) => isOfStrays(before, now, candidate, noise));
    if (loop === undefined) continue;
    const value = (frame: Frame, metric: string) => number(scoreOf(frame, loop, metric)?.median ?? 0);
    return [
      { text: ` In generation ${now.generation} recall of the ` },
      { text: quietName(loop), loop },
      {
        text: ` loop jumped from ${value(before, 'recall')} to ${value(now, 'recall')} and nothing had come back (coverage ${value(now, 'coverage')}): where little is left, a few stray samples count for much.`,
      },
    ];
  }
  return [];
}
