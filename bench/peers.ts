/** `npm run bench -- peers`: the engine's kernels and the libraries that science uses, in turn on one thread, by the processor's time; Python from the environment variable PYTHON. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { emSteps, gaussianLoop, mixtureFit, neighbours, normalPoints, ringPoints, vaeSteps } from './kernels';
import { machine, writePart } from './performanceDoc';

const PYTHON = process.env.PYTHON ?? 'python3';
const PACKAGES = 'numpy scipy scikit-learn torch';
/** Every kernel warms up for so many turns before its time counts. */
const WARM_UP = 5;
/** A turn of each side takes about as long. */
const TURN_S = 0.3;
/** Turns of a line: as many as take this long, within these limits. */
const LINE_S = 6;
const TURNS = [7, 41] as const;

/** Ours over theirs: what it should be at most, where that was set, and what it was before kernels of our own, at 3c48753, by this bench. */
interface Ratios {
  readonly goal: number | null;
  readonly before: number;
}

/** A line of the table. `input` is what the peer of that name in peers.py takes. */
interface Line extends Ratios {
  readonly name: string;
  readonly peer: string;
  readonly input: object;
  readonly ours: (seed: number) => unknown;
}

const line = <Input extends object>(
  name: string,
  ratios: Ratios,
  peer: string,
  input: Input,
  ours: (input: Input, seed: number) => unknown,
): Line => ({
  ...ratios,
  name,
  peer,
  input,
  ours: (seed) => ours(input, seed),
});

const mixtureLine = (count: number, goal: number, before: number) =>
  line(
    `mixture, whole fit: ring of 8, K = 8, n = ${count}`,
    { goal, before },
    'mixture_fit',
    { points: ringPoints(count, 1), components: 8 },
    (input, seed) => mixtureFit(input.points, input.components, seed),
  );

const neighboursLine = (peer: string, count: number, dim: number, before: number) =>
  line(
    `precision, recall, density, coverage: d = ${dim}, n = ${count}`,
    { goal: 1, before },
    peer,
    { real: normalPoints(count, dim, 1), synthetic: normalPoints(count, dim, 2), k: 5 },
    ({ real, synthetic, k }) => neighbours(real, synthetic, k),
  );

const vaeLine = (side: number, units: number, batch: number, goal: number, before: number) =>
  line(
    `VAE, 50 steps: ${side} × ${side} pixels, ${units} units, latent 16, batch ${batch}`,
    { goal, before },
    'vae_steps',
    { side, units, latent: 16, batch, steps: 50 },
    (input, seed) => vaeSteps(input.side, input.units, input.latent, input.batch, input.steps, seed),
  );

/** Eight unit Gaussians on the ring, from which EM starts. */
const ringStart = {
  weights: Array.from({ length: 8 }, () => 1 / 8),
  means: Array.from({ length: 8 }, (_, k) => [1.5 * Math.cos(k), 1.5 * Math.sin(k)]),
  covariances: Array.from({ length: 8 }, () => [
    [1, 0],
    [0, 1],
  ]),
};

const LINES: readonly (() => Line)[] = [
  // first: what the others leave in the heap, no loop has to bear
  () =>
    line(
      'Gaussian loop in the plane, 1000 replicates of 10 generations',
      { goal: 1, before: 7.4 },
      'gaussian_loop',
      { initialReal: 64, synthetic: 200, generations: 10, replicates: 1000 },
      gaussianLoop,
    ),
  () => mixtureLine(200, 0.5, 0.69),
  () => mixtureLine(1000, 0.5, 1.72),
  () => mixtureLine(5000, 1, 3.73),
  () => mixtureLine(20_000, 1, 4.01),
  () =>
    line(
      'mixture, 20 iterations of EM: n = 1000',
      { goal: null, before: 0.45 },
      'em_steps',
      { points: ringPoints(1000, 1), start: ringStart, iterations: 20 },
      (input) => emSteps(input.points, input.start, input.iterations),
    ),
  () => neighboursLine('neighbours_tree', 1000, 2, 1),
  () => neighboursLine('neighbours_tree', 5000, 2, 1.8),
  () => neighboursLine('neighbours_pairs', 1000, 64, 2.73),
  () => neighboursLine('neighbours_pairs', 5000, 64, 1.27),
  () => vaeLine(14, 128, 64, 2, 1.73),
  () => vaeLine(14, 128, 128, 2, 2.14),
  () => vaeLine(28, 256, 128, 2.8, 3.11),
];

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** One request a line, one answer a line. */
function createPeers() {
  const python: ChildProcess = spawn(PYTHON, [new URL('peers/peers.py', import.meta.url).pathname], { stdio: ['pipe', 'pipe', 'inherit'] });
  const { stdin, stdout } = python;
  if (!stdin || !stdout) throw new Error(`${PYTHON} has no pipes.`);
  const answers = createInterface({ input: stdout })[Symbol.asyncIterator]();
  return {
    async ask(request: object): Promise<{ readonly seconds?: number; readonly versions?: string }> {
      stdin.write(`${JSON.stringify(request)}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error('The peers ended early.');
      return JSON.parse(value);
    },
    end: () => stdin.end(),
  };
}

/** What is missing to run the peers, in one line; null if nothing is. */
function missing(): string | null {
  const { status } = spawnSync(PYTHON, ['-c', 'import numpy, scipy, sklearn, torch']);
  if (status === 0) return null;
  return `The peers need Python with ${PACKAGES}: python3 -m venv .venv && .venv/bin/pip install ${PACKAGES}, then PYTHON=.venv/bin/python npm run bench -- peers`;
}

/** Of the processor, all threads of this process: what other programs do meanwhile does not count. */
async function secondsOf(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** Who the peers are. */
const PEERS: Readonly<Record<string, string>> = {
  mixture_fit: 'scikit-learn',
  em_steps: 'scikit-learn',
  neighbours_tree: 'scipy, k-d tree',
  neighbours_pairs: 'scipy, cdist',
  gaussian_loop: 'numpy, matmul',
  vae_steps: 'PyTorch',
};

/** Ours and the peer in turn, so that what slows the machine slows both. */
async function measure({ name, goal, before, peer, input, ours }: Line, peers: ReturnType<typeof createPeers>): Promise<string> {
  await peers.ask({ peer, input });
  const times: { readonly our: number; readonly their: number }[] = [];
  const their = async (seed: number) => (await peers.ask({ seed })).seconds ?? Number.NaN;
  let seed = 0;
  let each = Number.POSITIVE_INFINITY;
  for (; seed < WARM_UP; seed++) each = Math.min(each, await secondsOf(() => ours(seed)), await their(seed));
  // side by side, but each for a while: what the other left of the caches is no part of either
  const runs = Math.max(1, Math.ceil(TURN_S / each));
  let spent = 0;
  for (let turn = 0; turn < TURNS[1] && (turn < TURNS[0] || spent < LINE_S); turn++, seed += runs) {
    const mean = async (seconds: (seed: number) => Promise<number>) => {
      let sum = 0;
      for (let i = 0; i < runs; i++) sum += await seconds(seed + i);
      return sum / runs;
    };
    times.push({ our: await mean((of) => secondsOf(() => ours(of))), their: await mean(their) });
    spent += runs * (times[turn].our + times[turn].their);
  }
  const ms = (of: (time: (typeof times)[number]) => number) => `${(1000 * median(times.map(of))).toFixed(1)} ms`;
  const ratio = median(times.map((time) => time.our / time.their)).toFixed(2);
  return `| ${name} | ${PEERS[peer]} | ${ms((time) => time.our)} | ${ms((time) => time.their)} | ${ratio} | ${before.toFixed(2)} | ${goal ?? '—'} |`;
}

/** All lines, into docs/performance.md; lines whose name holds `wanted` alone, if it is given, on the screen. */
export async function measurePeers(wanted = ''): Promise<void> {
  const lack = missing();
  if (lack !== null) return void process.stdout.write(`${lack}\n`);
  const peers = createPeers();
  const rows: string[] = [];
  for (const make of LINES) {
    const made = make();
    if (!made.name.includes(wanted)) continue;
    rows.push(await measure(made, peers));
    process.stdout.write(`${rows.at(-1)}\n`);
  }
  const { versions = '' } = await peers.ask({ versions: true });
  peers.end();
  if (wanted !== '') return;
  writePart(
    'peers',
    `Measured ${machine()}, with Node ${process.versions.node}; ${versions}. The processor's time of one thread each, ours and the peer in turn, medians; the ratio is the median of the turns' own.

| what | peer | MAD Lab | peer | ours over theirs | before | goal, at most |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`,
  );
}
