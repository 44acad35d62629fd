import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { gunzipSync, gzipSync } from 'node:zlib';
import { printJson } from '../engine/experimentText';
import type { RunSeen } from '../lessons/runSeen';
import type { Compute } from './lessonNumbers';

/** Not committed, and away with the packages. */
const FOLDER = 'node_modules/.cache/mad-lab-lesson-runs';

/** What a run hangs on besides the code, as text. */
const keyOf = (...[experiment, scores]: Parameters<Compute>): string => JSON.stringify([process.version, printJson(experiment), scores]);

/** What was kept under a name; null where nothing was, or what is there is not whole, or of another run. */
function read(path: string, key: string): RunSeen | null {
  try {
    const kept = JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')) as { readonly key: string; readonly run: RunSeen };
    return kept.key === key ? kept.run : null;
  } catch {
    return null;
  }
}

/** Nobody ever reads half of a file: it takes its name when it is whole, and of two who write the same one the later stays. */
function write(path: string, key: string, run: RunSeen): void {
  const partial = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(partial, gzipSync(JSON.stringify({ key, run })));
    renameSync(partial, path);
  } catch {
    // a full disk, or a folder that is not to be written: the run is computed again next time
    if (existsSync(partial)) rmSync(partial);
  }
}

/**
 * Keeps what is computed, for the next time that it is asked for. Lessons and what reads them may change: what was computed stays the same.
 * @param code the hash of all that runs come from
 */
export const keepingRuns =
  (compute: Compute, code: string, folder = FOLDER): Compute =>
  async (experiment, scores) => {
    const key = keyOf(experiment, scores);
    const path = `${folder}/${code.slice(0, 16)}/${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json.gz`;
    const kept = read(path, key);
    if (kept) return kept;
    const run = await compute(experiment, scores);
    write(path, key, run);
    return run;
  };
