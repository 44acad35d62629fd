import type { Fitted, Samples } from './contracts';
import { EngineError } from './errors';
import type { Experiment } from './experiment';
import type { KeptGeneration } from './keptModels';
import { SHOWN_IMAGES } from './kinds/images';
import { drawnToScore } from './kinds/kind';
import { type Laboratory, type Strand, strandsAt } from './laboratory';
import type { Replicate } from './lanes';
import { finiteScore } from './metrics/range';
import { needEncodings, type ScoreSheet } from './metrics/scoring';
import type { LaneResult, LaneScores } from './results';
import { NO_SCORES } from './scorer';
import { settingsAt } from './settings';
import { compareWithTruth } from './truth';

/** What is wanted to be known of a fitted model. */
export interface Wanted {
  /** ids of scores; null: not even shares */
  readonly scores: readonly string[] | null;
  /** samples for the screen (of replicate 1) */
  readonly shown: boolean;
}

/** What a fitted model of generation t gives. */
export type Examined = Omit<LaneResult, 'loop' | 'replicate' | 'trainingSize' | 'theory'>;

/** A lane's scores that were not wanted when its generation was computed. */
export interface LaterScores extends LaneScores {
  readonly loop: string;
  readonly replicate: number;
}

/** A piece of the work is done: whoever waits may be let in. */
type Step = 'sample' | 'score';

/** The samples for the eye: of the same latent points in every generation. */
export const showcaseOf = ({ rng }: Replicate, { bias }: Experiment) => ({ count: SHOWN_IMAGES, bias, rng: rng.fork('showcase') });

/** What samples of a fitted model give. */
interface Seen {
  readonly sheet: ScoreSheet;
  readonly shown: LaneResult['shown'];
}

const NOTHING_SEEN: Seen = { sheet: NO_SCORES, shown: null };

/** Without scores and screen nothing is drawn. */
const isScored = ({ experiment }: Laboratory, { scores }: Wanted) => scores !== null && experiment.scores.length > 0;
const isOnScreen = ({ number }: Replicate, { shown }: Wanted) => shown && number === 1;
export const isSeen = (lab: Laboratory, { replicate }: Strand, wanted: Wanted): boolean => isScored(lab, wanted) || isOnScreen(replicate, wanted);

/**
 * Draws the evaluation samples of G_t, with its bias, scores them and shows some.
 * @param original generation 1's parameters of the same replicate, for scores that ask its encoder
 */
export async function* see(
  lab: Laboratory,
  { replicate, rng }: Strand,
  { parameters }: Fitted<unknown>,
  original: unknown,
  t: number,
  wanted: Wanted,
): AsyncGenerator<Step, Seen> {
  const { model, host, kind, scorer } = lab;
  const now = settingsAt(lab.experiment, t);
  const [samples] = await model.sample(
    [{ parameters, count: drawnToScore(lab.kind, now), bias: now.bias, rng: rng.fork(t, 'evaluation') }],
    now,
    host,
  );
  assertFinite(samples, t);
  yield 'sample';
  const sheet = isScored(lab, wanted)
    ? yield* score(lab, replicate, samples, wanted.scores ?? [], { now: parameters, first: original }, now)
    : NO_SCORES;
  if (!isOnScreen(replicate, wanted)) return { sheet, shown: null };
  const [latent] = (await model.showcase?.([{ parameters, ...showcaseOf(replicate, now) }], now, host)) ?? [samples];
  return { sheet, shown: kind.show(latent, model.components?.(parameters) ?? [], scorer.marksOf(latent)) };
}

/** What is known of a fitted model: exact values, and what its samples gave. */
export function examine(
  { model, density, hasModes }: Laboratory,
  { parameters, report }: Fitted<unknown>,
  { sheet, shown }: Seen = NOTHING_SEEN,
): Examined {
  const components = model.components?.(parameters) ?? [];
  const against =
    components.length > 0 && density ? compareWithTruth(components, density, hasModes) : { truth: model.truth?.(parameters) ?? {}, undefined: {} };
  const { iterations, converged, floorReached } = report;
  const objective = finiteScore(report.objective);
  const reasons: Record<string, string> = { ...sheet.undefined, ...against.undefined };
  if ('undefined' in objective) reasons.objective = objective.undefined;
  return {
    scores: sheet.scores,
    shares: sheet.shares,
    truth: against.truth,
    undefined: reasons,
    fit: { iterations, objective: 'value' in objective ? objective.value : null, converged, floorReached },
    shown,
  };
}

/**
 * Other scores of a generation that is computed: its evaluation samples are drawn again from its models, the same ones.
 * @param first the kept generation 1, which scores that ask its encoder need
 */
export async function* scoreAgain(
  lab: Laboratory,
  { generation: t, models }: KeptGeneration,
  first: KeptGeneration | undefined,
  scores: readonly string[],
): AsyncGenerator<Step, readonly LaterScores[]> {
  const now = settingsAt(lab.experiment, t);
  const found = new Map<string, LaterScores>();
  const nameOf = (loop: string, replicate: number) => `${loop} ${replicate}`;
  for (const { lanes, replicate, rng } of strandsAt(lab, t)) {
    const at = lab.lanes.indexOf(lanes[0]);
    const [samples] = await lab.model.sample(
      [{ parameters: models[at], count: drawnToScore(lab.kind, now), bias: now.bias, rng: rng.fork(t, 'evaluation') }],
      now,
      lab.host,
    );
    yield 'sample';
    const sheet = yield* score(lab, replicate, samples, scores, { now: models[at], first: first?.models[at] }, now);
    for (const { loop } of lanes)
      found.set(nameOf(loop.id, replicate.number), {
        loop: loop.id,
        replicate: replicate.number,
        scores: sheet.scores,
        undefined: sheet.undefined,
      });
  }
  return lab.lanes.map(({ loop, replicate }) => found.get(nameOf(loop.id, replicate.number)) as LaterScores);
}

async function* score(
  { model, host, scorer }: Laboratory,
  replicate: Replicate,
  samples: Samples,
  scores: readonly string[],
  models: { readonly now: unknown; readonly first: unknown },
  now: Experiment,
): AsyncGenerator<Step, ScoreSheet> {
  const encodings = needEncodings(scores) && models.first !== undefined ? await model.encode?.(models.first, samples, now, host) : undefined;
  const scoring = scorer.score(replicate, samples, scores, { encodings, models });
  for (;;) {
    const step = await scoring.next();
    if (step.done) return step.value;
    yield 'score';
  }
}

export function assertFinite({ values }: Samples, t: number): void {
  // of a finite number 0, of any other none
  let nothing = 0;
  for (let i = 0; i < values.length; i++) nothing += 0 * values[i];
  if (nothing === 0) return;
  const advice = 'Finished generations are kept; change a setting, or choose another backend.';
  throw new EngineError('not-finite', `The model made numbers that are not finite at generation ${t}. ${advice}`);
}
