import { parseExperiment } from '../src/engine/experimentText';
import { run } from '../src/engine/run';
import { blockSize } from '../src/headless/blocks';
import { createNodeHost } from '../src/headless/nodeHost';
import { type Estimate, Mean } from './estimates';

/** One value of theory beside the mean of many fitted models. */
export interface Beside {
  readonly loop: string;
  readonly generation: number;
  /** key of theory */
  readonly key: string;
  readonly theory: number;
  readonly measured: Estimate;
}

/** What a key of theory is the mean of, over fitted models; null for what is no mean of a single run. */
function measuredBy(key: string, truth: Readonly<Record<string, number | null>>, scores: Readonly<Record<string, number | null>>): number | null {
  if (key === 'logVariance') return Math.log(truth.traceOverDim ?? Number.NaN);
  const name = key.replace(/Approximate$/, '');
  return truth[name] ?? scores[name] ?? null;
}

/** Draws and fits every replicate with the engine's own `run`, in blocks, and puts the mean of the truth beside every theory that has a value. */
export async function besideTheory(keys: Readonly<Record<string, string | number>>, replicates: number): Promise<Beside[]> {
  const { experiment, notes } = parseExperiment({ scores: 'none', replicates, ...keys }, 'headless');
  if (notes.length > 0) throw new Error(notes[0].message);
  const found = new Map<string, Omit<Beside, 'measured'> & { readonly mean: Mean }>();
  const size = blockSize(experiment);
  for (let first = 1; first <= replicates; first += size) {
    const block = { first, last: Math.min(replicates, first + size - 1) };
    for await (const event of run(experiment, createNodeHost('cpu'), { replicates: block })) {
      if (event.type !== 'generation') continue;
      for (const { loop, truth, scores, theory } of event.lanes) {
        for (const [key, value] of Object.entries(theory.theory)) {
          const measured = value === null ? null : measuredBy(key, truth, scores);
          if (value === null || measured === null) continue;
          const where = `${loop} ${event.generation} ${key}`;
          const entry = found.get(where) ?? { loop, generation: event.generation, key, theory: value, mean: new Mean() };
          found.set(where, entry);
          entry.mean.add(measured);
        }
      }
    }
  }
  return [...found.values()].map(({ mean, ...rest }) => ({ ...rest, measured: mean.estimate() }));
}

/** (measured - theory) over the standard error */
export const standardised = ({ theory, measured }: Beside): number => (measured.value - theory) / measured.error;

/** Share of itself by which theory is off, beyond 3 standard errors of the measurement. */
export const relative = ({ theory, measured }: Beside): number =>
  Math.max(0, Math.abs(theory - measured.value) - 3 * measured.error) / measured.value;
