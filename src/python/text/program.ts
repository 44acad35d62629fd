/** A run of text as one Python program. */
import { isRunningText } from '../../engine/chosen';
import type { Experiment } from '../../engine/experiment';
import type { Program } from '../program';
import { runLines } from '../runs';
import { byWords } from './chosen';
import { dataLines, type Load } from './data';
import { modelParts } from './model';
import { comparesPassages, scoreParts } from './scores';

function runs(experiment: Experiment, compares: boolean): readonly string[] {
  const smoothing = { fitFirst: "SETTINGS['smoothing']", fitNow: "now['smoothing']", pooled: (sets: string) => `sum(${sets}, ())` };
  if (!isRunningText(experiment)) {
    const heldOut = compares ? 'features(random.sample(HELD_OUT, min(EVALUATION, len(HELD_OUT))))' : 'None';
    return runLines({ ...smoothing, first: 'real(INITIAL)', fresh: "real(now['real'])", behind: [`held_out = ${heldOut}`] });
  }
  return runLines({
    ...smoothing,
    first: 'real(INITIAL, start)',
    fresh: "real(now['real'], place)",
    before: ['start = random.randrange(len(TRAIN))'],
    behind: compares ? [] : ['held_out = None'],
    start: [', place', ', start + INITIAL'],
    end: ["place += now['real']"],
  });
}

export async function textProgram(experiment: Experiment, load: Load): Promise<Program> {
  const isRunning = isRunningText(experiment);
  const isBaked = experiment.dataset !== 'own-text';
  const byLetters = isRunning && !byWords(experiment);
  const compares = comparesPassages(experiment);
  const modules = [...(isBaked ? ['base64', 'gzip'] : []), 'random', ...(byLetters ? ['re'] : []), ...(compares ? ['zlib'] : [])];
  return {
    imports: [
      `import ${modules.join(', ')}`,
      'from collections import Counter, defaultdict',
      `from itertools import accumulate, islice${isRunning ? '' : ', takewhile'}`,
    ],
    keys: ['real', 'synthetic', 'bias', 'smoothing', 'memory'],
    numbers: [['ORDER', experiment.order, `${byWords(experiment) ? 'words and marks' : 'letters'} of context`]],
    scored: isRunning ? 'passages that are scored' : 'those that are scored',
    settings: ['random.seed(SEED)'],
    parts: [await dataLines(experiment, load), ...modelParts(experiment), ...scoreParts(experiment), runs(experiment, compares)],
    columns: [
      [isRunning ? 'words alive' : 'different ones', '.1f'],
      ['repeated runs of four', '.4f'],
      ...(compares ? [['Frechet distance', '.4g'] as const] : []),
    ],
    canLack: isRunning,
    theory: null,
  };
}
