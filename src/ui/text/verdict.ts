import { number } from '../../format';
import type { NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { aliveCounts, lastAliveUpTo, lowestAlive, medianAlive, scoreOf } from '../../results/stats';
import { bandOf, moveOf, type Reading, readingOf } from './movement';

/** What the run's own numbers say of one loop. */
export interface Verdict {
  readonly loop: string;
  /** for ordering: how much is lost, 0 = nothing */
  readonly loss: number;
  /** verb phrases after "loop(s)", for one loop and for several; '' = can't be said together */
  readonly one: string;
  readonly many: string;
  /** its recall, null where there is none */
  readonly recall: Reading | null;
}

/** The generation from which on the mode that died last is dead; null where none was lost. */
function lastLoss(frames: readonly Frame[], loop: string): number | null {
  const last = frames.length - 1;
  const dead = lastAliveUpTo(frames, last, loop).filter((index) => index >= 0 && index < last);
  return dead.length > 0 ? frames[Math.max(...dead) + 1].generation : null;
}

/** A median of counts may lie between two: "1 or 2". */
export const countWords = (count: number) => (Number.isInteger(count) ? String(count) : `${Math.floor(count)} or ${Math.ceil(count)}`);

/** ", 4 to 7 in single replicates" where they are not of one mind. */
function spreadOfCounts(frame: Frame, loop: string): string {
  const counts = aliveCounts(frame, loop);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return counts.length > 1 && least < most ? `, ${least} to ${most} in single replicates` : '';
}

/** A loop whose data have modes: how many it makes. Nothing is called lost that sets of real samples lack as well. */
function ofModes(
  frames: readonly Frame[],
  loop: string,
  noun: string,
  replicates: number,
  noise: NoiseFloor | null,
  recall: Reading | null,
): Verdict {
  const frame = frames[frames.length - 1];
  const { count = 0, total = 0 } = medianAlive(frame, loop) ?? {};
  const lost = total - count;
  const all = `all ${total} ${noun}`;
  const loss = recall?.move === 'down' ? (scoreOf(frames[0], loop, 'recall')?.median ?? recall.now) - recall.now : 0;
  const detail = recall ? ` (recall ${recall.value}${recall.tail})` : '';
  const verdict = (one: string, many = '', weight = loss): Verdict => ({ loop, loss: weight, one: `${one}${detail}`, many, recall });

  const band = bandOf(noise, 'modesAlive');
  if (lost === 0) {
    const precision = scoreOf(frame, loop, 'precision')?.median ?? 1;
    if (precision < 0.5 && precision < (bandOf(noise, 'precision')?.low ?? 0)) {
      const words = `makes ${all}, but most of what it makes does not look real (precision ${number(precision)})`;
      return { loop, loss, one: words, many: '', recall };
    }
    const lowest = lowestAlive(frames, frames.length - 1, loop);
    if (lowest === total) return verdict(`still makes ${all}`, `still make ${all}`);
    return band && lowest < band.low ? verdict(`makes ${all} again`, `make ${all} again`) : verdict(`makes ${all}`, `make ${all}`);
  }
  const spread = spreadOfCounts(frame, loop);
  const made = `${countWords(count)} of ${total} ${noun}${spread}`;
  if (!band) return verdict(`makes ${made}`, `make ${made}`);
  if (count >= band.low) {
    const words = `${made}, no fewer than real samples show`;
    return verdict(`makes ${words}`, `make ${words}`);
  }
  if (replicates > 1) {
    const first = medianAlive(frames[0], loop)?.count ?? count;
    const from = moveOf(first, count, band, true) === 'down' ? `, down from ${countWords(first)}` : '';
    const words = `${countWords(count)} of ${total} ${noun}${from}${spread}`;
    return verdict(`makes ${words}`, `make ${words}`, lost);
  }
  const never = lastAliveUpTo(frames, frames.length - 1, loop).filter((index) => index < 0).length;
  if (never === lost) {
    const words = `${count} of ${total} ${noun}; the rest ${lost === 1 ? 'was' : 'were'} never learned`;
    return verdict(`makes ${words}`, `make ${words}`, lost);
  }
  const at = lastLoss(frames, loop);
  const when = at === null ? '' : `, ${lost - never === 1 ? '' : 'the last '}in generation ${at}`;
  const apart = never > 0 ? ` (${never} ${never === 1 ? 'was' : 'were'} never learned)` : '';
  const words = `lost ${lost - never} of ${total} ${noun}${apart}`;
  return verdict(`has ${words}${when}`, `have ${words}`, lost);
}

/** A loop whose data have none: how wide it is, how much it covers, or else how far off it is. */
function withoutModes(frames: readonly Frame[], loop: string, noise: NoiseFloor | null, recall: Reading | null): Verdict {
  const frame = frames[frames.length - 1];
  const before = frames.length > 1 ? frames[0] : null;
  const variance = readingOf(before, frame, loop, 'traceRatio', noise);
  const distance = recall ? null : readingOf(before, frame, loop, 'frechetDistance', noise);
  const words = [
    ...(variance ? [`a variance ratio of ${variance.value}${variance.tail}`] : []),
    ...(recall ? [`a recall of ${recall.value}${recall.tail}`] : []),
    ...(distance ? [`a Frechet distance of ${distance.value}${distance.tail}`] : []),
  ].join(', and ');
  const isLess = recall?.move === 'down' || variance?.move === 'down';
  const loss = isLess ? 1 - Math.min(recall?.now ?? 1, variance?.now ?? 1) : distance?.move === 'up' ? distance.now : 0;
  return { loop, loss: Math.max(0, loss), one: words === '' ? 'goes on' : `has ${words}`, many: '', recall };
}

export function verdictOf(frames: readonly Frame[], loop: string, noun: string, replicates: number, noise: NoiseFloor | null): Verdict {
  const frame = frames[frames.length - 1];
  const recall = readingOf(frames.length > 1 ? frames[0] : null, frame, loop, 'recall', noise);
  return medianAlive(frame, loop) ? ofModes(frames, loop, noun, replicates, noise, recall) : withoutModes(frames, loop, noise, recall);
}
