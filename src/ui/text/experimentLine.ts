import { datasetOf, dataWords, modelOf } from '../../engine/chosen';
import { type Experiment, type Key, SCHEMA } from '../../engine/experiment';
import { loopsOf } from '../../engine/loops/named';
import { listed, number, thousands } from '../../format';
import { changeWords, otherSettings } from './changeWords';

const nameIn = (entries: readonly { readonly id: string; readonly name: string }[], id: string) =>
  entries.find((entry) => entry.id === id)?.name ?? id;

/** "Gaussian mixture of 8 components": a name, and what the description adds, with the values of its keys. */
function named({ name, caption }: { readonly name: string; readonly caption?: string }, experiment: Experiment): string {
  if (caption === undefined) return name;
  const counted = caption.replaceAll(
    /\{(\w+)\} (\w+?)s\b/g,
    (_, key: Key, noun: string) => `${experiment[key]} ${noun}${experiment[key] === 1 ? '' : 's'}`,
  );
  return `${name} ${counted.replaceAll(/\{(\w+)\}/g, (_, key: Key) => String(experiment[key]))}`;
}

/** The experiment in a few words: model, data, counts, bias, what changes on the way. */
export function experimentLine(experiment: Experiment): string {
  const { initialReal, real, synthetic, bias, memory, span, loop, generations, replicates, changes } = experiment;
  const fresh = listed(
    loopsOf({ loop })
      .filter(({ parts }) => parts.includes('fresh'))
      .map(({ name }) => name.toLowerCase()),
  );
  const parts = [
    named(modelOf(experiment), experiment),
    `data: ${named({ ...datasetOf(experiment), name: dataWords(experiment) }, experiment)}`,
    `${thousands(initialReal)} real samples at the start`,
    `${thousands(synthetic)} synthetic${fresh === '' ? '' : ` and (${fresh}) ${thousands(real)} fresh real`} samples per generation`,
    `sampling bias λ = ${number(bias)}`,
    ...(memory === 'previous' ? [] : [`memory: ${nameIn(SCHEMA.memory.options, memory).toLowerCase()}`]),
    ...(SCHEMA.span.applies(experiment) ? [`generations remembered: ${span}`] : []),
    ...otherSettings(experiment, ['memory', 'span', 'real', 'synthetic', 'bias']),
    `${thousands(generations)} generations`,
    ...(replicates > 1 ? [`${thousands(replicates)} replicates`] : []),
    ...changes.map((change) => `from generation ${change.generation} on ${changeWords(experiment, change, 'long')}`),
  ];
  return `${parts.join('; ')}.`;
}
