import { catalogue } from '../../engine/catalogue';
import { flagAt, listAt, numberAt, objectAt, orNull, recordAt, textAt } from '../../engine/checked';
import type { Experiment } from '../../engine/experiment';
import { Refusal } from '../../engine/refusal';
import type { LaneResult, NoiseFloor } from '../../protocol/messages';
import { decodeShown, noSamples } from './shownText';

/** Hundred times as much is still a number, and percent of it can be printed. */
const LARGEST = 1e300;
const MOST_NAMES = 200;
const LONGEST_NAME = 60;
const MOST_MODES = 1000;
const ONCE_A_RUN = 10_000;

const number = numberAt({ min: -LARGEST, max: LARGEST });
const count = numberAt({ min: 0, max: 1e9, whole: true });
const replicateAt = numberAt({ min: 1, max: ONCE_A_RUN, whole: true });
const shares = listAt(MOST_MODES, numberAt({ min: 0, max: 1 }));
const flags = listAt(MOST_MODES, flagAt);
const values = recordAt(MOST_NAMES, LONGEST_NAME, orNull(number));
const reasons = recordAt(MOST_NAMES, LONGEST_NAME, textAt(500));
const nameAt = textAt(LONGEST_NAME);

/** @param lane a value from a file, `where` it stands there */
export function laneAt(lane: unknown, where: string, experiment: Experiment): LaneResult {
  const raw = objectAt(lane, `${where}: a loop`);
  const loop = nameAt(raw.loop, `${where}: loop`);
  const replicate = replicateAt(raw.replicate, `${where}: replicate`);
  const place = `${where}, ${loop}, replicate ${replicate}`;
  return {
    loop,
    replicate,
    trainingSize: count(raw.trainingSize, `${place}: trainingSize`),
    scores: values(raw.scores, `${place}: scores`),
    undefined: reasons(raw.undefined, `${place}: reasons`),
    truth: values(raw.truth, `${place}: truth`),
    theory: {
      theory: values(raw.theory, `${place}: theory`),
      undefined: reasons(raw.theoryUndefined ?? {}, `${place}: theoryReasons`),
    },
    fit: fitAt(raw.fit, `${place}: fit`),
    shares: orNull((value, at) => sharesAt(value, at, experiment.dataset))(raw.shares, `${place}: shares`),
    shown: decodeShown(raw.shown, `${place}: shown`, experiment) ?? (replicate === 1 ? noSamples(experiment) : null),
  };
}

function fitAt(fit: unknown, place: string): LaneResult['fit'] {
  const { iterations, objective, converged, floorReached } = objectAt(fit, place);
  return {
    iterations: count(iterations, `${place}.iterations`),
    objective: orNull(number)(objective, `${place}.objective`),
    converged: flagAt(converged, `${place}.converged`),
    floorReached: flagAt(floorReached, `${place}.floorReached`),
  };
}

function sharesAt(value: unknown, place: string, dataset: string): NonNullable<LaneResult['shares']> {
  const raw = objectAt(value, place);
  const [share, alive] = [shares(raw.share, `${place}.share`), flags(raw.alive, `${place}.alive`)];
  const modes = catalogue.datasets.find(({ id }) => id === dataset)?.modes;
  if (share.length !== modes || alive.length !== modes) {
    throw new Refusal(`${place} has ${share.length} shares and ${alive.length} flags; ${dataset} has ${modes} modes, with one of each`);
  }
  return { share, alive };
}

const band = (value: unknown, place: string): NoiseFloor['bands'][string] => {
  const { low, high } = objectAt(value, place);
  return { low: number(low, `${place}.low`), high: number(high, `${place}.high`) };
};
const bands = recordAt(MOST_NAMES, LONGEST_NAME, band);

export function noiseFloorAt(noise: unknown, place: string): NoiseFloor | null {
  if (noise === null || noise === undefined) return null;
  const raw = objectAt(noise, place);
  return { bands: bands(raw.bands, `${place}.bands`), undefined: reasons(raw.undefined, `${place}.reasons`) };
}

/** Loop and replicate of every lane, as an experiment has them. */
export function checkLanes(lanes: readonly LaneResult[], { loop, replicates }: Experiment, where: string): void {
  const found = new Set(lanes.map((lane) => `${lane.loop} ${lane.replicate}`));
  for (const id of loop) {
    for (let n = 1; n <= replicates; n++) if (!found.has(`${id} ${n}`)) throw new Refusal(`${where} lacks the loop ${id}, replicate ${n}`);
  }
  const expected = loop.length * replicates;
  if (lanes.length !== expected) throw new Refusal(`${where} holds ${lanes.length} loops and replicates instead of ${expected}`);
}
