/** A check as a sentence with menus: "the [median over runs] [recall] of [fresh data] [at generation] [30] is [below] [.8]". */
import { datasetOf } from '../../engine/chosen';
import type { Experiment } from '../../engine/experiment';
import { loopNamed } from '../../engine/loops/named';
import { METRICS } from '../../engine/metrics/about';
import { truths } from '../../engine/truths';
import { withinSentence } from '../../format';
import { type Comparison, OPERATORS, type Reading, STATS } from '../lesson';
import { SCORE_NAMES, scoreFault } from '../rules/scores';
import { isOfWholeRun } from '../scoreBehind';

/** A run that a sentence may be about. */
export interface RunNamed {
  readonly name: string;
  readonly title: string;
  readonly experiment: Experiment;
}

/** What a sentence may be about, where it stands. */
export interface About {
  /** the run that is meant where none is named; null: none is */
  readonly own: RunNamed | null;
  readonly runs: readonly RunNamed[];
  /** ids of numbers and sketches that are predicted by then */
  readonly predictions: readonly string[];
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A piece of a sentence: words, a menu, or a number to be typed. What is set gives the whole sentence anew. */
export type Piece<Whole> =
  | { readonly is: 'words'; readonly text: string }
  | {
      readonly is: 'menu';
      readonly name: string;
      readonly value: string;
      readonly options: readonly Option[];
      readonly set: (value: string) => Whole;
    }
  | { readonly is: 'number'; readonly name: string; readonly value: unknown; readonly set: (value: unknown) => Whole };

const words = <Whole>(text: string): Piece<Whole> => ({ is: 'words', text });

const STAT_WORDS: Readonly<Record<string, string>> = {
  '': 'first run’s',
  value: 'first run’s',
  median: 'median over runs of',
  mean: 'mean over runs of',
  min: 'smallest',
  max: 'largest',
  share: 'share of runs with',
  count: 'number of runs with',
};
const OPERATOR_WORDS: Readonly<Record<(typeof OPERATORS)[number], string>> = { '<': 'below', '<=': 'at most', '>': 'above', '>=': 'at least' };

const isCounted = (stat: Reading['stat']): boolean => stat !== undefined && /^(share|count)$/.test(stat);

/** A score in the middle of a sentence. */
export function scoreWords(score: string): string {
  if (score === 'firstLoss') return 'generation of the first loss';
  if (score === 'realUsed') return 'number of real samples used';
  const [, of, mode] = /^mode(Alive|Lost)\.(\d+)$/.exec(score) ?? [];
  if (mode !== undefined) return of === 'Alive' ? `being alive of mode ${mode}` : `generation in which mode ${mode} is lost`;
  return withinSentence([...METRICS, ...truths].find(({ id }) => id === score)?.name ?? score);
}

export const loopWords = (loop: string): string => (loopNamed(loop)?.name ?? loop).toLowerCase();

/** Options, and what is there already, whether or not it is one of them: nothing that a file says is lost. */
function withPresent(options: readonly Option[], value: string, label = value): readonly Option[] {
  return options.some((option) => option.value === value) ? options : [...options, { value, label }];
}

/** The scores of a run that a sentence can be about. */
export function scoresOf(experiment: Experiment): readonly string[] {
  const modes = Array.from({ length: datasetOf(experiment).modes }, (_, at) => at + 1);
  const all = [...SCORE_NAMES, ...modes.flatMap((mode) => [`modeAlive.${mode}`, `modeLost.${mode}`])];
  return all.filter((score) => scoreFault(score, experiment) === null);
}

/** The run that a reading is of. */
const runOf = ({ run }: Reading, { own, runs }: About): RunNamed | null =>
  run === undefined ? own : (runs.find(({ name }) => name === run) ?? null);

type Timed = Reading & { readonly every?: Comparison['every'] };

/** When a number is read, by what its menu calls it. */
const WHEN = {
  none: '',
  at: 'at generation',
  last: 'at the last generation',
  mean: 'on average over generations',
  every: 'at every generation from',
};
type When = keyof typeof WHEN;

function whenOf({ at, every }: Timed): When {
  if (every) return 'every';
  if (at === undefined) return 'none';
  return at === 'last' ? 'last' : Array.isArray(at) ? 'mean' : 'at';
}

/** Read at another time, with the generations that it had as far as they fit. */
function timed<Part extends Timed>(reading: Part, when: When, last: number): Part {
  const { at, every, ...rest } = reading;
  const stretch = every ?? (Array.isArray(at) ? at : undefined);
  const one = typeof at === 'number' ? at : (stretch?.[1] ?? last);
  const two = stretch ?? [Math.max(1, Math.min(one, last) - 1), Math.max(2, one)];
  const part = { none: {}, last: { at: 'last' as const }, at: { at: one }, mean: { at: two }, every: { every: two } }[when];
  return inOrder({ ...rest, ...part }) as unknown as Part;
}

const ORDER = ['run', 'score', 'loop', 'stat', 'at', 'every', 'above', 'op', 'within', 'value', 'ref'];
/** Fields in the order in which lessons write them. */
const inOrder = <Part extends object>(part: Part): Part =>
  Object.fromEntries(Object.entries(part).sort(([one], [other]) => ORDER.indexOf(one) - ORDER.indexOf(other))) as Part;

function put<Part extends object>(part: Part, field: string, value: unknown): Part {
  const { [field]: before, ...others } = part as Readonly<Record<string, unknown>>;
  if (value === undefined) return others as Part;
  return (before === undefined ? inOrder({ ...others, [field]: value }) : { ...part, [field]: value }) as Part;
}

/** Where a reading stands: a check may go over a stretch, and what it is compared with takes its generation. */
type Kind = 'reading' | 'left' | 'right' | 'timeless';

/** The pieces that say which number is meant. `whole`: makes the sentence of the changed reading. */
export function readingPieces<Part extends Timed, Whole>(reading: Part, about: About, kind: Kind, whole: (changed: Part) => Whole): Piece<Whole>[] {
  const run = runOf(reading, about);
  const experiment = run?.experiment ?? null;
  const set = (field: string) => (value: string) => whole(put(reading, field, value === '' ? undefined : value));
  const { score, loop, stat, above } = reading;
  const pieces: Piece<Whole>[] = [words('the')];
  if ((experiment?.replicates ?? 1) > 1 || stat !== undefined) {
    const stats = ['', ...STATS.filter((one) => one !== 'value')].map((value) => ({ value, label: STAT_WORDS[value] ?? value }));
    pieces.push({
      is: 'menu',
      name: 'which of the runs',
      value: stat ?? '',
      options: withPresent(stats, stat ?? '', STAT_WORDS[stat ?? '']),
      set: set('stat'),
    });
  }
  const scores = (experiment ? scoresOf(experiment) : SCORE_NAMES).map((value) => ({ value, label: scoreWords(value) }));
  pieces.push({
    is: 'menu',
    name: 'score',
    value: score,
    options: withPresent(scores, score, scoreWords(score)),
    set: (value) => whole(withScore(reading, value, kind, experiment)),
  });
  if ((experiment?.loop.length ?? 1) > 1 || loop !== undefined) {
    const loops = (experiment?.loop ?? []).map((value) => ({ value, label: loopWords(value) }));
    const options = loop === undefined ? [{ value: '', label: '(which loop?)' }, ...loops] : withPresent(loops, loop, loopWords(loop));
    pieces.push(words('of'), { is: 'menu', name: 'loop', value: loop ?? '', options, set: set('loop') });
  }
  if (above !== undefined || (isCounted(stat) && !isOfWholeRun(score) && !score.startsWith('modeAlive.')))
    pieces.push(words('above'), { is: 'number', name: 'above', value: above ?? '', set: (value) => whole(put(reading, 'above', value)) });
  if (kind !== 'timeless') pieces.push(...whenPieces(reading, kind, experiment?.generations ?? 1, whole));
  if (about.runs.length > 1 || reading.run !== undefined) {
    const own = about.own ? [{ value: '', label: `this run (${about.own.title})` }] : [{ value: '', label: '(which run?)' }];
    const runs = [...own, ...about.runs.map(({ name, title }) => ({ value: name, label: title }))];
    pieces.push(words('in'), { is: 'menu', name: 'run', value: reading.run ?? '', options: withPresent(runs, reading.run ?? ''), set: set('run') });
  }
  return pieces;
}

/** What is of a whole run has no generation, and all else needs one. */
function withScore<Part extends Timed>(reading: Part, score: string, kind: Kind, experiment: Experiment | null): Part {
  const changed = put(reading, 'score', score);
  if (isOfWholeRun(score)) return timed(changed, 'none', 1);
  const needs = kind !== 'timeless' && kind !== 'right' && score !== 'realUsed' && whenOf(changed) === 'none';
  return needs ? timed(changed, 'at', experiment?.generations ?? 1) : changed;
}

function whenPieces<Part extends Timed, Whole>(reading: Part, kind: Kind, last: number, whole: (changed: Part) => Whole): Piece<Whole>[] {
  const { score, at, every } = reading;
  const when = whenOf(reading);
  if (isOfWholeRun(score) && when === 'none') return [];
  const isFree = kind === 'right' || score === 'realUsed';
  const none: readonly Option[] =
    isFree || when === 'none'
      ? [{ value: 'none', label: kind === 'right' ? 'at the same generation' : score === 'realUsed' ? 'by the end' : '(when?)' }]
      : [];
  const times: readonly When[] = kind === 'left' ? ['at', 'last', 'every', 'mean'] : ['at', 'last', 'mean'];
  const options = withPresent([...none, ...times.map((value) => ({ value, label: WHEN[value] }))], when, WHEN[when]);
  const pieces: Piece<Whole>[] = [{ is: 'menu', name: 'when', value: when, options, set: (value) => whole(timed(reading, value as When, last)) }];
  const number = (name: string, value: unknown, set: (value: unknown) => Part): Piece<Whole> => ({
    is: 'number',
    name,
    value,
    set: (typed) => whole(set(typed)),
  });
  if (when === 'at') pieces.push(number('generation', at, (value) => put(reading, 'at', value)));
  const [field, stretch] = every ? (['every', every] as const) : (['at', at] as const);
  if (Array.isArray(stretch)) {
    const [low, high] = stretch as readonly [unknown, unknown];
    pieces.push(
      number('first generation', low, (value) => put(reading, field, [value, high])),
      words('to'),
    );
    pieces.push(number('last generation', high, (value) => put(reading, field, [low, value])));
  }
  return pieces;
}

const AGAINST: readonly Option[] = [
  { value: 'value', label: 'the number' },
  { value: 'reading', label: 'another number of a run' },
  { value: 'noiseFloor.high', label: 'the upper end of the noise floor' },
  { value: 'noiseFloor.low', label: 'the lower end of the noise floor' },
  { value: 'theory', label: 'what theory expects' },
];

/** A comparison as a sentence. */
export function comparisonPieces(comparison: Comparison, about: About): Piece<Comparison>[] {
  const { op, within, value, ref } = comparison;
  const operators = [...OPERATORS.map((one) => ({ value: one, label: OPERATOR_WORDS[one] })), { value: 'within', label: 'near to' }];
  const against = ref === undefined ? 'value' : typeof ref === 'string' ? ref : 'reading';
  const predictions = about.predictions.map((id) => ({ value: `prediction.${id}`, label: `the prediction ${id}` }));
  const pieces = readingPieces(comparison, about, 'left', (changed) => changed);
  pieces.push(words('is'), {
    is: 'menu',
    name: 'how it compares',
    value: op ?? 'within',
    options: operators,
    set: (chosen) =>
      chosen === 'within' ? put(put(comparison, 'op', undefined), 'within', within ?? 0.05) : put(put(comparison, 'within', undefined), 'op', chosen),
  });
  if (op === undefined)
    pieces.push(
      words('(at most'),
      { is: 'number', name: 'how near', value: within ?? '', set: (typed) => put(comparison, 'within', typed) },
      words('away)'),
    );
  pieces.push({
    is: 'menu',
    name: 'what it is compared with',
    value: against,
    options: withPresent([...AGAINST, ...predictions], against),
    set: (chosen) => comparedWith(comparison, chosen),
  });
  if (typeof ref === 'object') pieces.push(...readingPieces(ref, about, 'right', (changed): Comparison => ({ ...comparison, ref: changed })));
  else if (ref === undefined) pieces.push({ is: 'number', name: 'number', value: value ?? '', set: (typed) => put(comparison, 'value', typed) });
  return pieces;
}

function comparedWith(comparison: Comparison, chosen: string): Comparison {
  const { value: _, ref, ...rest } = comparison;
  if (chosen === 'value') return { ...rest, value: comparison.value ?? 0.5 };
  if (chosen !== 'reading') return { ...rest, ref: chosen };
  const { score, loop, stat, above, run } = comparison;
  const same = {
    ...(run !== undefined && { run }),
    score,
    ...(loop !== undefined && { loop }),
    ...(stat && { stat }),
    ...(above !== undefined && { above }),
  };
  return { ...rest, ref: typeof ref === 'object' ? ref : same };
}

/** A sentence without its menus: what is chosen in each. */
export const plainWords = (pieces: readonly Piece<unknown>[]): string =>
  pieces
    .map((piece) => {
      if (piece.is === 'words') return piece.text;
      return piece.is === 'number' ? String(piece.value) : (piece.options.find(({ value }) => value === piece.value)?.label ?? piece.value);
    })
    .filter((text) => text !== '')
    .join(' ')
    .replaceAll('( ', '(');
