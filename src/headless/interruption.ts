import process from 'node:process';

/** Ctrl-C, `kill` and a terminal that is closed end the run in its own time: the default would leave the file under its temporary name. */
export function interruptionBySignal(): AbortSignal {
  const controller = new AbortController();
  for (const [signal, exitCode] of Object.entries({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 })) {
    process.on(signal, () => {
      process.exitCode = exitCode;
      controller.abort();
    });
  }
  return controller.signal;
}
