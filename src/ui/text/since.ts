import { kindOf } from '../../engine/chosen';
import type { Experiment, Settings } from '../../engine/experiment';
import { loopNamed } from '../../engine/loops/named';
import { settingsAt } from '../../engine/settings';
import { number } from '../../format';
import type { NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { medianAlive, scoreOf } from '../../results/stats';
import { lifeWords } from '../tail/lifeWords';
import { bandOf, disagreement, moveOf } from './movement';
import { countWords, isToldByWords, varietyNouns } from './pieceNouns';
import { loopPieces, type Piece } from './pieces';
import { turnsOf } from './turns';

/** The first of these that a run has speaks for it. */
const SPEAKERS = [
  { metric: 'wordsAlive', words: '' },
  { metric: 'recall', words: 'recall' },
  { metric: 'frechetDistance', words: 'the Frechet distance' },
  { metric: 'traceRatio', words: 'the variance ratio' },
] as const;

export interface Intervention {
  /** the first generation with it */
  readonly from: number;
  /** "fresh real samples 64 → 300" */
  readonly words: string;
  /** the loops of the run on which what was changed acts */
  readonly loops: readonly string[];
}

/** What the reader changed last, up to a generation; null where nothing was changed after the first. */
export function lastIntervention(experiment: Experiment, generation: number): Intervention | null {
  const changes = experiment.changes.filter((change) => change.generation > 1 && change.generation <= generation);
  const turn = turnsOf({ ...experiment, changes }).at(-1);
  if (!turn) return null;
  const keys = changes.filter((change) => turn.generations.includes(change.generation)).flatMap(({ settings }) => Object.keys(settings));
  if (keys.every((key) => key === 'span') && settingsAt(experiment, generation).memory !== 'last') return null;
  const isFresh = (id: string) => loopNamed(id)?.parts.includes('fresh') ?? false;
  const onlyFresh = keys.every((key) => key === ('real' satisfies keyof Settings));
  return { from: turn.from, words: turn.long.slice(turn.long.indexOf(': ') + 2), loops: experiment.loop.filter((id) => !onlyFresh || isFresh(id)) };
}

/** ", and modes alive from 3 to 7" where that is beyond the noise floor. */
function aliveWords(before: Frame, now: Frame, loop: string, noun: string, noise: NoiseFloor | null): string {
  const [then, present] = [medianAlive(before, loop)?.count, medianAlive(now, loop)?.count];
  if (then === undefined || present === undefined) return '';
  const move = moveOf(then, present, bandOf(noise, 'modesAlive'), true);
  return move === 'up' || move === 'down' ? `, and ${noun} from ${countWords(then)} to ${countWords(present)}` : '';
}

/**
 * What happened since the reader last changed a setting: the generation just before it against the one on the screen, loop by loop.
 * It says what came after, not what it came of.
 */
export function sinceIntervention(frames: readonly Frame[], experiment: Experiment, noise: NoiseFloor | null): Piece[] {
  const now = frames[frames.length - 1];
  const intervention = now && lastIntervention(experiment, now.generation);
  if (!intervention || intervention.loops.length === 0) return [];
  const before = frames[intervention.from - 2];
  const speaker =
    before && SPEAKERS.find(({ metric }) => intervention.loops.some((loop) => scoreOf(before, loop, metric) && scoreOf(now, loop, metric)));
  if (!before || !speaker) return [];
  const { metric } = speaker;
  const words = metric === 'wordsAlive' ? varietyNouns(experiment).many : speaker.words;
  const modesAlive = `${kindOf(experiment).mode}s ${lifeWords(kindOf(experiment)).alive}`;
  const band = bandOf(noise, metric);
  const passed = now.generation - intervention.from + 1;
  const head = `In the ${passed === 1 ? 'first generation' : `${passed} generations`} with ${intervention.words}, `;

  const moved: Piece[][] = [];
  const still: { loop: string; then: number; value: number }[] = [];
  for (const loop of intervention.loops) {
    const [then, value] = [scoreOf(before, loop, metric)?.median, scoreOf(now, loop, metric)?.median];
    if (then === undefined || value === undefined) continue;
    const move = moveOf(then, value, band);
    const split = disagreement(before, now, loop, metric, band, move);
    if (move === 'up' || move === 'down') {
      const went = ` ${move === 'up' ? 'rose' : 'fell'} from ${number(then)} to ${number(value)}, beyond the noise floor${split}`;
      moved.push([
        { text: `${words} of ` },
        ...loopPieces([loop]),
        { text: `${went}${isToldByWords(experiment) ? '' : aliveWords(before, now, loop, modesAlive, noise)}` },
      ]);
    } else still.push({ loop, then, value });
  }
  const clauses = [...moved];
  if (still.length > 0) {
    const values = still.map(({ then, value }) => `${number(then)} then, ${number(value)} now`).join('; ');
    const [shows, has] = metric === 'wordsAlive' ? ['show', 'have'] : ['shows', 'has'];
    const verb = band ? `${shows} no clear change` : `${has} no noise floor to be judged by`;
    clauses.push([{ text: `${words} of ` }, ...loopPieces(still.map(({ loop }) => loop)), { text: ` ${verb} (${values})` }]);
  }
  return [{ text: head }, ...clauses.flatMap((clause, i) => (i === 0 ? clause : [{ text: '; ' }, ...clause])), { text: '.' }];
}
