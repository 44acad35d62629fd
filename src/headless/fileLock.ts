import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import process from 'node:process';
import { Refusal } from '../engine/refusal';

/**
 * Lets one process at a time write `file`; returns what gives it free. The lock of a process that was killed is taken over.
 * @param name of the file, for messages
 */
export function lockFile(file: string, name: string): () => void {
  const path = `${file}.lock`;
  while (!create(path)) {
    const holder = read(path);
    if (holder === null) continue;
    if (isAlive(holder)) {
      throw new Refusal(`${name} is being written by another run (${holder.trim() || 'just started'}). If it is not, delete ${name}.lock`);
    }
    moveAway(path, holder);
  }
  return () => rmSync(path, { force: true });
}

/** Whether there was none: of two that try at once one succeeds. */
function create(path: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  try {
    writeSync(file, `process ${process.pid} on ${hostname()}\n`);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  return true;
}

/** Null where it has just been given free. */
function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Nobody can know it of another machine, or of a lock that is half written. */
function isAlive(holder: string): boolean {
  const [, pid, host] = /^process (\d+) on (.*)\n$/.exec(holder) ?? [];
  if (host !== hostname()) return true;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Of two that find the same dead lock one may have put its own in that place by now: that one goes back. */
function moveAway(path: string, dead: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (read(aside) === dead) rmSync(aside, { force: true });
  else renameSync(aside, path);
}
