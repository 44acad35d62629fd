/** An experiment as a Python program that needs numpy alone. */
import { kindOf, manyOf } from '../engine/chosen';
import type { Experiment, LiveKey } from '../engine/experiment';
import { loopsOf } from '../engine/loops/named';
import { settingsAt } from '../engine/settings';
import { listed } from '../format';
import { lines } from './lines';
import { pointsProgram } from './points/program';
import type { Program } from './program';
import type { Load } from './text/data';
import { textProgram } from './text/program';

interface About {
  /** the link that gives the same experiment on the page */
  readonly link: string;
  readonly version: string;
}

const dict = (values: readonly (readonly [key: string, value: unknown])[]): string =>
  `{${values.map(([key, value]) => `'${key}': ${typeof value === 'string' ? `'${value}'` : value}`).join(', ')}}`;

/** What is changed on the way, and does something. */
function changesOf(experiment: Experiment, keys: readonly LiveKey[]): string {
  const changed = experiment.changes
    .filter(({ generation }) => generation > 1)
    .map(({ generation, settings }) => [generation, Object.entries(settings).filter(([key]) => keys.includes(key as LiveKey))] as const);
  return `{${changed.flatMap(([generation, settings]) => (settings.length > 0 ? [`${generation}: ${dict(settings)}`] : [])).join(', ')}}`;
}

/** Which real samples stand in the training sets of a loop. */
const kept = (parts: readonly string[]) => (parts.includes('initial') ? 'first' : parts.includes('fresh') ? 'new' : 'none');

function settingLines(experiment: Experiment, { settings, keys, numbers, scored }: Program): readonly string[] {
  const { seed, replicates, generations, initialReal, evaluation } = experiment;
  const first = settingsAt(experiment, 1);
  const changes = changesOf(experiment, keys);
  const all = [['INITIAL', initialReal, `first real ${manyOf(experiment)}`], ['EVALUATION', evaluation, scored], ...numbers] as const;
  return [
    ...lines`
      SEED, REPLICATES, GENERATIONS = ${seed}, ${replicates}, ${generations}
      ${all.map(([name]) => name).join(', ')} = ${all.map(([, value]) => value).join(', ')}  # ${all.map(([, , words]) => words).join('; ')}
      SETTINGS = ${dict(keys.map((key) => [key, first[key]]))}  # of each generation
      CHANGES = ${changes}  # ${changes === '{}' ? "{10: {'bias': 0.8}}: from generation 10 on" : 'from these generations on'}`,
    `LOOPS = ${dict(loopsOf(experiment).map(({ name, parts }) => [name, kept(parts)]))}  # real samples of later training sets`,
    ...settings,
  ];
}

const printLines = ({ columns, theory, canLack }: Program): readonly string[] => {
  const gaps = canLack ? ".replace('nan', '  -')" : '';
  const means = 'np.mean(results[name], axis=0)';
  const table = theory === null ? means : `np.column_stack([${means}, ${theory}])`;
  return [
    `COLUMNS = ${dict(columns)}`,
    'for name, kept in LOOPS.items():',
    ...lines`
      print(f'\n{name}, mean of {REPLICATES} run(s)\ngeneration  ' + '  '.join(column.rjust(9) for column in COLUMNS))
      for t, row in enumerate(${table}, 1):
          if t <= 5 or t % 10 == 0 or t == GENERATIONS:
              print(f'{t:10}' + ''.join(f'  {x:#{max(9, len(column))}{COLUMNS[column]}}' for x, column in zip(row, COLUMNS))${gaps})`.map(
      (line) => `    ${line}`,
    ),
  ];
};

/** What the page has and its link has not. */
const besideLink = ({ dataset, text }: Experiment) => (dataset === 'own-text' && text !== '' ? ' (but for your text)' : '');

/**
 * The program, where `whyNotPython` has nothing against it.
 * @param load a file of ours, for real text
 */
export async function pythonOf(experiment: Experiment, { link, version }: About, load: Load): Promise<string> {
  const program = kindOf(experiment).id === 'text' ? await textProgram(experiment, load) : pointsProgram(experiment);
  const names = listed(loopsOf(experiment).map(({ name }) => name.toLowerCase()));
  const withoutTheory = program.theory === null ? ' It prints no theory.' : '';
  const head = lines`
    """What becomes of models that learn from what models made: ${names}.

    Written by MAD Lab ${version}. The same experiment, live${besideLink(experiment)}: ${link.replace(/["\\]/g, '')}
    Start it with python3 (3.8 or newer, with numpy). Its random numbers are not the page's: its results differ by chance alone.${withoutTheory}
    """`;
  const parts = [[...head, ...program.imports, 'import numpy as np'], settingLines(experiment, program), ...program.parts, printLines(program)];
  return `${parts.map((part) => part.join('\n')).join('\n\n')}\n`;
}
