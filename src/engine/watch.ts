import type { Fitted, Samples, Step } from './contracts';
import { assertFinite } from './examine';
import type { Experiment } from './experiment';
import type { Decision } from './keptModels';
import { drawnToScore } from './kinds/kind';
import type { Laboratory, Strand } from './laboratory';
import type { Replicate } from './lanes';
import { settingsAt } from './settings';

/** The step that watches a lane, with the settings of its generation. */
export interface Watch {
  readonly step: Step;
  readonly settings: Experiment;
}

/**
 * Scores fitted models against real samples that nothing else sees, and has a step judge them. What it draws depends on (seed, lane, generation) alone.
 */
export function createWatch({ experiment, model, dataset, kind, host, scorer }: Laboratory) {
  /** each replicate with the watched real samples in the place of the held-out ones */
  const watched = new Map<Replicate, Replicate>();
  const firstScores = new Map<string, number | null>();

  function withWatchSet(replicate: Replicate): Replicate {
    const known = watched.get(replicate);
    if (known) return known;
    // of data that end the last ones: the loops begin at the first
    const size = drawnToScore(kind, experiment);
    const offset = Math.max(0, (dataset.distinct ?? 0) - size);
    const watching = { ...replicate, heldOut: () => replicate.fresh(size, offset, replicate.rng.fork('watch')) };
    watched.set(replicate, watching);
    return watching;
  }

  async function* scoreOf(replicate: Replicate, samples: Samples, score: string): AsyncGenerator<'score', number | null> {
    const scoring = scorer.score(withWatchSet(replicate), samples, [score], {});
    for (;;) {
      const step = await scoring.next();
      if (step.done) return step.value.scores[score] ?? null;
      yield 'score';
    }
  }

  async function draw(parameters: unknown, { rng }: Pick<Strand, 'rng'>, t: number): Promise<Samples> {
    const now = settingsAt(experiment, t);
    const [samples] = await model.sample([{ parameters, count: drawnToScore(kind, now), bias: now.bias, rng: rng.fork(t, 'watched') }], now, host);
    assertFinite(samples, t);
    return samples;
  }

  /** What is decided of a strand's model of generation t; `original`: generation 1's of the same replicate. */
  return async function* judge(
    { step, settings }: Watch,
    strand: Strand,
    { parameters }: Pick<Fitted<unknown>, 'parameters'>,
    original: unknown,
    t: number,
  ): AsyncGenerator<'sample' | 'score', Decision> {
    const score = step.watches?.(settings);
    if (score === undefined) return 'none';
    const { replicate } = strand;
    const name = `${replicate.number} ${score}`;
    if (!firstScores.has(name)) firstScores.set(name, yield* scoreOf(replicate, await draw(original, replicate, 1), score));
    const first = firstScores.get(name) ?? null;
    const now = yield* scoreOf(replicate, await draw(parameters, strand, t), score);
    return first === null ? 'none' : (step.judge?.(now ?? Number.NaN, first, settings) ?? 'none');
  };
}
