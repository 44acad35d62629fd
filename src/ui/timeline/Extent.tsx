import type { Run } from '../../store/state';
import { isSeenTraining } from '../../store/training';
import { useLab } from '../../store/useLab';
import { secondsPerGeneration } from '../text/estimate';
import { progressWords } from '../text/progress';
import styles from './Timeline.module.css';

/** A generation that takes longer is told by its parts. */
const SLOW_SECONDS = 1.5;

/** What is computed once more, because its models were not kept; '' otherwise. */
function againWords({ progress, frames, experiment }: Run): string {
  if (!progress || progress.phase === 'noise' || progress.generation > frames.length) return '';
  return `computing generation ${progress.generation} again, on the way to ${frames.length}: ${progressWords(progress, experiment)}`;
}

/** How far the run is, in words; what is being computed now when it is slower than the eye. */
export function Extent() {
  const words = useLab((state) => {
    const { run } = state;
    if (run.status === 'idle' || run.frames.length === 0) return '';
    const computed = run.frames.length;
    const of = `generation ${run.shown} of ${run.experiment.generations}`;
    const again = againWords(run);
    if (again) return `${of} · ${again}`;
    if (computed >= run.experiment.generations) return run.shown === computed ? of : `${of} · all computed`;
    if (run.status !== 'running' || computed > run.shown) return `${of} · computed to ${computed}`;
    if (isSeenTraining(state)) return `${of} · training ${computed + 1}`;
    const computing = `${of} · computing ${computed + 1}`;
    return (secondsPerGeneration(run.frames) ?? 0) < SLOW_SECONDS ? computing : `${computing}: ${progressWords(run.progress, run.experiment)}`;
  });
  return <p className={styles.extent}>{words}</p>;
}
