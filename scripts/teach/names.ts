import { catalogue } from '../../src/engine/catalogue';
import { loopNamed } from '../../src/engine/loops/named';
import { number } from '../../src/format';
import type { Lesson, Reading } from '../../src/lessons/lesson';
import { isOfWholeRun } from '../../src/lessons/scoreBehind';

/** A score as it stands in a sentence: "recall", "modes alive". */
export function scoreName(score: string): string {
  if (score === 'firstLoss') return 'generation of the first loss';
  if (score === 'realUsed') return 'real samples used';
  const [, of, mode] = /^mode(Alive|Lost)\.(\d+)$/.exec(score) ?? [];
  if (mode !== undefined) return of === 'Alive' ? `mode ${mode} alive` : `generation in which mode ${mode} is lost`;
  const found = [...catalogue.metrics, ...catalogue.truths].find(({ id }) => id === score);
  return found ? found.name.charAt(0).toLowerCase() + found.name.slice(1) : score;
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
export function readingWords({ score, loop, at, stat, above }: Reading): string {
  const isCounted = stat === 'share' || stat === 'count';
  const runs = stat === 'share' ? 'share of runs' : 'number of runs';
  if (isCounted && isOfWholeRun(score)) return `${runs} that lose ${score === 'firstLoss' ? 'a mode' : `mode ${score.replace(/\D/g, '')}`}`;
  const over = stat === undefined || stat === 'value' ? '' : isCounted ? `${runs}: ` : `${stat} over runs of `;
  const of = loop === undefined ? '' : ` of ${(loopNamed(loop)?.name ?? loop).toLowerCase()}`;
  const beyond = above === undefined ? '' : ` above ${number(above)}`;
  return `${over}${scoreName(score)}${of}${beyond} ${when(at)}`.trim();
}
