/** Ten short explanations, to print and to quote. What they say of runs is held by claims, as what lessons say. */
import * as v from 'valibot';
import { placeText, sentenceOf } from './fault';
import { fields } from './fields';
import { claimSchema, FORMAT, id, type Lesson, list, words } from './lesson';
import { readYaml } from './yamlBlock';

const explanation = fields({ id, title: words(80), text: words(600), claims: list(claimSchema, 1, 4, 'claims') });

const explanationsSchema = fields({
  base: words(2000),
  runs: list(fields({ id, query: words(2000) }), 1, 40, 'runs'),
  explanations: list(explanation, 10, 10, 'explanations'),
});
export type Explanations = v.InferOutput<typeof explanationsSchema>;

/** Its name among what `lessons:expect` computes. */
const EXPLANATIONS = 'explanations';

/** @throws Error with the line or the place of what is wrong */
export function readExplanations(yaml: string): Explanations {
  const { value, problems } = readYaml(yaml, 1);
  if (problems.length > 0) throw new Error(problems.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  const { success, output, issues } = v.safeParse(explanationsSchema, value);
  if (success) return output;
  const faults = issues.map(({ path, message }) => ({ path: (path ?? []).map(({ key }) => key as string | number), message }));
  throw new Error(faults.map((fault) => sentenceOf(fault, placeText(fault.path))).join('\n'));
}

/** Their runs and claims as those of a lesson that nobody is taught: what is computed of lessons is computed of it. */
export function claimsOf({ base, runs, explanations }: Explanations): Lesson {
  return {
    format: FORMAT,
    id: EXPLANATIONS,
    title: 'Ten explanations',
    minutes: 10,
    ages: '14 on',
    language: 'en',
    licence: 'CC-BY-4.0',
    authors: ['MAD Lab contributors'],
    goals: [],
    vocabulary: [],
    base,
    // numbers in texts are read here as in a lesson
    limits: explanations.map(({ text }) => text).join('\n'),
    claims: explanations.flatMap(({ claims }) => claims),
    steps: runs.map(({ id: run, query }) => ({ id: run, title: run, minutes: 1, run: query })),
  };
}
