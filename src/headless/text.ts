import type { Score } from '../engine/contracts';
import { meanBits, nextProbabilities } from '../engine/models/ngram/probabilities';
import type { Ngram } from '../engine/models/ngram/tree';
import { FEATURES, hashedFeatures } from '../engine/text/hashedFeatures';
import { distinct2, rareSurvival, realWords, rep4, wordEntropy, wordsAlive, zipfSlope } from '../engine/text/wordScores';
import { textDrift } from '../engine/theory/textDrift';
import { readInputFlag } from './arguments';
import { isStarted, runCommand, STANDARD_OUTPUT, writeWhole } from './command';
import { helpOnFields } from './fields';
import { readJsonObject } from './inputFile';
import { type FeaturesTask, type FitTask, readTextTask, type ScoreTask, TEXT_FIELDS, type TextTask, type TheoryTask } from './textInput';

const PRINTED: Readonly<Record<TextTask['task'], string>> = {
  fit: 'probabilities of every symbol after each context and, where there is a held-out text, heldOutBits, the mean of -log2 P of its symbols',
  score: 'wordsAlive, distinct2, rep4, realWords, entropy (bits), zipfSlope, rareSurvival',
  features: 'features, 64 numbers',
  theory: 'heterozygosity and wordsAlive of generations 1, 2, ...',
};

const HELP = `The text model, its scores, features and theory on given symbols; prints one JSON object.

  npm run --silent text -- --input file.json

The file (- for standard input) holds one JSON object in UTF-8 of at most 256 MB, which says one of four tasks:

${Object.entries(TEXT_FIELDS)
  .map(([task, fields]) => `${task} prints ${PRINTED[task as TextTask['task']]}. Fields:\n${helpOnFields(fields)}`)
  .join('\n\n')}

A value without meaning is null; the reason stands in a further entry, "undefined". More: docs/commands.md.`;

type Value = number | null | readonly number[] | readonly Readonly<Record<string, number>>[];

/** What the command prints; `undefined` only where a value is null. */
export interface TextAnswer {
  readonly [name: string]: Value | Readonly<Record<string, string>>;
}

export function text(input: Readonly<Record<string, unknown>>): TextAnswer {
  const task = readTextTask(input);
  switch (task.task) {
    case 'fit':
      return fitted(task);
    case 'score':
      return scores(task);
    case 'features':
      return features(task);
    case 'theory':
      return theory(task);
  }
}

function fitted({ text: symbols, alphabet, order, smoothing, bias, contexts, heldOut }: FitTask): TextAnswer {
  const model: Ngram = { text: symbols, weight: null, order, alphabet: alphabet.length };
  const probabilities = contexts.map((context) => {
    const next = nextProbabilities(model, context, smoothing, bias);
    return Object.fromEntries(alphabet.map((symbol, place) => [symbol, next[place]]));
  });
  return answer(heldOut ? { probabilities, heldOutBits: bitsOf(heldOut, model, smoothing, bias) } : { probabilities });
}

function bitsOf(heldOut: readonly number[], model: Ngram, smoothing: number, bias: number): Score {
  if (heldOut.length === 0) return { undefined: 'the held-out text is empty' };
  if (heldOut.includes(model.alphabet)) return { undefined: 'a symbol outside the alphabet' };
  const bits = meanBits(model, heldOut, smoothing, bias);
  return bits === null ? { undefined: 'a symbol of probability 0' } : { value: bits };
}

function scores({ words, lexicon, reference }: ScoreTask): TextAnswer {
  return answer({
    wordsAlive: wordsAlive(words),
    distinct2: distinct2(words),
    rep4: rep4(words),
    realWords: lexicon ? realWords(words, new Set(lexicon)) : { undefined: 'no lexicon is given' },
    entropy: wordEntropy(words),
    zipfSlope: zipfSlope(words),
    rareSurvival: reference ? rareSurvival(words, reference) : { undefined: 'no reference is given' },
  });
}

function features({ text: passage }: FeaturesTask): TextAnswer {
  const into = new Float64Array(FEATURES);
  hashedFeatures(passage, into, 0);
  return { features: [...into] };
}

function theory({ loop, counts, fresh, synthetic, generations }: TheoryTask): TextAnswer {
  const driftAt = textDrift({ parts: loop.parts, counts, fresh, synthetic });
  const heterozygosity: number[] = [];
  const alive: number[] = [];
  for (let t = 1; t <= generations; t++) {
    const drift = driftAt(t);
    heterozygosity.push(drift.heterozygosity);
    if (drift.wordsAlive !== null) alive.push(drift.wordsAlive);
  }
  const isStated = alive.length === generations;
  return answer({ heterozygosity, wordsAlive: isStated ? alive : { undefined: 'no law is known but for the fully synthetic loop' } });
}

function answer(parts: Readonly<Record<string, Score | Exclude<Value, number | null>>>): TextAnswer {
  const values: Record<string, Value> = {};
  const reasons: Record<string, string> = {};
  for (const [name, part] of Object.entries(parts)) {
    values[name] = 'value' in part ? part.value : 'undefined' in part ? null : part;
    if ('undefined' in part) reasons[name] = part.undefined;
  }
  return Object.keys(reasons).length === 0 ? values : { ...values, undefined: reasons };
}

async function main(args: readonly string[]): Promise<void> {
  const path = readInputFlag('text', args);
  writeWhole(STANDARD_OUTPUT, `${path === null ? HELP : JSON.stringify(text(await readJsonObject(path)))}\n`);
}

if (isStarted(import.meta.url)) await runCommand(main);
