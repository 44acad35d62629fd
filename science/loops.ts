import type { Family, Finding } from './finding';
import { loopCases, runsOf } from './loopCases';
import { deviationsFrom, nameOf, type Row, rootMeanSquare, rowsOf, rowsOfTheory, standardised } from './loopDeviations';
import type { LoopRun } from './loopSimulation';
import { simulateAll } from './loopWorkers';

export const LARGEST_Z = 4.5;
export const LARGEST_RMS_Z = 1.3;

const IN_WORDS: Readonly<Record<string, string>> = {
  replace: 'Fully synthetic, memory previous',
  augment_fixed: 'Synthetic augmentation, memory previous',
  fresh: 'Fresh data, memory previous',
  accumulate: 'Synthetic augmentation, memory all (and, without real samples, fully synthetic, memory all)',
  accumulate_subsample: 'Synthetic augmentation, memory subsample',
};

/** Every loop and memory with the maximum likelihood convention, and two that no reference has, for which theory alone speaks. */
const COMBINATIONS = [
  ['fully-synthetic', 'previous', 'mle'],
  ['fully-synthetic', 'all', 'unbiased'],
  ['fully-synthetic', 'all', 'mle'],
  ['synthetic-augmentation', 'previous', 'mle'],
  ['synthetic-augmentation', 'all', 'mle'],
  ['synthetic-augmentation', 'subsample', 'mle'],
  ['fresh-data', 'previous', 'mle'],
  ['fresh-data', 'all', 'unbiased'],
  ['fresh-data', 'all', 'mle'],
] as const;

const SETTINGS = [
  { dim: 1, initialReal: 24, real: 12, synthetic: 20, bias: 0.8 },
  { dim: 2, initialReal: 20, real: 50, synthetic: 30, bias: 1 },
] as const;

/** The Gaussian model in every loop, simulated point by point, against the references' simulation and closed forms and against our theory. */
export const loops: Family = {
  name: 'loops',

  async check(say) {
    const cases = loopCases();
    const mapped = cases.flatMap((item, at) => runsOf(item, at + 1).map((run) => ({ item, run, name: nameOf(item, run) })));
    const others = COMBINATIONS.flatMap(([loop, memory, covariance], at) =>
      SETTINGS.map((setting, which) => ({
        name: `${loop}, memory ${memory}, ${covariance}`,
        run: otherRun({ loop, memory, covariance, ...setting, seed: 1000 + at * SETTINGS.length + which }),
      })),
    );
    const all = [...mapped, ...others];
    let finished = 0;
    const observed = await simulateAll(
      all.map(({ run }) => run),
      (at, seconds) => say(`${++finished} of ${all.length}: ${all[at].name}, ${all[at].run.replicates} replicates, ${seconds.toFixed(0)} s`),
    );

    const findings: Finding[] = [];
    const everything: Row[] = [];
    const leastReplicates = Math.min(...all.map(({ run }) => run.replicates));
    for (const [loop, what] of Object.entries(IN_WORDS)) {
      const rows = mapped.flatMap(({ item, run }, at) => (item.loop === loop ? rowsOf(item, run, observed[at]) : []));
      everything.push(...rows);
      findings.push(
        ...zFindings(what, 'the simulation in loops-*.json', deviationsFrom('reference', rows), leastReplicates, say),
        ...zFindings(what, 'the closed forms in loops-*.json', deviationsFrom('closedForm', rows), leastReplicates, say),
      );
    }
    findings.push(
      ...zFindings('All of these loops', 'our own theory', deviationsFrom('theory', everything), leastReplicates, say),
      startFinding(everything),
    );
    const unreferenced = others.flatMap(({ name }, at) => rowsOfTheory(name, observed[mapped.length + at]));
    findings.push(
      ...zFindings(
        'Settings without a reference: every loop and memory with the maximum likelihood covariance; fully synthetic and fresh data with memory all',
        'our own theory',
        deviationsFrom('theory', unreferenced),
        leastReplicates,
        say,
      ),
    );
    return findings;
  },
};

function otherRun(keys: LoopRun['keys']): LoopRun {
  return { keys, start: 'real', replicates: 5000, generations: [1, 2, 3, 4, 6, 11, 21] };
}

/** The worst z and the root mean square of all, each with its limit. */
function zFindings(
  what: string,
  against: string,
  deviations: readonly { readonly z: number; readonly where: string }[],
  replicates: number,
  say: (line: string) => void,
): Finding[] {
  const worst = deviations.reduce((a, b) => (Math.abs(b.z) > Math.abs(a.z) ? b : a));
  say(`${what}, against ${against}: worst z ${worst.z.toFixed(2)} at ${worst.where}`);
  const common = { what, against, cases: deviations.length };
  return [
    {
      ...common,
      worst: Math.abs(worst.z),
      limit: LARGEST_Z,
      unit: 'largest |z|',
      reason: `z counts standard errors of at least ${replicates.toLocaleString('en')} replicates (and of the reference's 20,000); chance alone passes 4.5 about 7 times in a million`,
    },
    {
      ...common,
      worst: rootMeanSquare(deviations.map(({ z }) => z)),
      limit: LARGEST_RMS_Z,
      unit: 'root mean square of z',
      reason: '1 where only chance differs; values of one case go together over the generations, hence the room above 1',
    },
  ];
}

/** Theory beside the references' closed forms: both exact. */
/** The cases that start from the truth: their generation 1 is compared too, though nothing can vary. */
function startFinding(rows: readonly Row[]): Finding {
  const exact = rows.flatMap(({ mine, reference }) => (mine.error === 0 && reference?.error === 0 ? [standardised(mine, reference.value)] : []));
  return {
    what: 'The truth itself as first model, where a case has no real samples',
    against: 'loops-*.json at t = 0',
    cases: exact.length,
    worst: Math.max(...exact),
    limit: 0,
    unit: '0 = equal',
    reason: 'no draw is involved: the values have to be equal',
  };
}
