/** What the sentences of a step may be about. */
import { runMeant } from '../lessonRuns';
import { runTable } from '../rules/runTable';
import { waysThrough } from '../rules/ways';
import type { Draft } from './draft';
import type { About, RunNamed } from './sentence';

/** How a run is called where several stand in a menu: by its step, and its own title where the step has several; in its own step by that alone. */
function titleOf({ steps }: Draft, name: string, step: number, here: number | null): string {
  const { id, title, run } = steps[step];
  const own = Array.isArray(run) ? run.find((one) => `${id}.${one.id}` === name)?.title : undefined;
  const of = title.trim() === '' ? id : title;
  if (own === undefined) return of;
  return step === here && own.trim() !== '' ? own : `${of}: ${own}`;
}

/** All runs that a draft has, however wrong their queries are: then what they mean is what is computed. */
const runsOf = (draft: Draft, here: number | null): readonly (RunNamed & { readonly step: number })[] =>
  runTable(draft).runs.map(({ name, step, experiment }) => ({ name, step, experiment, title: titleOf(draft, name, step, here) }));

/** @param step its number; null outside of all steps */
export function aboutStep(draft: Draft, step: number | null): About {
  const all = runsOf(draft, step);
  const meant = runMeant(draft, step === null ? undefined : draft.steps[step]?.id);
  const own = all.find(({ name }) => name === meant) ?? null;
  if (step === null) return { own, runs: all, predictions: [] };
  const before = waysThrough(draft).before[step];
  const isHere = (other: number) => other === step || before.has(other);
  const predicted = draft.steps.flatMap(({ predict = [] }, at) => (isHere(at) ? predict : []));
  return {
    own,
    runs: all.filter((run) => isHere(run.step)),
    predictions: predicted.filter(({ type }) => type === 'number' || type === 'sketch').map(({ id }) => id),
  };
}
