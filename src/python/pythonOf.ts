/** An experiment as a Python program that needs numpy alone. */
import { kindOf } from '../engine/chosen';
import { curesOn } from '../engine/cures';
import type { Experiment } from '../engine/experiment';
import { loopsOf } from '../engine/loops/named';
import { listed } from '../format';
import { canDraw } from './points/data';
import { pointsProgram } from './points/program';

interface About {
  /** the link that gives the same experiment on the page */
  readonly link: string;
  readonly version: string;
}

/** A program, or why there is none. */
export type Python = { readonly text: string } | { readonly why: string };

/** Why an experiment can't be written down; null where it can. */
function whyNot(experiment: Experiment): string | null {
  const { memory, changes } = experiment;
  if (kindOf(experiment).id !== 'points') return 'it is written for points: networks that learn digits need more than numpy, and text follows';
  if (curesOn(experiment)) return 'it is written for loops without cures';
  const memories = [memory, ...changes.map(({ settings }) => settings.memory ?? memory)];
  if (memories.some((one) => one !== memories[0]) || !['previous', 'all'].includes(memory))
    return 'it is written for a memory of the previous generation or of all';
  if (!canDraw(experiment)) return 'there are no points of your own to write down yet';
  return null;
}

/** Values as Python has them. */
const dict = (values: Readonly<Record<string, number>>): string =>
  `{${Object.entries(values)
    .map(([name, value]) => `'${name}': ${value}`)
    .join(', ')}}`;

function settingLines(experiment: Experiment): readonly string[] {
  const { seed, replicates, generations, initialReal, evaluation, k, real, synthetic, bias, components, changes } = experiment;
  const changed = changes.map(({ generation, settings }) => {
    const { memory: _, ...values } = settings as Record<string, number>;
    return `${generation}: ${dict(values)}`;
  });
  const loops = loopsOf(experiment).map(({ id, parts }) => {
    const [keeps, fresh] = [parts.includes('initial'), parts.includes('fresh')].map((has) => (has ? 'True' : 'False'));
    return `    '${id}': (${keeps}, ${fresh}),`;
  });
  return [
    'import numpy as np',
    '',
    `SEED, REPLICATES, GENERATIONS = ${seed}, ${replicates}, ${generations}`,
    `INITIAL, EVALUATION, K = ${initialReal}, ${evaluation}, ${k}  # real samples of generation 1; samples that are scored; neighbours`,
    `SETTINGS = ${dict({ real, synthetic, bias })}  # fresh real and synthetic samples a generation; sampling bias`,
    `CHANGES = {${changed.join(', ')}}  # from these generations on`,
    'LOOPS = {  # whether the first real data stay, and whether new ones come in',
    ...loops,
    '}',
    ...(experiment.model === 'gaussian-mixture' ? [`COMPONENTS = ${components}`] : []),
    'rng = np.random.default_rng(SEED)',
  ];
}

export function pythonOf(experiment: Experiment, { link, version }: About): Python {
  const why = whyNot(experiment);
  if (why !== null) return { why };
  const names = listed(loopsOf(experiment).map(({ name }) => name.toLowerCase()));
  const head = [
    `"""What happens when models learn from what models made: ${names}.`,
    '',
    `Written by MAD Lab ${version}. The same experiment, live: ${link}`,
    'Needs Python 3.8 or newer and numpy. Its random numbers are others than the page’s, so its numbers differ by chance, and by nothing else.',
    '"""',
  ];
  return { text: `${[...head, ...settingLines(experiment), ...pointsProgram(experiment)].join('\n')}\n` };
}
