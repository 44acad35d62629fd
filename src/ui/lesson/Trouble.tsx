import { useStore } from 'zustand';
import { aheadRuns, tryAgain } from './lessonStore';
import { NotComputed } from './NotComputed';

/** That a run of the step could not be computed, why, and the way on. */
export function Trouble({ names }: { names: readonly string[] }) {
  const problem = useStore(aheadRuns, ({ runs }) => names.map((name) => runs.get(name)?.problem).find(Boolean));
  return <NotComputed of="step" problem={problem} onAgain={tryAgain} />;
}
