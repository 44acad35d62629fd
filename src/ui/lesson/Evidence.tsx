import { useStore } from 'zustand';
import { isSameExperiment } from '../../engine/experimentText';
import type { Lesson, Step } from '../../lessons/lesson';
import type { RunSeen } from '../../lessons/runSeen';
import { MODE_ALIVE } from '../../lessons/scoreBehind';
import { firstLossesOf } from '../../lessons/values';
import type { Work } from '../../lessons/work';
import { labStore } from '../../store/labStore';
import { useLab } from '../../store/useLab';
import { FirstLosses } from './FirstLosses';
import { GroupsAlive } from './GroupsAlive';
import { aheadRuns, lessonStore, runOnStage } from './lessonStore';
import { desksRunsOf, namesOf } from './stepRuns';

const plain = ({ experiment }: RunSeen) => ({ ...experiment, seed: 1, replicates: 1, scores: [] });

/** The first loss of the desk's own run with the same settings, and how the desk is called; null where there is no such run. */
function ownLoss(lesson: Lesson, { desk }: Work, run: RunSeen, runs: ReturnType<typeof aheadRuns.getState>['runs']) {
  if (desk === undefined) return null;
  const own = desksRunsOf(lesson).flatMap(({ name }) => runs.get(name) ?? []);
  const found = own.find((one) => one.isWhole && isSameExperiment(plain(one), plain(run)));
  const losses = found && firstLossesOf(found.experiment.loop[0], found).value;
  return losses ? { desk, loss: losses[0] } : null;
}

/** What a step shows of its run besides the stage, once it may be seen and is whole: what is of all replicates, and of the whole run. */
export function Evidence({ lesson, step, work }: { lesson: Lesson; step: Step; work: Work }) {
  const shown = useStore(lessonStore, (state) => state.shown);
  const { runs } = useStore(aheadRuns);
  const onStage = useLab(({ run }) => run);
  const ahead = runs.get(shown ?? namesOf(lesson, step)[0] ?? '');
  // in free play it is of what was tried
  const run = step.play ? runOnStage({ ...labStore.getState(), run: onStage }) : ahead?.isWhole ? ahead : null;
  if (!run) return null;
  return (
    <>
      {step.show?.includes('firstLoss') && <FirstLosses run={run} own={ownLoss(lesson, work, run, runs)} />}
      {step.show?.includes(MODE_ALIVE) && <GroupsAlive step={step} run={run} />}
    </>
  );
}
