import { closeSync, existsSync, fstatSync, openSync, realpathSync, renameSync, rmSync, type Stats, statSync } from 'node:fs';
import process from 'node:process';
import { Refusal } from '../engine/refusal';
import { describeFault, STANDARD_OUTPUT, WriteError, writeWhole } from './command';
import { lockFile } from './fileLock';
import { userPath } from './userPath';

/** Where a command writes its lines. */
export interface Output {
  write(lines: string): void;
  /** What has been written so far stands under the final name. */
  close(): void;
}

interface Options {
  /** replaces an older file */
  readonly force: boolean;
  /** a file that is never replaced, forced or not */
  readonly config: string | undefined;
}

export const standardOutput: Output = { write: (lines) => writeWhole(STANDARD_OUTPUT, lines), close: () => undefined };

/**
 * A file under a temporary name beside its final one, which it takes at the end: no one ever reads half of it, and of two runs to
 * one name the second is refused. A device or a pipe is written as it is.
 */
export function openOutput(name: string, options: Options): Output {
  try {
    return open(name, userPath(name), options);
  } catch (error) {
    // nothing has been computed yet: the user can take another name
    throw error instanceof Refusal ? error : new Refusal(`--out ${name} can't be written: ${describeFault(error)}`);
  }
}

function open(name: string, path: string, { force, config }: Options): Output {
  const old = statOf(path);
  if (old?.isDirectory()) throw new Refusal(`--out ${name} can't be written: it is a folder`);
  if (old && !old.isFile()) return writer(name, openSync(path, 'w'), () => undefined);
  const file = old ? realpathSync(path) : path;
  const partial = `${file}.partial`;
  if (config !== undefined && [file, partial].some((target) => isSame(target, userPath(config)))) {
    throw new Refusal(`--out ${name} is the --config file itself; take another name`);
  }
  const release = lockFile(file, name);
  try {
    if (existsSync(file) && !force) throw new Refusal(`--out ${name} is there already; --force replaces it`);
    if (existsSync(partial)) process.stderr.write(`${name}.partial, left by a run that was killed, is written anew\n`);
    return writer(name, openSync(partial, 'w'), (isEmpty) => {
      try {
        if (isEmpty) rmSync(partial);
        else if (!force && existsSync(file)) throw new WriteError(`${name} has come into being during the run; the lines are in ${name}.partial`);
        else renameSync(partial, file);
      } finally {
        release();
      }
    });
  } catch (error) {
    release();
    throw error;
  }
}

function writer(name: string, file: number, publish: (isEmpty: boolean) => void): Output {
  const telling = (work: () => void) => {
    try {
      work();
    } catch (error) {
      throw error instanceof WriteError ? error : new WriteError(`--out ${name} can't be written: ${describeFault(error)}`);
    }
  };
  return {
    write: (lines) => telling(() => writeWhole(file, lines)),
    close: () =>
      telling(() => {
        const isEmpty = fstatSync(file).size === 0;
        closeSync(file);
        publish(isEmpty);
      }),
  };
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

/** By the file itself: links and names in another case are seen through. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [statOf(one), statOf(other)];
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}
