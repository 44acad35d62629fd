import { kindOf } from '../../engine/chosen';
import type { KindDescription } from '../../engine/descriptions';
import type { Experiment } from '../../engine/experiment';
import { number, percent } from '../../format';
import type { NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { aliveCounts, scoreOf } from '../../results/stats';
import { type ModesLeft, modesLeftOf } from './modesLeft';
import { bandOf, type Reading, readingOf } from './movement';
import { countWords, isToldByWords, nounFor, varietyNouns } from './pieceNouns';
import { scoreWords, withArticle } from './scoreWords';

/** What the run's own numbers say of one loop. */
export interface Verdict {
  readonly loop: string;
  /** for ordering: how much is lost, 0 = nothing */
  readonly loss: number;
  /** verb phrases after "loop(s)", for one loop and for several; '' = can't be said together */
  readonly one: string;
  readonly many: string;
  /** its recall, of text how many different words it has; null where there is none; and what that is called */
  readonly recall: Reading | null;
  readonly measure: string;
}

/** ", 4 to 7 in single replicates" where they are not of one mind. */
function spreadOfCounts(frame: Frame, loop: string): string {
  const counts = aliveCounts(frame, loop);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return counts.length > 1 && least < most ? `, ${least} to ${most} in single replicates` : '';
}

/** What one loop, or several of which the same is true, makes of the modes: verb and numbers. */
function leftWords(left: ModesLeft, { modes: noun, modesDie }: KindDescription, spread: string, isOne: boolean): string {
  const { count, total } = left;
  const learned = modesDie ? 'learned' : 'made';
  const [makes, has] = isOne ? ['makes', 'has'] : ['make', 'have'];
  const made = `${makes} ${countWords(count)} of ${total} ${noun}`;
  switch (left.is) {
    case 'all':
      return `${left.since === 'ever' ? 'still ' : ''}${makes} all ${total} ${noun}${left.since === 'loss' ? ' again' : ''}`;
    case 'unjudged':
      return `${made}${spread}`;
    case 'chance':
      return `${made}${spread}, and real samples may by chance show as few`;
    case 'fewer':
      return `${made}${left.down ? `, down from ${countWords(left.first)}` : ''}${spread}`;
    case 'never learned':
      return `${made}; the rest ${total - count === 1 ? 'was' : 'were'} never ${learned}`;
    case 'missing':
      return `${made} now`;
    case 'lost': {
      const { lost, never, at } = left;
      const apart = never > 0 ? ` (${never} ${never === 1 ? 'was' : 'were'} never ${learned})` : '';
      const when = isOne ? `, ${lost === 1 ? '' : 'the last '}in generation ${at}` : '';
      const now = count === total - lost - never ? '' : `, and ${makes} ${count} now`;
      if (modesDie) return `${has} lost ${lost} of ${total} ${noun}${apart}${when}${now}`;
      const since = isOne ? `, ${lost === 1 ? '' : 'the last of them '}since generation ${at}` : '';
      return `no longer ${makes} ${lost} of ${total} ${noun}${apart}${since}${now}`;
    }
  }
}

/** Most of what is made does not look real, beyond what noise can do: its precision; null otherwise. */
export function unrealPrecision(frame: Frame, loop: string, noise: NoiseFloor | null): number | null {
  const precision = scoreOf(frame, loop, 'precision')?.median ?? 1;
  return precision < 0.5 && precision < (bandOf(noise, 'precision')?.low ?? 0) ? precision : null;
}

/** How much of it is gone: a part, where it is a count. */
const fallenBy = (then: number, now: number, metric: string): number => (metric === 'wordsAlive' ? (then - now) / Math.max(1, then) : then - now);

/** A loop whose data have modes: how many it makes. Nothing is called lost that sets of real samples lack as well. */
function ofModes(
  frames: readonly Frame[],
  loop: string,
  kind: KindDescription,
  left: ModesLeft,
  noise: NoiseFloor | null,
  recall: Reading | null,
  measure: string,
  metric: string,
): Verdict {
  const frame = frames[frames.length - 1];
  const { count, total } = left;
  const fallen = recall?.move === 'down' ? fallenBy(scoreOf(frames[0], loop, metric)?.median ?? recall.now, recall.now, metric) : 0;
  const precision = left.is === 'all' ? unrealPrecision(frame, loop, noise) : null;
  if (precision !== null) {
    const words = `makes all ${total} ${kind.modes}, but most of what it makes does not look real (precision ${number(precision)})`;
    return { loop, loss: fallen, one: words, many: '', recall, measure };
  }
  const spread = spreadOfCounts(frame, loop);
  const detail = recall ? ` (${measure} ${recall.value}${recall.tail})` : '';
  const isLess = left.is === 'fewer' || left.is === 'never learned' || left.is === 'missing' || left.is === 'lost';
  return {
    loop,
    loss: isLess ? total - count : fallen,
    one: `${leftWords(left, kind, spread, true)}${detail}`,
    many: leftWords(left, kind, spread, false),
    recall,
    measure,
  };
}

/** A smaller part of repeated runs is not worth a word. */
const WORTH_REPEATING = 0.1;

/** The score that a preset tells of, then and now: exact values have no noise floor that could say how they went. */
function toldReading(frames: readonly Frame[], loop: string, told: string): string | null {
  const [first, now] = [frames[0], frames[frames.length - 1]].map((frame) => scoreOf(frame, loop, told)?.median);
  if (now === undefined) return null;
  const then = frames.length > 1 && first !== undefined ? ` (${number(first)} in generation 1)` : '';
  return `${withArticle(scoreWords(told))} of ${number(now)}${then}`;
}

/** A loop whose data have none: how wide it is, how much it covers, or else how far off it is; of a preset's run what that tells of. */
function withoutModes(frames: readonly Frame[], loop: string, noise: NoiseFloor | null, recall: Reading | null, told: string | null): Verdict {
  const frame = frames[frames.length - 1];
  const before = frames.length > 1 ? frames[0] : null;
  const variance = readingOf(before, frame, loop, 'traceRatio', noise);
  const distance = recall ? null : readingOf(before, frame, loop, 'frechetDistance', noise);
  const toldNow = told === null ? null : toldReading(frames, loop, told);
  const measured = [
    ...(variance ? [`a variance ratio of ${variance.value}${variance.tail}`] : []),
    ...(recall ? [`a recall of ${recall.value}${recall.tail}`] : []),
    ...(distance ? [`a Frechet distance of ${distance.value}${distance.tail}`] : []),
  ].join(', and ');
  const words = toldNow ?? measured;
  const isLess = recall?.move === 'down' || variance?.move === 'down';
  const loss = isLess ? 1 - Math.min(recall?.now ?? 1, variance?.now ?? 1) : distance?.move === 'up' ? distance.now : 0;
  return { loop, loss: Math.max(0, loss), one: words === '' ? 'goes on' : `has ${words}`, many: '', recall, measure: 'recall' };
}

/** A loop of text: how many different words or names it has, and how many runs of words come again. */
function ofText(frames: readonly Frame[], loop: string, experiment: Experiment, variety: Reading): Verdict {
  const frame = frames[frames.length - 1];
  const nouns = varietyNouns(experiment);
  const then = scoreOf(frames[0], loop, 'wordsAlive')?.median ?? variety.now;
  // names and lines that follow each other are no text
  const repeated = isToldByWords(experiment) ? (scoreOf(frame, loop, 'rep4')?.median ?? 0) : 0;
  const again = repeated < WORTH_REPEATING ? '' : `; ${percent(repeated)} of its runs of four words stood there before`;
  const one = `has ${variety.value} ${nounFor(variety.now, nouns)}${variety.tail}${again}`;
  const loss = variety.move === 'down' ? fallenBy(then, variety.now, 'wordsAlive') : 0;
  return { loop, loss, one, many: '', recall: variety, measure: `${nouns.many}:` };
}

/** @param told the score that a preset tells of */
export function verdictOf(
  frames: readonly Frame[],
  loop: string,
  experiment: Experiment,
  noise: NoiseFloor | null,
  told: string | null = null,
): Verdict {
  const frame = frames[frames.length - 1];
  const before = frames.length > 1 ? frames[0] : null;
  const kind = kindOf(experiment);
  const { captionScore } = kind;
  const metric = captionScore === 'wordsAlive' ? captionScore : 'recall';
  const recall = readingOf(before, frame, loop, metric, noise);
  const measure = metric === 'recall' ? 'recall' : `${varietyNouns(experiment).many}:`;
  const left = isToldByWords(experiment) ? null : modesLeftOf(frames, loop, experiment.replicates, noise);
  if (left) return ofModes(frames, loop, kind, left, noise, recall, measure, metric);
  if (metric === 'wordsAlive' && recall && (told === null || isToldByWords(experiment))) return ofText(frames, loop, experiment, recall);
  return withoutModes(frames, loop, noise, recall, told);
}
