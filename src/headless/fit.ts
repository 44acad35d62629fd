import type { Host } from '../engine/contracts';
import { fitFixed } from '../engine/models/gaussianMixture/fixedEm';
import { readInputFlag } from './arguments';
import { isStarted, runCommand, STANDARD_OUTPUT, writeWhole } from './command';
import { helpOnFields } from './fields';
import { FILE_LIMITS, readJsonObject } from './inputFile';
import { FIT_FIELDS, readFixedEmTask } from './mixtureInput';
import { createNodeHost } from './nodeHost';
import { assertResolved } from './resolved';

const HELP = `Fits a Gaussian mixture by EM from a given start and prints one JSON object: weights, means, covariances (in the form given) and
meanLogLikelihood (nats, with these parameters).

  npm run --silent fit -- --input file.json

The file (- for standard input): ${FILE_LIMITS}, with the fields
${helpOnFields(FIT_FIELDS)}`;

/** What the command prints; covariances in the form in which the start has them. */
export interface MixtureFit {
  readonly weights: readonly number[];
  readonly means: readonly (readonly number[])[];
  readonly covariances: readonly (number | readonly number[] | readonly (readonly number[])[])[];
  readonly meanLogLikelihood: number;
}

export async function fitMixture(input: Readonly<Record<string, unknown>>, host: Host): Promise<MixtureFit> {
  const task = readFixedEmTask(input);
  const { mixture, meanLogLikelihood } = await fitFixed(task, host);
  assertResolved(mixture, task);
  const { dim, weights, means, covariances } = mixture;
  return {
    weights: [...weights],
    means: rowsOf(means, dim),
    covariances: rowsOf(covariances, dim * dim).map((matrix) => {
      if (task.structure === 'spherical') return matrix[0];
      const rows = rowsOf(matrix, dim);
      return task.structure === 'full' ? rows : rows.map((row, i) => row[i]);
    }),
    meanLogLikelihood,
  };
}

function rowsOf(values: ArrayLike<number>, width: number): number[][] {
  const flat = Array.from(values);
  return Array.from({ length: flat.length / width }, (_, i) => flat.slice(i * width, (i + 1) * width));
}

async function main(args: readonly string[]): Promise<void> {
  const path = readInputFlag('fit', args);
  const text = path === null ? HELP : JSON.stringify(await fitMixture(await readJsonObject(path), createNodeHost('auto')));
  writeWhole(STANDARD_OUTPUT, `${text}\n`);
}

if (isStarted(import.meta.url)) await runCommand(main);
