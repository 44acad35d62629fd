import type { Experiment } from '../../engine/experiment';
import { parseQuery } from '../../engine/experimentText';
import type { LessonRun, Step } from '../../lessons/lesson';
import { experimentOf, runsIn, seedOf } from '../../lessons/lessonRuns';
import { type Draft, freshLetter, withAt } from '../../lessons/make/draft';
import { queryBeside } from '../../lessons/make/queryBeside';
import { labStore } from '../../store/labStore';
import { experimentOnScreen } from '../../store/selectors';
import { edit, makeStore } from './makeStore';

/** What is on the stage, as a lesson computes it: with its seed, and the same numbers on every desk. */
const onScreen = (draft: Draft): Experiment => ({ ...experimentOnScreen(labStore.getState()), backend: 'wasm', seed: seedOf(draft) });

const CANT = 'What is on the screen has points or a text of your own: no link holds these, and so no lesson does.';

/** Takes what is on the screen for a run of a step. @param nth of its runs; null: for one more. Says what became of it. */
export function capture(step: number, nth: number | null): void {
  const { draft } = makeStore.getState();
  const query = draft && queryBeside(draft.base, onScreen(draft));
  if (!draft || query === null) return makeStore.setState({ news: CANT });
  edit((now) => withRun(now, step, nth, query));
  makeStore.setState({ news: 'The run is what is on the screen now.' });
}

/** A run of a step alone is its query; several have names and titles. */
function withRun(draft: Draft, step: number, nth: number | null, query: string): Draft {
  const path = ['steps', step, 'run'];
  const { run } = draft.steps[step];
  if (run === undefined || (typeof run === 'string' && nth !== null)) return withAt(draft, path, query);
  const runs: readonly LessonRun[] = typeof run === 'string' ? [{ id: 'a', title: 'The first run', query: run }] : run;
  if (nth !== null) return withAt(draft, [...path, nth, 'query'], query);
  return withAt(draft, path, [...runs, { id: freshLetter(runs), title: `Run ${runs.length + 1}`, query }]);
}

/** What is left of several runs without one of them; the last one of two is a run alone again. */
export function withoutRun(run: Step['run'], nth: number): Step['run'] {
  const left = Array.isArray(run) ? run.filter((_, at) => at !== nth) : [];
  return left.length > 1 ? left : left[0]?.query;
}

/** Puts a run of a step onto the stage; what is not right in its query is left out. */
export function putOnStage(draft: Draft, step: number): void {
  const [first] = runsIn(draft, draft.steps[step]);
  if (first) labStore.getState().put(experimentIn(draft, first.query));
}

/** What a query of a draft computes, however wrong it is. */
export function experimentIn(draft: Draft, query: string): Experiment {
  try {
    return experimentOf(draft, { name: '', query }, seedOf(draft));
  } catch {
    return parseQuery(`${draft.base}&${query}`).experiment;
  }
}
