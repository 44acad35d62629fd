import { setImmediate } from 'node:timers/promises';
import { blocksOf } from '../engine/blocks';
import type { Host } from '../engine/contracts';
import type { Experiment } from '../engine/experiment';
import { printJson } from '../engine/experimentText';
import { assertFits } from '../engine/memory';
import { Refusal } from '../engine/refusal';
import type { LaneResult, NoiseFloor } from '../engine/results';
import { type GenerationEvent, run } from '../engine/run';
import { LANE_FIELDS, type LaneField, objectOf, saidOf } from '../results/lane';
import { version } from '../version';
import { helpOnKeys, readExperiment, readFlags } from './arguments';
import { blockSize } from './blocks';
import { isStarted, runCommand, STANDARD_OUTPUT, writeWhole } from './command';
import { type Crew, createCrew } from './crew';
import { readJsonObject } from './inputFile';
import { interruptionBySignal } from './interruption';
import { createNodeHost } from './nodeHost';
import { openOutput, standardOutput } from './outputFile';
import { readWorkers } from './workers';

const HELP = `Runs an experiment without a browser and prints one JSON object a line.

  npm run --silent simulate -- [--config file.json] [--key value ...] [--workers 1] [--out file.jsonl [--force]]

The file of --config holds one JSON object of keys; flags win over it.
Without --out the lines go to standard output. While the run lasts they are in file.jsonl.partial; at its end that file takes its name. A
file that is there already is replaced with --force only. --workers: threads that share the lanes out, a number or "all" cores; the lines are
the same. Ctrl-C ends the run; what it leaves, under the final name too, is whole lines. Keys:
${helpOnKeys()}`;

/** Between two looks for a signal. */
const BREATH_MS = 50;

const LINE = LANE_FIELDS.filter(({ line }) => line !== undefined).sort((a, b) => Number(a.line) - Number(b.line));

/** Where a line has a field of a lane, and as what. */
function inLine(lane: LaneResult, field: LaneField): readonly [path: string, value: unknown] {
  const said = saidOf(lane, field);
  if (field.marks !== undefined) return [field.marks, said === undefined ? said : { [String(said)]: true }];
  return [field.type === 'reasons' ? 'undefined' : field.json, said];
}

/** The lines of one generation: contract Sect. 2, by loop, then replicate. */
function generationLines({ generation, lanes }: Pick<GenerationEvent, 'generation' | 'lanes'>): string {
  return lanes
    .map((lane) => `${JSON.stringify({ type: 'generation', generation, ...objectOf(LINE.map((field) => inLine(lane, field))) })}\n`)
    .join('');
}

/**
 * @param interruption ends the run behind the last whole line, without an `end` line
 * @param crew computes in the place of this thread
 */
export async function simulate(
  experiment: Experiment,
  host: Host,
  write: (lines: string) => void,
  progress: (done: number) => void,
  interruption?: AbortSignal,
  crew?: Crew,
): Promise<void> {
  write(`${JSON.stringify({ type: 'start', version, experiment: printJson(experiment), backend: host.rung })}\n`);
  let noise: NoiseFloor | null = null;
  let breath = performance.now();
  for (const replicates of blocksOf(experiment.replicates, blockSize(experiment))) {
    const { first, last } = replicates;
    const isWithNoise: boolean = noise === null;
    for await (const event of crew?.run(experiment, replicates, isWithNoise) ?? run(experiment, host, { replicates, noise: isWithNoise })) {
      if (performance.now() - breath > BREATH_MS) {
        // signals arrive between two turns of the event loop only
        await setImmediate();
        breath = performance.now();
      }
      if (interruption?.aborted) return;
      if (event.type === 'noise') noise = event.noise;
      if (event.type !== 'generation') continue;
      write(generationLines(event));
      progress((first - 1 + ((last - first + 1) * event.generation) / experiment.generations) / experiment.replicates);
    }
  }
  write(`${JSON.stringify({ type: 'end', generations: experiment.generations, replicates: experiment.replicates, noiseFloor: noise })}\n`);
}

export async function main(args: readonly string[]): Promise<void> {
  const { help, config, out, force, workers, ...keys } = readFlags(args);
  if (help !== undefined) return writeWhole(STANDARD_OUTPUT, `${HELP}\n`);
  if (force !== undefined && out === undefined) throw new Refusal('--force goes with --out');
  const experiment = readExperiment(config === undefined ? {} : await readJsonObject(config), keys);
  const host = createNodeHost(experiment.backend);
  assertFits(experiment, { replicates: blockSize(experiment), budget: 0 });
  const count = readWorkers(workers ?? '1');
  const interruption = interruptionBySignal();
  // a terminal that was closed takes no progress, and its signal ends the run
  process.stderr.on('error', () => undefined);
  // all that can be refused has been: from here on the file is written
  const output = out === undefined ? standardOutput : openOutput(out, { force: force !== undefined, config });
  const crew = count > 1 ? createCrew(count) : undefined;
  try {
    await simulate(experiment, host, output.write, tellProgress, interruption, crew);
  } finally {
    crew?.end();
    if (process.stderr.isTTY) process.stderr.write('\n');
    output.close();
  }
}

function tellProgress(done: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${Math.round(100 * done)} %`);
}

if (isStarted(import.meta.url)) await runCommand(main);
