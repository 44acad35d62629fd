import { datasetOf, modelOf } from '../../engine/chosen';
import { unaccounted } from '../../engine/claims';
import type { Experiment, Key } from '../../engine/experiment';
import { exp } from '../../engine/math/exp';
import { ln } from '../../engine/math/ln';
import { RECIPE_KEYS } from '../../engine/recipe';
import type { Axis, SweepPlan } from '../../engine/sweepPlan';
import { syntheticThreshold } from '../../engine/theory/threshold';
import { numberSpec } from './mapChoice';

/** Between the middles of the first and the last cell: 0 to 1. */
type Place = readonly [x: number, y: number];

/** Along a side, and across it. */
const PLACES = 97;

/** Keys on which it depends where synthetic samples begin to do harm, and all that the law accounts for. */
const KEYS: readonly Key[] = ['synthetic', 'bias', 'dim'];
const ACCOUNTED: readonly Key[] = [...KEYS, ...RECIPE_KEYS, 'initialReal'];

/** The value at a share of an axis, between its own as they lie. */
function valueAt({ key, values }: Axis, share: number): number {
  const place = share * (values.length - 1);
  const at = Math.min(values.length - 2, Math.floor(place));
  const [low, high] = [values[at], values[at + 1]];
  const part = place - at;
  return numberSpec(key).scale === 'log' && low > 0 ? exp(ln(low) + part * (ln(high) - ln(low))) : low + part * (high - low);
}

/** Above 0 where more synthetic samples than n_s* are drawn. */
function excess({ synthetic, bias, dim, memory }: Experiment): number {
  const most = bias < 1 ? syntheticThreshold(dim, { bias, memory }) : Number.POSITIVE_INFINITY;
  return typeof most === 'number' && synthetic > 0 ? ln(synthetic) - ln(most) : -1;
}

/**
 * Where, by theory, synthetic samples of the fresh data loop of a Gaussian begin to do harm (MODEL.md, theory): for many real samples, λ < 1.
 * Null where no law is known, or none of the two settings moves it, or it is not on the map.
 */
export function boundaryOf({ experiment, x, y }: Pick<SweepPlan, 'experiment' | 'x' | 'y'>): readonly Place[] | null {
  const { model, loop, memory } = experiment;
  const isLaws = modelOf({ model }).isOneGaussian && datasetOf(experiment).components === 1 && loop[0] === 'fresh-data' && memory === 'previous';
  const isOn = ({ key }: Axis) => KEYS.includes(key);
  const isAccounted = ({ key }: Axis) => ACCOUNTED.includes(key);
  if (!isLaws || unaccounted(experiment, 1, RECIPE_KEYS) !== null || !isAccounted(x) || !isAccounted(y) || !(isOn(x) || isOn(y))) return null;
  const isUp = isOn(y);
  const at = (along: number, across: number): number => {
    const [right, up] = isUp ? [along, across] : [across, along];
    return excess({ ...experiment, [x.key]: valueAt(x, right), [y.key]: valueAt(y, up) });
  };
  const places: Place[] = [];
  for (let i = 0; i < PLACES; i++) {
    const along = i / (PLACES - 1);
    let before = at(along, 0);
    for (let j = 1; j < PLACES; j++) {
      const now = at(along, j / (PLACES - 1));
      if (before > 0 !== now > 0 && Number.isFinite(before) && Number.isFinite(now)) {
        const across = (j - 1 + before / (before - now)) / (PLACES - 1);
        places.push(isUp ? [along, across] : [across, along]);
        break;
      }
      before = now;
    }
  }
  return places.length > 1 ? places : null;
}
