import { readFileSync } from 'node:fs';
import { gaussianData } from '../src/engine/datasets/gaussian';
import type { Experiment } from '../src/engine/experiment';
import { parseExperiment } from '../src/engine/experimentText';
import { loops } from '../src/engine/loops';
import { recipesOf } from '../src/engine/recipe';
import { byId } from '../src/engine/registry';
import { theoryOf } from '../src/engine/theory';
import { momentLaw } from '../src/engine/theory/moments';
import { loopCases, runsOf } from './loopCases';

/** key `loop(arguments)/convention` -> rows (a_t, m_t, v_t) of t = 1..10, then (a, m, or with v) of the steady state where there is one */
export const curves = JSON.parse(readFileSync(new URL('../test/fixtures/theory.json', import.meta.url), 'utf8')) as Record<string, number[][]>;

const keysOf: Record<string, (args: readonly number[]) => Record<string, string | number>> = {
  fully_synthetic: ([initialReal, synthetic, bias]) => ({ loop: 'fully-synthetic', initialReal, synthetic, bias }),
  fresh: ([initialReal, real, synthetic, bias]) => ({ loop: 'fresh-data', initialReal, real, synthetic, bias }),
  augment_prev: ([initialReal, synthetic, bias]) => ({ loop: 'synthetic-augmentation', initialReal, synthetic, bias }),
  augment_all: ([initialReal, synthetic, bias]) => ({ loop: 'synthetic-augmentation', memory: 'all', initialReal, synthetic, bias }),
};

/** An experiment of the Gaussian model on Gaussian data. */
export function gaussianExperiment(keys: Readonly<Record<string, string | number>>): Experiment {
  const { experiment, notes } = parseExperiment({ model: 'gaussian', dataset: 'gaussian', ...keys }, 'headless');
  if (notes.length > 0) throw new Error(notes[0].message);
  return experiment;
}

/** Theory of the first loop of a Gaussian experiment: a value by generation and key; it throws where theory has none. */
export function theoryCurve(experiment: Experiment): (t: number, key: string) => number {
  const theory = theoryOf(byId(loops, experiment.loop[0]), experiment, gaussianData.density?.(experiment) ?? null, false);
  return (t, key) => {
    const { theory: values, undefined: reasons } = theory(t);
    const value = values[key];
    if (typeof value !== 'number') throw new Error(`${key} has no value: ${reasons[key]}`);
    return value;
  };
}

/** The second-order variance v_t, which no output has but the law of W2 that it enters. */
function secondOrderVariances(experiment: Experiment, last: number): number[] {
  const recipeAt = recipesOf(byId(loops, experiment.loop[0]), experiment);
  const law = momentLaw(experiment.initialReal, recipeAt, { unbiased: experiment.covariance === 'unbiased', floor: 0 }, 1);
  return Array.from({ length: last }, () => Number(law.next().value.v));
}

const GENERATIONS = 10;
/** By then every steady state of the references is reached to the last digit. */
const LATE = 1500;

/** Absolute deviations from the references: of the curves, and of steady states by closed form and by going on. */
export function curveDeviations(): { readonly curves: number[]; readonly steady: number[] } {
  const found = { curves: [] as number[], steady: [] as number[] };
  for (const [name, rows] of Object.entries(curves)) {
    const [, kind, args, covariance] = /^(\w+)\((.*)\)\/(\w+)$/.exec(name) ?? [];
    const experiment = gaussianExperiment({ ...keysOf[kind](args.split(',').map(Number)), covariance, dim: 1 });
    const theory = theoryCurve(experiment);
    const variances = secondOrderVariances(experiment, LATE);
    for (const [index, [a, m, v]] of rows.slice(0, GENERATIONS).entries()) {
      const t = index + 1;
      found.curves.push(theory(t, 'a') - a, theory(t, 'm') - m, variances[index] - v);
      found.curves.push(theory(t, 'traceOverDim') - a, theory(t, 'meanSquared') - m);
    }
    for (const [a, m, ...v] of rows.slice(GENERATIONS)) {
      found.steady.push(theory(1, 'traceOverDimSteady') - a, theory(1, 'meanSquaredSteady') - m);
      found.steady.push(theory(LATE, 'a') - a, theory(LATE, 'm') - m, ...v.map((value) => variances[LATE - 1] - value));
    }
  }
  return found;
}

const MOMENTS = { trace_over_d: 'traceOverDim', mean_sq: 'meanSquared', mean_logdet: 'logDet' } as const;
const DISTANCE = { w2_squared: 'w2Squared' } as const;

/** Deviations from the closed forms of the references' loops, relative above 1, wherever our theory has a value too. */
export function closedFormDeviations(): { readonly moments: number[]; readonly w2Squared: number[] } {
  const found = { moments: [] as number[], w2Squared: [] as number[] };
  for (const item of loopCases()) {
    for (const { keys, shift } of runsOf(item, 1).filter(({ start }) => start === 'real')) {
      const experiment = gaussianExperiment({ ...keys, generations: 51 });
      const theory = theoryOf(byId(loops, experiment.loop[0]), experiment, gaussianData.density?.(experiment) ?? null, false);
      for (const { t, closed_form: closed } of item.records.filter((record) => record.t + shift > 0)) {
        const values = theory(t + shift).theory;
        const deviations = (names: Readonly<Record<string, string>>) =>
          Object.entries(names).flatMap(([theirs, ours]) => {
            const [value, mine] = [closed[theirs as keyof typeof closed], values[ours]];
            return value === undefined || mine === null || mine === undefined ? [] : [(mine - value) / Math.max(1, Math.abs(value))];
          });
        found.moments.push(...deviations(MOMENTS));
        found.w2Squared.push(...deviations(DISTANCE));
      }
    }
  }
  return found;
}
