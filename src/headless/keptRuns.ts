import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Experiment } from '../engine/experiment';
import { printJson } from '../engine/experimentText';
import type { RunSeen } from '../lessons/runSeen';
import type { Compute } from './lessonNumbers';

/** Not committed, and away with the packages. */
const FOLDER = 'node_modules/.cache/mad-lab-lesson-runs';

interface Kept {
  readonly key: string;
  /** those that it was computed with: none of them depends on the others */
  readonly scores: readonly string[];
  readonly run: RunSeen;
}

/** What a run hangs on besides the code, as text. */
const keyOf = (experiment: Experiment): string => JSON.stringify([process.version, printJson(experiment)]);

/** What was kept under a name; null where nothing was, or what is there is not whole, or of another run. */
function read(path: string, key: string): Kept | null {
  try {
    const kept = JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')) as Kept;
    return kept.key === key ? kept : null;
  } catch {
    return null;
  }
}

/** Nobody ever reads half of a file: it takes its name when it is whole, and of two who write the same one the later stays. */
function write(path: string, kept: Kept): void {
  const partial = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(partial, gzipSync(JSON.stringify(kept)));
    renameSync(partial, path);
  } catch {
    // a full disk, or a folder that is not to be written: the run is computed again next time
    if (existsSync(partial)) rmSync(partial);
  }
}

/**
 * Keeps what is computed, for the next time that it is asked for. Lessons and what reads them may change: what was computed stays the same. Where more
 * scores are asked for than were before, all are computed anew.
 * @param code the hash of all that runs come from
 */
export const keepingRuns =
  (compute: Compute, code: string, folder = FOLDER): Compute =>
  async (experiment, wanted) => {
    const key = keyOf(experiment);
    const path = `${folder}/${code.slice(0, 16)}/${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json.gz`;
    const kept = read(path, key);
    if (kept && wanted.every((score) => kept.scores.includes(score))) return kept.run;
    const scores = [...new Set([...wanted, ...(kept?.scores ?? [])])].sort();
    const run = await compute(experiment, scores);
    write(path, { key, scores, run });
    return run;
  };
