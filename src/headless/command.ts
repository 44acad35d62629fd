import { EngineError } from '../engine/errors';
import { UsageError } from './arguments';

/** Runs a command: exit code 2 and one line for malformed input, 1 and one line where the engine gave up. A reader that closes the pipe ends it quietly. */
export async function runCommand(main: (args: readonly string[]) => Promise<void>): Promise<void> {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(0);
    if (!(error instanceof UsageError || error instanceof EngineError)) throw error;
    console.error(error.message);
    process.exit(error instanceof UsageError || error.code === 'bad-experiment' ? 2 : 1);
  }
}
