import { isSameExperiment } from '../../engine/experimentText';
import { type RecordedRun, type Recording, runsIn } from '../../lessons/recording';
import type { AheadRun } from '../../store/aheadRuns';

/** Each is fetched when one of its runs can't be computed. */
const FILES = import.meta.glob<Recording>('../../lessons/recorded/*.json', { import: 'default' });

interface Recorded {
  readonly version: string;
  readonly runs: ReadonlyMap<string, RecordedRun>;
}

async function read(lesson: string): Promise<Recorded | null> {
  const path = Object.keys(FILES).find((candidate) => candidate.endsWith(`/${lesson}.json`));
  const file = path === undefined ? undefined : await FILES[path]?.();
  return file ? { version: file.version, runs: await runsIn(file) } : null;
}

/** The recorded run of a lesson that is this very one; null where there is none to be had. */
export async function recordedRun(lesson: string, name: string, { experiment }: Pick<AheadRun, 'experiment'>) {
  const recorded = await read(lesson).catch(() => null);
  const run = recorded?.runs.get(name);
  return recorded && run && isSameExperiment(run.experiment, experiment) ? { ...run, version: recorded.version } : null;
}
