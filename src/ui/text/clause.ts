import { kindOf } from '../../engine/chosen';
import type { KindDescription } from '../../engine/descriptions';
import type { Experiment } from '../../engine/experiment';
import { toldScoreOf } from '../../presets/told';
import type { NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { aliveOf, lowestAlive, scoreOf } from '../../results/stats';
import { type ModesLeft, modesLeftOf, wasLess } from './modesLeft';
import { bandOf, type Move, NOTICEABLE_PART, readingOf } from './movement';
import { countWords, isToldByWords, varietyMany } from './pieceNouns';
import { scoreWords } from './scoreWords';
import { unrealPrecision } from './verdict';

/** What is true of a loop, in full and behind another clause about the same. Verbs are for one loop or several: "keep{s}", "{has}"; "’s error has grown" of one alone. */
export interface Clause {
  readonly about: 'modes' | 'words' | 'coverage' | 'variance' | 'distance' | 'told' | 'nothing';
  readonly full: string;
  readonly short: string;
}

/** What is told has kept to it for so many generations: a headline is no meter. */
const STEADY = 3;
/** More modes than these are not counted one by one. */
const COUNTED = 10;
const COUNT_STEP = 5;

const clause = (about: Clause['about'], full: string, short = full): Clause => ({ about, full, short });
const modes = (full: string, short: string) => clause('modes', full, short);

export const STILL = 'show{s} no clear change';
const UNREAL = 'make{s} mostly what does not look real';

const lately = (frames: readonly Frame[]) => frames.slice(-STEADY);

/** How a score has gone since generation 1 in each of the last generations; `still` where they are not of one mind. */
function steadyMove(frames: readonly Frame[], loop: string, metric: string, noise: NoiseFloor | null): Move {
  const moves = lately(frames).map((frame) => readingOf(frames[0], frame, loop, metric, noise)?.move ?? 'unknown');
  return moves.every((move) => move === moves[0]) ? moves[0] : moves.includes('unknown') ? 'unknown' : 'still';
}

const ORIGINS = [
  [0.01, 'a hundredth'],
  [0.1, 'a tenth'],
  [0.25, 'a quarter'],
  [0.5, 'half'],
  [0.75, 'three quarters'],
] as const;

/** "half": the least such part under which a score has been of late; null where it has not. */
function partUnder(frames: readonly Frame[], loop: string, metric: string): string | null {
  const highest = Math.max(...lately(frames).map((frame) => scoreOf(frame, loop, metric)?.median ?? Number.POSITIVE_INFINITY));
  return ORIGINS.find(([part]) => highest < part)?.[1] ?? null;
}

/** So many modes may be missing for a while before a headline says so. */
const unsaid = (total: number) => Math.max(1, Math.floor(total / 5));

/** How many modes are lost; of many a lower bound. */
function lossClause(lost: number, total: number, { modes: noun, modesDie }: KindDescription): Clause {
  const went = modesDie ? '{has} lost' : 'no longer make{s}';
  if (total <= COUNTED) return modes(`${went} ${lost} of ${total} ${noun}`, `${went} ${lost}`);
  const bound = COUNT_STEP * Math.floor((lost - 1) / COUNT_STEP);
  return bound === 0
    ? modes(`${went} some of ${total} ${noun}`, `${went} some`)
    : modes(`${went} over ${bound} of ${total} ${noun}`, `${went} over ${bound}`);
}

/** null where it is too early to judge. */
function ofModes(frames: readonly Frame[], loop: string, left: ModesLeft, experiment: Experiment, noise: NoiseFloor | null): Clause | null {
  const { count, total } = left;
  const kind = kindOf(experiment);
  const { mode, modes: noun } = kind;
  const neverMade = `never ${kind.modesDie ? 'learned' : 'made'} ${total - count}`;
  const made = modes(`make{s} ${countWords(count)} of ${total} ${noun}`, `make{s} ${countWords(count)}`);
  if (left.is === 'unjudged') return noise === null && total - count <= unsaid(total) ? null : made;
  if (left.is === 'never learned') return modes(`${neverMade} of ${total} ${noun}`, neverMade);
  if (left.is === 'fewer') return left.down ? modes(`{has} ${countWords(count)} of ${total} ${noun} left`, `{has} ${countWords(count)}`) : made;
  const [lost, never] = left.is === 'lost' ? [left.lost, left.never] : [0, 0];
  const usual = Math.min(total - never, bandOf(noise, 'modesAlive')?.low ?? total) - lost;
  if (lately(frames).every((frame) => usual - (aliveOf(frame, loop)?.count ?? usual) > unsaid(total))) return made;
  if (lost > 0) return lossClause(lost, total, kind);
  if (experiment.replicates === 1 && wasLess(frames, loop, total, noise)) return clause('modes', '{has} won back what was lost');
  if (lowestAlive(frames, frames.length - 1, loop) === total) return modes(`keep{s} all ${total} ${noun}`, `keep{s} all ${total}`);
  return modes(`{has} lost no ${mode} for good`, '{has} lost none for good');
}

/** What a fallen recall is told as, where it is worth a line. */
function lessCovered(frames: readonly Frame[], loop: string, noise: NoiseFloor | null): Clause | null {
  const part = steadyMove(frames, loop, 'recall', noise) === 'down' ? partUnder(frames, loop, 'recall') : null;
  return part === null ? null : clause('coverage', `cover{s} under ${part} of the real data`, `cover{s} under ${part}`);
}

/** Of a preset's run the score that it tells of. Exact values have no noise floor: a small part of them is no news. */
function ofTold(frames: readonly Frame[], loop: string, told: string): Clause {
  const first = scoreOf(frames[0], loop, told)?.median;
  const parts = lately(frames.slice(1)).map((frame) => (scoreOf(frame, loop, told)?.median ?? Number.NaN) / (first ?? Number.NaN));
  const went = (word: string) => clause('told', `’s ${scoreWords(told).replace(/^exact /, '')} has ${word}`);
  if (parts.every((part) => part > 1 + NOTICEABLE_PART)) return went('grown');
  if (parts.every((part) => part < 1 - NOTICEABLE_PART)) return went('fallen');
  return clause('nothing', STILL);
}

/** Of data without modes the score that tells most, the distance where there is no recall; null where none can be judged. */
function withoutModes(frames: readonly Frame[], loop: string, noise: NoiseFloor | null): Clause | null {
  const hasRecall = scoreOf(frames[frames.length - 1], loop, 'recall') !== null;
  const [recall, variance, distance] = ['recall', 'traceRatio', 'frechetDistance'].map((metric) => steadyMove(frames, loop, metric, noise));
  const covered = lessCovered(frames, loop, noise);
  if (covered) return covered;
  if (variance === 'down') {
    const part = partUnder(frames, loop, 'traceRatio');
    if (part !== null) return clause('variance', `keep{s} under ${part} of the real variance`, `keep{s} under ${part}`);
  }
  if (distance === 'up' && !hasRecall) return clause('distance', '{has} moved away from the real data', '{has} moved away');
  if (recall === 'down') return clause('coverage', 'cover{s} less of the real data than at the start', 'cover{s} less');
  if (variance === 'down') return clause('variance', '{has} less variance than at the start', '{has} less');
  if (variance === 'up') return clause('variance', '{has} more variance than at the start', '{has} more');
  if (recall === 'up') return clause('coverage', 'cover{s} more of the real data than at the start', 'cover{s} more');
  if (distance === 'down' && !hasRecall) return clause('distance', '{has} come closer to the real data', '{has} come closer');
  return [recall, variance, hasRecall ? null : distance].includes('still') ? clause('nothing', STILL) : null;
}

/** Of text how many of its different words are left, of those of generation 1; null where they are about as many. */
function ofWords(frames: readonly Frame[], loop: string, experiment: Experiment): Clause | null {
  const first = scoreOf(frames[0], loop, 'wordsAlive')?.median ?? 0;
  const parts = lately(frames.slice(1)).map((frame) => (scoreOf(frame, loop, 'wordsAlive')?.median ?? Number.NaN) / first);
  if (parts.length === 0) return null;
  const highest = Math.max(...parts);
  const part = ORIGINS.find(([least]) => highest < least)?.[1];
  const noun = varietyMany(experiment);
  if (part !== undefined) return clause('words', `{has} under ${part} of the ${noun} left`, `{has} under ${part}`);
  if (parts.every((one) => one < 1 - NOTICEABLE_PART)) return clause('words', `{has} fewer ${noun} than at the start`, '{has} fewer');
  if (parts.every((one) => one > 1 + NOTICEABLE_PART)) return clause('words', `{has} more ${noun} than at the start`, '{has} more');
  return null;
}

/** What a headline says of a loop; null where nothing can be said yet. */
export function clauseOf(frames: readonly Frame[], loop: string, experiment: Experiment, noise: NoiseFloor | null): Clause | null {
  const left = isToldByWords(experiment) ? null : modesLeftOf(frames, loop, experiment.replicates, noise);
  const told = left || isToldByWords(experiment) ? null : toldScoreOf(experiment);
  if (told !== null) return ofTold(frames, loop, told);
  if (kindOf(experiment).captionScore === 'wordsAlive') {
    return ofWords(frames, loop, experiment) ?? (left ? ofModes(frames, loop, left, experiment, noise) : clause('nothing', STILL));
  }
  if (!left) return withoutModes(frames, loop, noise);
  if (left.is === 'all' && unrealPrecision(frames[frames.length - 1], loop, noise) !== null) return clause('nothing', UNREAL);
  const isLess = left.is === 'lost' || left.is === 'fewer' || left.is === 'never learned';
  return (isLess ? null : lessCovered(frames, loop, noise)) ?? ofModes(frames, loop, left, experiment, noise);
}
