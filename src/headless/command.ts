import { existsSync, realpathSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EngineError } from '../engine/errors';
import { UsageError } from './usageError';

export const STANDARD_OUTPUT = 1;
const STANDARD_ERROR = 2;
const LONGEST_MESSAGE = 1000;

/** Whether Node was started with the module of this URL, by a link to it too. */
export function isStarted(moduleUrl: string): boolean {
  const script = process.argv[1];
  return script !== undefined && existsSync(script) && realpathSync(script) === realpathSync(fileURLToPath(moduleUrl));
}

/**
 * Runs a command: exit code 2 and one line for malformed input, 1 and one line where the engine or the machine gave up. A reader that
 * closes the pipe ends it quietly.
 */
export async function runCommand(main: (args: readonly string[]) => Promise<void>): Promise<void> {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === 'EPIPE') process.exit(0);
    const isExpected = error instanceof UsageError || error instanceof EngineError || syscall !== undefined;
    if (!isExpected) throw error;
    writeWhole(STANDARD_ERROR, `${oneLine((error as Error).message)}\n`);
    process.exit(exitCodeOf(error));
  }
}

/** 2 where the input is to blame, which the engine too refuses before it starts; else 1. */
export function exitCodeOf(error: unknown): 1 | 2 {
  if (error instanceof UsageError) return 2;
  return error instanceof EngineError && (error.code === 'bad-experiment' || error.code === 'too-large') ? 2 : 1;
}

/** Messages quote values: no control character of theirs reaches the terminal, and what is allowed, at the end, stays. */
export function oneLine(message: string): string {
  const plain = message.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return plain.length > LONGEST_MESSAGE ? `${plain.slice(0, LONGEST_MESSAGE / 2)} … ${plain.slice(-LONGEST_MESSAGE / 2)}` : plain;
}

/** Writes all bytes before anything else can happen: an interrupt leaves whole lines only. */
export function writeWhole(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(file, bytes, done);
    } catch (error) {
      // a pipe that is full for the moment
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}
