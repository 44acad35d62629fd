import type { Lesson, Step } from '../../lessons/lesson';
import { isOpen } from '../../lessons/work';
import { aheadRuns, here, lessonStore, standInFor } from './lessonStore';
import { recordedRun } from './recorded';
import { namesOf } from './stepRuns';
import { stepsBehind } from './stepsBehind';

/** Seconds that a run may take unless its step says otherwise. */
const BUDGET = 60;

/** Why a run is given up; null while it may still come. */
function whyGivenUp({ budget = BUDGET }: Step, name: string): string | null {
  const run = aheadRuns.getState().runs.get(name);
  if (!run || run.isWhole) return null;
  if (run.problem !== null) return run.problem;
  return performance.now() - run.since >= 1000 * budget ? `It was not there after ${budget} seconds.` : null;
}

/** Runs that come recorded, of the step and of those that it shows or tells of, as far as they may be seen. */
const recordedBehind = (at: NonNullable<ReturnType<typeof here>>) =>
  [...stepsBehind(at), at.step]
    .filter((step) => step.recorded && isOpen(step, at.work))
    .flatMap((step) => namesOf(at.lesson, step).map((name) => [step, name] as const));

/** Has recorded runs stand in for those that can't be computed, or not in time. Returns what ends that. */
export function followRecorded(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** those that are being fetched, or could not be had */
  const asked = new Set<string>();

  async function fetchRun(lesson: Lesson, name: string, why: string): Promise<void> {
    const run = aheadRuns.getState().runs.get(name);
    const found = run && (await recordedRun(lesson.id, name, run));
    // it may have come meanwhile, or the lesson may be closed
    if (!found || aheadRuns.getState().runs.get(name)?.isWhole !== false) return;
    asked.delete(name);
    standInFor(name, found, why);
  }

  function look(): void {
    clearTimeout(timer);
    const at = here();
    if (!at) return;
    const { runs } = aheadRuns.getState();
    let wait = Number.POSITIVE_INFINITY;
    for (const [step, name] of recordedBehind(at)) {
      const [run, why] = [runs.get(name), whyGivenUp(step, name)];
      if (run && !run.isWhole && why === null) wait = Math.min(wait, run.since + 1000 * (step.budget ?? BUDGET) - performance.now());
      if (why === null || asked.has(name)) continue;
      asked.add(name);
      void fetchRun(at.lesson, name, why);
    }
    if (wait < Number.POSITIVE_INFINITY) timer = setTimeout(look, Math.max(0, wait));
  }

  look();
  const stops = [aheadRuns.subscribe(look), lessonStore.subscribe(look)];
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
