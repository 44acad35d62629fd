import { catalogue } from '#catalogue';
import type { Experiment } from '../../engine/experiment';
import type { Frame } from '../../store/state';
import { listed, number, percent } from './format';
import { lastAliveUpTo, medianAlive, scoreOf } from './stats';

/** A piece of a sentence; with `loop` it is drawn in that loop's colour. */
export interface Piece {
  readonly text: string;
  readonly loop?: string;
}

/** What the run's own numbers say of one loop. */
interface Verdict {
  readonly loop: string;
  /** for ordering: how much is lost, 0 = nothing */
  readonly loss: number;
  /** verb phrases after "loop(s)", for one loop and for several; '' = can't be said together */
  readonly one: string;
  readonly many: string;
  /** its recall now, '' where there is none */
  readonly detail: string;
}

/** A change of a score smaller than this is not worth a word. */
const NOTICEABLE = 0.1;

const nameOf = (loop: string) => catalogue.loops.find(({ id }) => id === loop)?.name.toLowerCase() ?? loop;

/** The generation from which on the mode that died last is dead; null where none was lost. */
function lastLoss(frames: readonly Frame[], loop: string): number | null {
  const last = frames.length - 1;
  const dead = lastAliveUpTo(frames, last, loop).filter((index) => index >= 0 && index < last);
  return dead.length > 0 ? frames[Math.max(...dead) + 1].generation : null;
}

function diversity(frames: readonly Frame[], loop: string): { loss: number; words: string; now: string } | null {
  const first = scoreOf(frames[0], loop, 'recall')?.median;
  const now = scoreOf(frames[frames.length - 1], loop, 'recall')?.median;
  if (first === undefined || now === undefined) return null;
  const loss = first - now;
  if (frames.length === 1 || Math.abs(loss) < NOTICEABLE) return { loss, words: `recall ${number(now)}`, now: number(now) };
  return { loss, words: `recall ${number(now)}, ${loss > 0 ? 'down' : 'up'} from ${number(first)}`, now: number(now) };
}

function spread(frames: readonly Frame[], loop: string): { loss: number; words: string } | null {
  const now = scoreOf(frames[frames.length - 1], loop, 'traceRatio')?.median;
  return now === undefined ? null : { loss: 1 - now, words: `a spread of ${percent(now)} of the real one` };
}

function verdictOf(frames: readonly Frame[], loop: string, noun: string, replicates: number): Verdict {
  const alive = medianAlive(frames[frames.length - 1], loop);
  const recall = diversity(frames, loop);
  const detail = recall ? ` (${recall.words})` : '';
  const now = recall?.now ?? '';
  if (alive) {
    const { total } = alive;
    const lost = total - alive.count;
    const all = `all ${total} ${noun}`;
    const loss = Math.max(0, recall?.loss ?? 0);
    const precision = scoreOf(frames[frames.length - 1], loop, 'precision')?.median ?? 1;
    if (lost === 0 && precision < 0.5) {
      return {
        loop,
        loss,
        one: `makes ${all}, but most of what it makes does not look real (precision ${number(precision)})`,
        many: '',
        detail: now,
      };
    }
    if (lost === 0 && frames.some((frame) => (medianAlive(frame, loop)?.count ?? total) < total)) {
      return { loop, loss, one: `makes ${all} again${detail}`, many: `make ${all} again`, detail: now };
    }
    if (lost === 0) return { loop, loss, one: `still makes ${all}${detail}`, many: `still make ${all}`, detail: now };
    const never = replicates === 1 ? lastAliveUpTo(frames, frames.length - 1, loop).filter((index) => index < 0).length : 0;
    if (never === lost) {
      const words = `${total - lost} of ${total} ${noun}; the rest ${lost === 1 ? 'was' : 'were'} never learned`;
      return { loop, loss: lost, one: `makes ${words}${detail}`, many: `make ${words}`, detail: now };
    }
    const at = replicates === 1 ? lastLoss(frames, loop) : null;
    const when = at === null ? '' : `, ${lost - never === 1 ? '' : 'the last '}in generation ${at}`;
    const words = `lost ${countWords(lost - never)} of ${total} ${noun}${never > 0 ? ` (${never} ${never === 1 ? 'was' : 'were'} never learned)` : ''}`;
    return { loop, loss: lost, one: `has ${words}${when}${detail}`, many: `have ${words}`, detail: now };
  }
  const width = spread(frames, loop);
  const words = [width?.words, recall?.words].filter((part) => part !== undefined).join(' and ');
  return { loop, loss: recall?.loss ?? width?.loss ?? 0, one: words === '' ? 'goes on' : `has ${words}`, many: '', detail: now };
}

/** A median of counts may lie between two: "1 or 2". */
const countWords = (count: number) => (Number.isInteger(count) ? String(count) : `${Math.floor(count)} or ${Math.ceil(count)}`);

function begin(experiment: Experiment, started: boolean): Piece[] {
  const data = catalogue.datasets.find(({ id }) => id === experiment.dataset)?.name.toLowerCase() ?? experiment.dataset;
  const things = experiment.model === 'vae' ? 'digits' : 'points';
  return [
    {
      text: `These are real data (${data}). ${started ? 'Generation 1' : 'Press Run: a first model'} learns from ${experiment.initialReal.toLocaleString('en')} of these ${things}, and every later model from what the one before it made.`,
    },
  ];
}

/** "synthetic augmentation and fresh data loops still make all 8 modes" of loops with the same verdict. */
function together(verdicts: readonly Verdict[], article: string): Piece[] {
  const names = verdicts.flatMap(({ loop }, i): Piece[] => {
    const joint = i === 0 ? article : i === verdicts.length - 1 ? ' and ' : ', ';
    return [{ text: joint }, { text: nameOf(loop), loop }];
  });
  const details = verdicts.every(({ detail }) => detail !== '') ? ` (recall ${listed(verdicts.map(({ detail }) => detail))})` : '';
  return [...names, { text: ` loops ${verdicts[0].many}${details}.` }];
}

/** Joins verdicts into at most two sentences: the loop that lost most, then the others. */
function sentences(verdicts: readonly Verdict[]): Piece[] {
  if (verdicts.length > 1 && verdicts.every(({ many }) => many !== '' && many === verdicts[0].many)) return together(verdicts, 'the ');
  const worst = verdicts.reduce((most, verdict) => (verdict.loss > most.loss ? verdict : most));
  const others = verdicts.filter((verdict) => verdict !== worst);
  const pieces: Piece[] = [{ text: 'the ' }, { text: nameOf(worst.loop), loop: worst.loop }, { text: ` loop ${worst.one}.` }];
  if (others.length > 1 && others.every(({ many }) => many !== '' && many === others[0].many)) return [...pieces, ...together(others, ' The ')];
  others.forEach(({ loop, one }, i) => {
    pieces.push({ text: i === 0 ? ' The ' : '; the ' }, { text: nameOf(loop), loop }, { text: ` loop ${one}` });
  });
  return others.length > 0 ? [...pieces, { text: '.' }] : pieces;
}

/** Precision near 1 beside a recall near 0: the score that looks good is the trap, said of the first loop that is in it. */
function trap(frame: Frame, { loop: loops, model }: Experiment): Piece[] {
  const caught = loops.find(
    (loop) => (scoreOf(frame, loop, 'precision')?.median ?? 0) >= 0.95 && (scoreOf(frame, loop, 'recall')?.median ?? 1) < 0.05,
  );
  if (caught === undefined) return [];
  const made = model === 'vae' ? 'the one blur it repeats lies near many real digits' : 'the little it still makes lies among real points';
  return [
    { text: ` The precision of ${number(scoreOf(frame, caught, 'precision')?.median ?? 1)} in the ` },
    { text: nameOf(caught), loop: caught },
    { text: ` loop only looks good: ${made}.` },
  ];
}

/**
 * What is happening, in one or two plain sentences made of the run's own numbers. `frames` end with the one on the screen;
 * with replicates all numbers are their medians.
 */
export function narrate(frames: readonly Frame[], experiment: Experiment, started: boolean): Piece[] {
  if (frames.length === 0) return begin(experiment, started);
  const { generation } = frames[frames.length - 1];
  const noun = experiment.model === 'vae' ? 'kinds of digit' : 'modes';
  const verdicts = experiment.loop.map((loop) => verdictOf(frames, loop, noun, experiment.replicates));
  const of = experiment.replicates > 1 ? `, median of ${experiment.replicates} replicates` : '';
  if (generation > 1) return [{ text: `Generation ${generation}${of}: ` }, ...sentences(verdicts), ...trap(frames[frames.length - 1], experiment)];
  return [
    { text: 'Generation 1 is trained on real data alone, the same in every loop: ' },
    { text: `it ${verdicts[0].one.replace(/^still makes/, 'makes').replace(/^has lost/, 'misses')}.` },
  ];
}

export const plainText = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');
