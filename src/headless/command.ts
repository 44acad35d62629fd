import { existsSync, fstatSync, ftruncateSync, realpathSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EngineError } from '../engine/errors';
import { Refusal } from '../engine/refusal';

export const STANDARD_OUTPUT = 1;
const STANDARD_ERROR = 2;
const LONGEST_MESSAGE = 1000;

/** Input with more than one thing wrong: exit code 2 and a line each. */
export class Refusals extends Refusal {
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(lines.join('; '));
    this.lines = lines;
  }
}

/** A result that could not be written: exit code 1 and this one line. */
export class WriteError extends Error {}

/** Whether Node was started with the module of this URL, by a link to it too. */
export function isStarted(moduleUrl: string): boolean {
  const script = process.argv[1];
  return script !== undefined && existsSync(script) && realpathSync(script) === realpathSync(fileURLToPath(moduleUrl));
}

/**
 * Runs a command: exit code 2 and one line (of `Refusals` one each) for malformed input, 1 and one line where the engine or the machine gave up. A reader that
 * closes the pipe ends it quietly.
 */
export async function runCommand(main: (args: readonly string[]) => Promise<void>): Promise<void> {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === 'EPIPE') process.exit(0);
    const isExpected = error instanceof Refusal || error instanceof EngineError || error instanceof WriteError || syscall !== undefined;
    if (!isExpected) throw error;
    const lines = error instanceof Refusals ? error.lines : [(error as Error).message];
    writeWhole(STANDARD_ERROR, lines.map((line) => `${oneLine(line)}\n`).join(''));
    process.exit(exitCodeOf(error));
  }
}

/** 2 where the input is to blame, which the engine too refuses before it starts; else 1. */
export function exitCodeOf(error: unknown): 1 | 2 {
  if (error instanceof Refusal) return 2;
  return error instanceof EngineError && (error.code === 'bad-experiment' || error.code === 'too-large') ? 2 : 1;
}

/** Messages quote values: no control character of theirs reaches the terminal, and what is allowed, at the end, stays. */
export function oneLine(message: string): string {
  const plain = message.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return plain.length > LONGEST_MESSAGE ? `${plain.slice(0, LONGEST_MESSAGE / 2)} … ${plain.slice(-LONGEST_MESSAGE / 2)}` : plain;
}

/** Writes all bytes before anything else can happen: an interrupt leaves whole lines only, and in a file a full disk does so, too. */
export function writeWhole(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(file, bytes, done);
    } catch (error) {
      // a pipe that is full for the moment
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') continue;
      const whole = bytes.lastIndexOf(0x0a, done - 1) + 1;
      if (done > 0) takeBack(file, done - whole);
      throw error;
    }
  }
}

function takeBack(file: number, bytes: number): void {
  const stats = fstatSync(file);
  if (stats.isFile()) ftruncateSync(file, stats.size - bytes);
}

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EISDIR: 'it is a folder',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'nothing may be written there',
  ENOSPC: 'no space is left',
  EDQUOT: 'no space is left for you',
  EFBIG: 'the file would be too large',
  ENAMETOOLONG: 'the name is too long',
};

/** What kept a file from being written, in words, with the code that people search for. */
export function describeFault(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code !== undefined && code in FAULTS ? `${FAULTS[code]} (${code})` : message;
}
