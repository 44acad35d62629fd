import { closeSync, existsSync, ftruncateSync, openSync, readFileSync } from 'node:fs';
import { excerpt, Refusal } from '../engine/refusal';
import { describeFault, STANDARD_OUTPUT, WriteError, writeWhole } from './command';
import { lockFile } from './fileLock';
import { userPath } from './userPath';

/** Lines that are added to a file one after another; after an end before the end it is gone on with. */
export interface Log {
  /** how many of the blocks that are due are there already */
  readonly done: number;
  /** the last line is there, too */
  readonly isComplete: boolean;
  write(lines: string): void;
  close(): void;
}

/**
 * @param name null: standard output, from the start
 * @param first the line that a file begins with; one that begins otherwise is refused
 * @param blocks what each block of lines begins with, in order; a block that is not whole is written anew
 * @param last how the last line begins
 */
export function openLog(name: string | null, first: string, blocks: readonly (readonly string[])[], last: string): Log {
  if (name === null) {
    writeWhole(STANDARD_OUTPUT, `${first}\n`);
    return { done: 0, isComplete: false, write: (lines) => writeWhole(STANDARD_OUTPUT, lines), close: () => undefined };
  }
  const path = userPath(name);
  const telling = <Value>(work: () => Value): Value => {
    try {
      return work();
    } catch (error) {
      throw error instanceof Refusal || error instanceof WriteError
        ? error
        : new WriteError(`--out ${name} can't be written: ${describeFault(error)}`);
    }
  };
  const release = telling(() => lockFile(path, name));
  try {
    const text = telling(() => (existsSync(path) ? readFileSync(path, 'utf8') : ''));
    const { done, bytes, isComplete } = readLog(name, text, first, blocks, last);
    const file = telling(() => openSync(path, 'a'));
    telling(() => ftruncateSync(file, bytes));
    if (bytes === 0) telling(() => writeWhole(file, `${first}\n`));
    return {
      done,
      isComplete,
      write: (lines) => telling(() => writeWhole(file, lines)),
      close() {
        closeSync(file);
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** What a file holds of a log: whole blocks, and the bytes that they take. */
function readLog(name: string, text: string, first: string, blocks: readonly (readonly string[])[], last: string) {
  const lines = text.split('\n');
  // behind the last line break stands nothing, or a line that was cut
  lines.pop();
  if (lines.length === 0) {
    if (text !== '' && !`${first}\n`.startsWith(text)) refuse(name, text);
    return { done: 0, bytes: 0, isComplete: false };
  }
  if (lines[0] !== first) refuse(name, lines[0]);
  let at = 1;
  let done = 0;
  for (; done < blocks.length; done++) {
    const block = blocks[done];
    if (!block.every((start, line) => lines[at + line]?.startsWith(start))) break;
    at += block.length;
  }
  const isComplete = done === blocks.length && lines[at]?.startsWith(last) === true;
  const whole = lines.slice(0, isComplete ? at + 1 : at);
  return { done, bytes: Buffer.byteLength(whole.join('\n')) + 1, isComplete };
}

function refuse(name: string, line: string): never {
  throw new Refusal(`--out ${name} holds something else already (it begins with “${excerpt(line)}”); take another name`);
}
