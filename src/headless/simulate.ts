import { closeSync, openSync, writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Host } from '../engine/contracts';
import type { Experiment } from '../engine/experiment';
import { printJson } from '../engine/experimentText';
import type { NoiseFloor } from '../engine/results';
import { type GenerationEvent, run } from '../engine/run';
import { version } from '../version';
import { helpOnKeys, readExperiment, readFlags, readJsonObject, UsageError } from './arguments';
import { runCommand } from './command';
import { createNodeHost } from './nodeHost';

const HELP = `Runs an experiment without a browser and prints one JSON object a line.

  npm run --silent simulate -- [--config file.json] [--key value ...] [--out file.jsonl]

Flags win over the file's keys. Keys:
${helpOnKeys()}`;

/** A block of replicates holds about this many bytes of training data at once. */
const BLOCK_BYTES = 64_000_000;
const LARGEST_BLOCK = 256;

/** Replicates run in blocks, so that memory does not grow with their number. */
export function blockSize({ dim, resolution, dataset, loop, initialReal, real, synthetic, memory, generations }: Experiment): number {
  const width = dataset === 'digits' ? resolution * resolution : dim;
  const samples = initialReal + real + synthetic * (memory === 'previous' ? 1 : generations);
  return Math.max(1, Math.min(LARGEST_BLOCK, Math.floor(BLOCK_BYTES / (8 * width * samples * loop.length))));
}

/** The lines of one generation: contract Sect. 2, by loop, then replicate. */
function generationLines({ generation, lanes }: GenerationEvent): string {
  return lanes
    .map(({ loop, replicate, trainingSize, scores, shares, truth, theory, fit, undefined: reasons }) => {
      const line = {
        type: 'generation',
        generation,
        loop,
        replicate,
        trainingSize,
        scores,
        shares,
        truth,
        theory: theory.theory,
        fit,
        undefined: { ...theory.undefined, ...reasons },
      };
      return `${JSON.stringify(line)}\n`;
    })
    .join('');
}

export async function simulate(experiment: Experiment, host: Host, write: (lines: string) => void, progress: (done: number) => void): Promise<void> {
  write(`${JSON.stringify({ type: 'start', version, experiment: printJson(experiment), backend: host.rung })}\n`);
  let noise: NoiseFloor | null = null;
  const size = blockSize(experiment);
  for (let first = 1; first <= experiment.replicates; first += size) {
    const last = Math.min(experiment.replicates, first + size - 1);
    for await (const event of run(experiment, host, { replicates: { first, last }, noise: noise === null })) {
      if (event.type === 'noise') noise = event.noise;
      if (event.type !== 'generation') continue;
      write(generationLines(event));
      progress((first - 1 + ((last - first + 1) * event.generation) / experiment.generations) / experiment.replicates);
    }
  }
  write(`${JSON.stringify({ type: 'end', generations: experiment.generations, replicates: experiment.replicates, noiseFloor: noise })}\n`);
}

async function main(args: readonly string[]): Promise<void> {
  const { help, config, out, ...keys } = readFlags(args);
  if (help !== undefined) return void process.stdout.write(`${HELP}\n`);
  const experiment = readExperiment({ ...(config === undefined ? {} : readJsonObject(config)), ...keys });
  const host = createNodeHost(experiment.backend);
  const file = out === undefined ? 1 : openFile(out);
  const onTerminal = process.stderr.isTTY;
  try {
    await simulate(
      experiment,
      host,
      (lines) => writeWhole(file, lines),
      (done) => onTerminal && process.stderr.write(`\r${Math.round(100 * done)} %`),
    );
  } finally {
    if (onTerminal) process.stderr.write('\n');
    if (file !== 1) closeSync(file);
  }
}

function openFile(path: string): number {
  try {
    return openSync(path, 'w');
  } catch {
    throw new UsageError(`--out ${path} can't be written`);
  }
}

/** Writes all bytes before anything else can happen: an interrupt leaves whole lines only. */
function writeWhole(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(file, bytes, done);
    } catch (error) {
      // a pipe that is full for the moment
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await runCommand(main);
