import { datasets } from './datasets';
import { EngineError } from './errors';
import { type Experiment, SCHEMA } from './experiment';
import { RECENT } from './keptModels';
import { kinds } from './kinds';
import type { Kind } from './kinds/kind';
import { loopsOf } from './loops/named';
import { models } from './models';
import { modelsDrawnFrom, modelsNeeded, poolOf, recipesOf } from './recipe';
import { byId } from './registry';
import { settingsAt } from './settings';
import { treated } from './treated';

/** Bytes that a small computer can hold for one experiment. */
const MEMORY_LIMIT = 1.5e9;

/** A cloud that is scored, with what is prepared of it. */
const COPIES_SCORED = 3;
/** Numbers of one lane in one generation, as an object. */
const RESULT_BYTES = 800;
/** Where a sample of a training set comes from: part and birth. */
const ORIGIN_BYTES = 3;
/** An object that holds a model's arrays. */
const OBJECT_BYTES = 400;

export interface Extent {
  /** replicates at once */
  readonly replicates: number;
  /** bytes of models that are kept for going back; 0 where nobody goes back, and nothing is shown */
  readonly budget: number;
}

interface Need {
  readonly bytes: number;
  readonly of: string;
  /** keys that make it less */
  readonly lower: readonly (keyof Experiment)[];
}

const kindOf = ({ dataset }: Experiment): Kind => byId(kinds, byId(datasets, dataset).kind);

/** Bytes of one sample. */
function sampleBytes(experiment: Experiment): number {
  const { numberBytes, width } = kindOf(experiment);
  return numberBytes * width(experiment);
}

/** Samples of the largest training set of any loop, with all that it is drawn from; and the most synthetic ones that are remembered. */
function sizesOf(experiment: Experiment): { readonly largest: number; readonly remembered: number } {
  let largest = experiment.initialReal;
  let remembered = 0;
  for (const loop of loopsOf(experiment)) {
    const recipeAt = recipesOf(loop, experiment);
    let drawn = 0;
    for (let t = 2; t <= experiment.generations; t++) {
      drawn += recipeAt(t).drawn;
      largest = Math.max(largest, poolOf(recipeAt(t)));
    }
    remembered = Math.max(remembered, drawn);
  }
  return { largest, remembered };
}

function trainingNeed(experiment: Experiment, lanes: number): Need {
  const { largest, remembered } = sizesOf(experiment);
  const remembers = modelsNeeded(experiment) === Number.POSITIVE_INFINITY;
  // each is held as it was composed and as the fit reads it; what is remembered is held beside that; one fit is at work at a time
  const samples = 2 * largest + (remembers ? remembered : 0);
  const { fit } = byId(models, experiment.model).bytes(experiment, largest);
  return {
    bytes: (sampleBytes(experiment) + ORIGIN_BYTES) * samples * lanes + fit,
    of: `training sets (${lanes} at once, of up to ${largest} samples each)${remembers ? ' (memory draws on all earlier generations)' : ''}`,
    lower: ['synthetic', 'real', 'initialReal', 'generations', 'replicates', 'dim', 'components'],
  };
}

/** What stands beside the sample that is wanted while curation looks for it by preference: it, a batch of further candidates, and both together. */
const PREFERRED = 8;

/** The most candidates that a curated training set is chosen from; lanes are composed one after the other. */
function candidateNeed(experiment: Experiment): Need {
  let most = 0;
  for (const loop of loopsOf(experiment)) {
    const own = treated(experiment, loop);
    for (let t = 2; t <= own.generations; t++) {
      const { curation, keep } = settingsAt(own, t);
      const times = curation === 'preference' ? PREFERRED : curation === 'density' || curation === 'confidence' ? 2 / keep : 0;
      most = Math.max(most, times * recipesOf(loop, experiment)(t).drawn);
    }
  }
  return { bytes: sampleBytes(experiment) * most, of: 'candidates for curation', lower: ['synthetic', 'dim'] };
}

function modelNeed(experiment: Experiment, lanes: number, budget: number): Need {
  const model = byId(models, experiment.model).bytes(experiment, 0).model + OBJECT_BYTES;
  const recent = Math.min(experiment.generations, RECENT + modelsDrawnFrom(experiment) - 1);
  const going = recent * lanes * model;
  const back = Math.min(budget, experiment.generations * lanes * model);
  return {
    bytes: going + back,
    of: `fitted models (${lanes} at once, of the last ${recent} generations, ${(model / 1e6).toFixed(1)} MB each)`,
    lower: ['span', 'units', 'resolution', 'replicates', 'components', 'dim'],
  };
}

function scoringNeed(experiment: Experiment, replicates: number): Need {
  const { evaluation, scores, initialReal } = experiment;
  const { reader, drawnToScore } = kindOf(experiment);
  const sample = sampleBytes(experiment);
  const scored =
    scores.length > 0
      ? reader
        ? evaluation * COPIES_SCORED * 8 * reader.width + (drawnToScore?.(experiment) ?? evaluation) * sample
        : evaluation * COPIES_SCORED * sample
      : 0;
  return {
    bytes: (scored + initialReal * sample) * (replicates + 1),
    of: 'real samples to score against',
    lower: ['evaluation', 'replicates', 'dim'],
  };
}

function screenNeed(experiment: Experiment, lanes: number): Need {
  const { generations, loop } = experiment;
  const sample = kindOf(experiment).shownBytes(experiment);
  return { bytes: generations * (loop.length * sample + lanes * RESULT_BYTES), of: 'results for the screen', lower: ['generations', 'replicates'] };
}

function needsOf(experiment: Experiment, { replicates, budget }: Extent): readonly Need[] {
  const lanes = experiment.loop.length * replicates;
  const always = [
    trainingNeed(experiment, lanes),
    candidateNeed(experiment),
    modelNeed(experiment, lanes, budget),
    scoringNeed(experiment, replicates),
  ];
  return budget > 0 ? [...always, screenNeed(experiment, lanes)] : always;
}

/** Bytes that an experiment needs at most, by what is counted here; rounding, code and the browser come on top. */
export function bytesOf(experiment: Experiment, extent: Extent): number {
  return needsOf(experiment, extent).reduce((sum, { bytes }) => sum + bytes, 0);
}

/** How many replicates fit at once, at least one. */
export function replicatesThatFit(experiment: Experiment): number {
  const of = (replicates: number) => bytesOf(experiment, { replicates, budget: 0 });
  const one = of(1);
  return Math.max(1, Math.floor((MEMORY_LIMIT - one) / (of(2) - one)) + 1);
}

function canBeLower(experiment: Experiment, key: keyof Experiment): boolean {
  const spec = SCHEMA[key];
  return 'min' in spec && spec.applies(experiment) && (experiment[key] as number) > spec.min;
}

/** Refuses, before anything runs, an experiment that would not fit into memory, and says what to lower. */
export function assertFits(experiment: Experiment, extent: Extent): void {
  const bytes = bytesOf(experiment, extent);
  if (bytes <= MEMORY_LIMIT) return;
  const [most] = [...needsOf(experiment, extent)].sort((a, b) => b.bytes - a.bytes);
  const gigabytes = (count: number) => `${(count / 1e9).toFixed(1)} GB`;
  const keys = most.lower.filter((key) => canBeLower(experiment, key));
  throw new EngineError(
    'too-large',
    `This experiment needs ${gigabytes(bytes)} of memory, ${gigabytes(most.bytes)} of it for ${most.of}; at most ${gigabytes(MEMORY_LIMIT)} are taken. Lower ${keys.join(', ')}.`,
  );
}
