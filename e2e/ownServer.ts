import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect } from '@playwright/test';

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Waits until somebody answers there. */
export const expectUp = (address: string): Promise<void> =>
  expect
    .poll(() =>
      fetch(address).then(
        ({ ok }) => ok,
        () => false,
      ),
    )
    .toBe(true);

export interface OwnServer {
  readonly address: string;
  /** From here on nobody answers there. */
  end(): Promise<void>;
}

/** Serves the build to one journey alone, which may end it. */
export async function openServer(): Promise<OwnServer> {
  const port = await freePort();
  const server = spawn(process.execPath, ['scripts/serve.mjs', 'dist', String(port)], { stdio: 'ignore' });
  const address = `http://localhost:${port}/`;
  await expectUp(address);
  return {
    address,
    async end() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = once(server, 'exit');
      server.kill();
      await ended;
    },
  };
}
