import { isRunningText } from '../chosen';
import type { FitJob, Fitted, GenerativeModel, Progress } from '../contracts';
import type { Experiment } from '../experiment';
import { settingsAt } from '../settings';
import type { Coder } from '../text/coder';
import { corpusOf } from '../text/corpus';
import { type TextGiven, textTheory } from '../theory/text';
import type { NgramParameters } from './ngram/parameters';
import { meanOwnBits } from './ngram/probabilities';
import { Writer } from './ngram/writer';
import { ABOUT } from './ngram.about';

/** Symbols of a sample, roughly, for what it takes. */
const SYMBOLS = 7;

/** Counts of what follows each context of up to `order` symbols of a circular text, with back-off to shorter ones. */
export const ngram: GenerativeModel<NgramParameters> = {
  ...ABOUT,
  bytes({ real, synthetic, initialReal, generations, memory, order }, training) {
    const kept = memory === 'all' ? generations : 1;
    const symbols = SYMBOLS * (initialReal + real + kept * synthetic);
    // sorted positions and their leaves; nodes on each level, of 22 bytes
    return { model: 2 * symbols, fit: SYMBOLS * training * (8 + 13 * (order + 1)) };
  },
  async *fit(jobs, experiment, host): AsyncGenerator<Progress, Fitted<NgramParameters>[]> {
    const { coder } = await corpusOf(experiment, host);
    const fits: Fitted<NgramParameters>[] = [];
    for (const job of jobs) {
      fits.push(fitted(job, coder, experiment));
      yield { phase: 'fit', done: fits.length, total: jobs.length };
    }
    return fits;
  },
  async sample(jobs, experiment, host) {
    const { coder } = await corpusOf(experiment, host);
    return jobs.map(({ parameters, count, bias, rng }) => {
      const writer = new Writer(parameters, parameters.smoothing, bias, rng);
      return coder.write(count, parameters.perSample, () => writer.write());
    });
  },
  theory: { accountsFor: ['real', 'synthetic', 'bias', 'smoothing', 'memory'], laws: textTheory },
  async given(initial, experiment, host): Promise<TextGiven | null> {
    // a law for no smoothing alone: a whole book is not counted in vain
    if (settingsAt(experiment, 1).smoothing > 0) return null;
    const { coder, train } = await corpusOf(experiment, host);
    const first = coder.encode(initial).text;
    return {
      counts: countsOf(first, coder.size),
      pool: countsOf(coder.encode(train).text, coder.size),
      perSample: first.length / initial.count,
      isRunning: isRunningText(experiment),
    };
  },
  truth: ({ text, alphabet }) => {
    const counts = countsOf(text, alphabet);
    let squares = 0;
    for (const count of counts) squares += count * count;
    return { heterozygosity: 1 - squares / (text.length * text.length), wordsAlive: counts.filter((count) => count > 0).length };
  },
};

/** How often each symbol stands in a text, [alphabet]. */
function countsOf(text: Uint16Array, alphabet: number): Float64Array {
  const counts = new Float64Array(alphabet);
  for (const symbol of text) counts[symbol]++;
  return counts;
}

function fitted({ training, weight, initial }: FitJob, coder: Coder, { order, smoothing }: Experiment): Fitted<NgramParameters> {
  const { text, row } = coder.encode(training);
  const first = training === initial ? text : coder.encode(initial).text;
  const parameters: NgramParameters = {
    text,
    weight: weight ? weightsOf(weight, row) : null,
    order,
    alphabet: coder.size,
    smoothing,
    perSample: first.length / initial.count,
  };
  const bits = meanOwnBits(parameters, smoothing);
  return {
    parameters,
    report: {
      iterations: 0,
      objective: { value: (-bits * Math.LN2 * text.length) / training.count },
      converged: true,
      floorReached: false,
    },
  };
}

/** Each symbol weighs what its sample does, 1 on average. */
function weightsOf(weight: Float64Array, row: Uint32Array): Float64Array {
  const weights = Float64Array.from(row, (at) => weight[at]);
  const sum = weights.reduce((total, one) => total + one, 0);
  return weights.map((one) => (one * weights.length) / sum);
}
