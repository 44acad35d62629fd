import { kindOf } from '../../engine/chosen';
import type { Experiment } from '../../engine/experiment';
import { listed, number } from '../../format';
import { toldScoreOf } from '../../presets/told';
import type { NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { scoreOf } from '../../results/stats';
import { firstStory, type Story } from './beforeRun';
import { quietName } from './loopNames';
import { lyingScores } from './lyingScores';
import { bandOf } from './movement';
import { outlookOf } from './outlook';
import { loopPieces, type Piece } from './pieces';
import { recallJump } from './recallJump';
import { lastIntervention, sinceIntervention } from './since';
import { toldWords } from './toldWords';
import { type Verdict, verdictOf } from './verdict';

/** "(recall 0.85 and 0.97, no clear change)", "(recall 0.85, no clear change; 0.97, within the noise floor)" */
function recallsOf(verdicts: readonly Verdict[]): string {
  const recalls = verdicts.flatMap(({ recall }) => (recall ? [recall] : []));
  if (recalls.length < verdicts.length) return '';
  const [{ measure }] = verdicts;
  const alike = recalls.every(({ tail, move }) => tail === recalls[0].tail && move !== 'up' && move !== 'down');
  return alike
    ? ` (${measure} ${listed(recalls.map(({ value }) => value))}${recalls[0].tail})`
    : ` (${measure} ${recalls.map(({ value, tail }) => value + tail).join('; ')})`;
}

/** "synthetic augmentation and fresh data loops still make all 8 modes" of loops with the same verdict. */
function together(verdicts: readonly Verdict[], article: string): Piece[] {
  const loops = verdicts.map(({ loop }) => loop);
  return [...loopPieces(loops, article), { text: ` ${verdicts[0].many}${recallsOf(verdicts)}.` }];
}

const areAlike = (verdicts: readonly Verdict[]) => verdicts.length > 1 && verdicts.every(({ many }) => many !== '' && many === verdicts[0].many);

const worstOf = (verdicts: readonly Verdict[]) => verdicts.reduce((most, verdict) => (verdict.loss > most.loss ? verdict : most));

const toldPieces = (frames: readonly Frame[], experiment: Experiment): Piece[] => {
  const text = toldWords(frames, experiment);
  return text === '' ? [] : [{ text }];
};

/** Joins verdicts into at most two sentences: the loop that lost most, then the others. */
function sentences(verdicts: readonly Verdict[]): Piece[] {
  if (areAlike(verdicts)) return together(verdicts, 'the ');
  const worst = worstOf(verdicts);
  const others = verdicts.filter((verdict) => verdict !== worst);
  const pieces: Piece[] = [...loopPieces([worst.loop]), { text: ` ${worst.one}.` }];
  if (areAlike(others)) return [...pieces, ...together(others, ' The ')];
  others.forEach(({ loop, one }, i) => {
    pieces.push(...loopPieces([loop], i === 0 ? ' The ' : '; the '), { text: ` ${one}` });
  });
  return others.length > 0 ? [...pieces, { text: '.' }] : pieces;
}

/** Precision near 1 beside a recall near 0: the score that looks good is the trap, said of the first loop that is in it. */
function trap(frame: Frame, experiment: Experiment, noise: NoiseFloor | null): Piece[] {
  const floor = bandOf(noise, 'recall')?.low ?? 0;
  const caught = experiment.loop.find((loop) => {
    const [precision = 0, recall = 1] = [scoreOf(frame, loop, 'precision')?.median, scoreOf(frame, loop, 'recall')?.median];
    return precision >= 0.95 && recall < Math.min(0.05, floor);
  });
  if (caught === undefined) return [];
  const made = kindOf(experiment).words.littleLeft;
  return [
    { text: ` The precision of ${number(scoreOf(frame, caught, 'precision')?.median ?? 1)} in the ` },
    { text: quietName(caught), loop: caught },
    { text: ` loop only looks good: ${made}.` },
  ];
}

/**
 * What usually follows, for the loops of which it tells most: those that were steered last, or the one that lost most. It is said where it is
 * new, and again at the end, not all the time.
 */
function outlookFor(experiment: Experiment, generation: number, verdicts: readonly Verdict[]): Piece[] {
  const steered = lastIntervention(experiment, generation)?.loops ?? [];
  const loops = steered.length > 0 ? steered : [worstOf(verdicts).loop];
  const words = outlookOf(experiment, generation, loops);
  const isNew = generation === 2 || words !== outlookOf(experiment, generation - 1, loops);
  return words !== '' && (isNew || generation === experiment.generations) ? [{ text: words }] : [];
}

/**
 * What is happening, in a few plain sentences made of the run's own numbers. `frames` end with the one on the screen; with replicates all
 * numbers are their medians. Whatever is said to have changed has changed by more than the noise floor.
 */
export function narrate(frames: readonly Frame[], experiment: Experiment, started: boolean, noise: NoiseFloor | null): Story {
  if (frames.length === 0) return firstStory(experiment, started);
  const frame = frames[frames.length - 1];
  const { generation } = frame;
  const told = toldScoreOf(experiment);
  const verdicts = experiment.loop.map((loop) => verdictOf(frames, loop, experiment, noise, told));
  const isText = kindOf(experiment).captionScore === 'wordsAlive';
  const of = experiment.replicates > 1 ? `, median of ${experiment.replicates} replicates` : '';
  if (generation > 1) {
    return {
      now: [
        { text: `Generation ${generation}${of}: ` },
        ...sentences(verdicts),
        ...trap(frame, experiment, noise),
        ...(isText ? lyingScores(frames, experiment, noise) : recallJump(frames, experiment, noise)),
        ...toldPieces(frames, experiment),
      ],
      since: sinceIntervention(frames, experiment, noise),
      outlook: outlookFor(experiment, generation, verdicts),
    };
  }
  const first = verdicts[0].one.replace(/^still makes/, 'makes').replace(/^(has lost|no longer makes)/, 'misses');
  return {
    now: [{ text: `Generation 1${of} is trained on real data alone, the same in every loop: it ${first}.` }, ...toldPieces(frames, experiment)],
    since: [],
    outlook: [],
  };
}
