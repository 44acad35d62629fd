import { kindOf } from '../../engine/chosen';
import type { Experiment } from '../../engine/experiment';
import { capital, number } from '../../format';
import type { NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { scoreOf } from '../../results/stats';
import { firstHeadline } from './beforeRun';
import { type Clause, clauseOf, STILL } from './clause';
import { loopName, quietName, shortName } from './loopNames';
import { modesLeftOf } from './modesLeft';
import { countWords, isToldByWords, nounFor, varietyNouns } from './pieceNouns';
import { type Piece, plainText } from './pieces';
import { verdictOf } from './verdict';

/** Loops of which the same is true. */
interface Group {
  readonly loops: string[];
  readonly clause: Clause;
}

const LONGEST = 110;
const NUMBERS = ['no', 'one', 'two', 'three', 'four'];

const numberWord = (count: number) => NUMBERS[count] ?? String(count);
/** The loop that lost most first, the others in their own order. */
function inOrder(frames: readonly Frame[], experiment: Experiment, noise: NoiseFloor | null): string[] {
  const { loop: loops } = experiment;
  const losses = loops.map((loop) => verdictOf(frames, loop, experiment, noise).loss);
  const worst = losses.indexOf(Math.max(...losses));
  return [loops[worst], ...loops.filter((_, i) => i !== worst)];
}

/** null where of some loop nothing can be said yet. */
function groupsOf(frames: readonly Frame[], experiment: Experiment, noise: NoiseFloor | null): Group[] | null {
  const groups = new Map<string, Group>();
  for (const loop of inOrder(frames, experiment, noise)) {
    const clause = clauseOf(frames, loop, experiment, noise);
    if (!clause) return null;
    const group = groups.get(clause.full) ?? { loops: [], clause };
    groups.set(clause.full, { ...group, loops: [...group.loops, loop] });
  }
  // whatever moves comes before what doesn't
  return [...groups.values()].sort((a, b) => Number(a.clause.full === STILL) - Number(b.clause.full === STILL));
}

const named = (loops: readonly string[], nameOf: (loop: string) => string): Piece[] =>
  loops.flatMap((loop, i) => [...(i === 0 ? [] : [{ text: i === loops.length - 1 ? ' and ' : ', ' }]), { text: nameOf(loop), loop }]);

function say({ loops, clause }: Group, length: 'full' | 'short'): Piece {
  const isOne = loops.length === 1;
  const verbs = { '{s}': isOne ? 's' : '', '{has}': isOne ? 'has' : 'have', '{is}': isOne ? 'is' : 'are' };
  const words = Object.entries(verbs).reduce((said, [mark, verb]) => said.replace(mark, verb), clause[length]);
  return { text: words.startsWith('’') ? words : ` ${words}` };
}

/** "fully synthetic has lost 2 of 8 modes; the other two keep all 8." of groups in this order, of `total` loops. */
function sentence([first, ...rest]: readonly Group[], total: number, nameOf = quietName): Piece[] {
  if (total > 1 && first.loops.length === total) {
    return [{ text: total === 2 ? 'both loops' : `all ${numberWord(total)} loops` }, say(first, 'full'), { text: '.' }];
  }
  const isPair = rest.length === 1;
  const others = rest.flatMap((group): Piece[] => {
    const areTheRest = isPair && group.loops.length > 1 && first.loops.length + group.loops.length === total;
    return [
      { text: isPair ? '; ' : ', ' },
      ...(areTheRest ? [{ text: `the other ${numberWord(group.loops.length)}` }] : named(group.loops, isPair ? quietName : shortName)),
      say(group, group.clause.about === first.clause.about ? 'short' : 'full'),
    ];
  });
  return [...named(first.loops, nameOf), say(first, 'full'), ...others, { text: '.' }];
}

/** The most of it that is one line. */
function toldOf(groups: readonly Group[], { replicates, loop }: Experiment): Piece[] {
  const [first] = groups;
  const ways = [
    sentence(groups, loop.length),
    sentence([...new Set([first, groups[groups.length - 1]])], loop.length),
    sentence([first], loop.length),
    sentence([first], loop.length, shortName),
  ].map((pieces) => (replicates > 1 ? [{ text: `Median of ${replicates} replicates: ` }, ...pieces] : begun(pieces)));
  return ways.find((pieces) => plainText(pieces).length <= LONGEST) ?? ways[ways.length - 1];
}

function begun([first, ...rest]: readonly Piece[]): Piece[] {
  const name = first.loop === undefined ? capital(first.text) : loopName(first.loop);
  return [{ ...first, text: name }, ...rest];
}

/** Generation 1 is the same in every loop. */
function firstGeneration(frame: Frame, { loop: [loop], replicates, ...experiment }: Experiment, noise: NoiseFloor | null): string {
  const left = isToldByWords(experiment) ? null : modesLeftOf([frame], loop, replicates, noise);
  if (!left) {
    const variety = kindOf(experiment).captionScore === 'wordsAlive' ? scoreOf(frame, loop, 'wordsAlive')?.median : undefined;
    if (variety === undefined) return 'Generation 1 learned from real data alone, the same in every loop.';
    const made = `${isToldByWords(experiment) ? 'has' : 'makes'} ${number(variety)} ${nounFor(variety, varietyNouns(experiment))}`;
    return `Generation 1 learned from real data alone and ${made}.`;
  }
  const made = left.count === left.total ? `all ${left.total}` : `${countWords(left.count)} of ${left.total}`;
  return `Generation 1 learned from real data alone and makes ${made} ${kindOf(experiment).modes}.`;
}

/**
 * What matters now, in one line to be read in passing. It follows the rules of the full sentences and says less: nothing that changes with every
 * generation, and of what fell the bound under which it has been for some. `frames` end with the one on the screen.
 */
export function headlineOf(frames: readonly Frame[], experiment: Experiment, noise: NoiseFloor | null, started: boolean): Piece[] {
  if (frames.length === 0) return firstHeadline(started);
  if (frames.length === 1) return [{ text: firstGeneration(frames[0], experiment, noise) }];
  const groups = groupsOf(frames, experiment, noise);
  if (!groups) return [{ text: 'Every new model now learns from what earlier models made.' }];
  return toldOf(groups, experiment);
}
