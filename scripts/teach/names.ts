import { catalogue } from '../../src/engine/catalogue';
import type { Experiment } from '../../src/engine/experiment';
import { loopNamed } from '../../src/engine/loops/named';
import { number, withinSentence } from '../../src/format';
import type { Lesson, Reading } from '../../src/lessons/lesson';
import { isOfWholeRun } from '../../src/lessons/scoreBehind';
import { metricsOf, truthsOf } from '../../src/ui/charts/metricsOf';
import { modeName } from '../../src/ui/tail/names';

/** A score as it stands in a sentence: "recall", "modes alive"; one mode as the data of the run call it: "Mode 3 alive", "Q alive". */
export function scoreName(score: string, run?: Experiment): string {
  if (score === 'firstLoss') return 'generation of the first loss';
  if (score === 'realUsed') return 'real samples used';
  const [, of, mode] = /^mode(Alive|Lost)\.(\d+)$/.exec(score) ?? [];
  if (mode === undefined) return nameOf(score, run);
  const called = calledMode(Number(mode), run);
  return of === 'Alive' ? `${called} alive` : `generation in which ${called} is lost`;
}

/** "mode 3", as the data of the run call it where that is known: "Mode 3", "Q". */
const calledMode = (mode: number, run?: Experiment): string => (run ? modeName(mode - 1, run) : `mode ${mode}`);

/** As the page calls it with the data of the run, where that is known: "different names". */
function nameOf(score: string, run?: Experiment): string {
  const known = run ? [...metricsOf(run), ...truthsOf(run)] : [];
  const found = [...known, ...catalogue.metrics, ...catalogue.truths].find(({ id }) => id === score);
  return found ? withinSentence(found.name) : score;
}

/** A run as its step calls it, or itself where the step has several. */
export function runTitle({ steps }: Lesson, run: string): string {
  const [step, part] = run.split('.');
  const found = steps.find(({ id }) => id === step);
  const runs = typeof found?.run === 'object' ? found.run : [];
  return runs.find(({ id }) => id === part)?.title ?? found?.title ?? run;
}

function when(at: Reading['at']): string {
  if (at === undefined) return '';
  if (at === 'last') return 'at the last generation';
  return typeof at === 'number' ? `at generation ${at}` : `over generations ${at[0]} to ${at[1]}`;
}

/** A number of a run in words: "recall of fresh data at generation 20", "share of runs: recall above 0.5 at generation 20". */
export function readingWords({ score, loop, at, stat, above }: Reading, run?: Experiment): string {
  const isCounted = stat === 'share' || stat === 'count';
  const runs = stat === 'share' ? 'share of runs' : 'number of runs';
  if (isCounted && isOfWholeRun(score))
    return `${runs} that lose ${score === 'firstLoss' ? 'a mode' : calledMode(Number(score.replace(/\D/g, '')), run)}`;
  const over = stat === undefined || stat === 'value' ? '' : isCounted ? `${runs}: ` : `${stat} over runs of `;
  const of = loop === undefined ? '' : ` of ${(loopNamed(loop)?.name ?? loop).toLowerCase()}`;
  const beyond = above === undefined ? '' : ` above ${number(above)}`;
  return `${over}${scoreName(score, run)}${of}${beyond} ${when(at)}`.trim();
}
