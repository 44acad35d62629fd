import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';

/**
 * Run a command in the repository; its exit code, 1 if it could not be started. What it prints is shown at once, or handed to `print`.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, print?: ((text: string) => void) | undefined }} options
 * @returns {Promise<number>}
 */
export function run(command, args, { env = process.env, print } = {}) {
  // npm and npx are scripts on Windows, which only a shell starts there
  const child = spawn(command, args, { stdio: print ? ['ignore', 'pipe', 'pipe'] : 'inherit', shell: process.platform === 'win32', env });
  if (print) for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', print);
  return new Promise((done) => {
    child.once('error', () => done(1));
    child.once('close', (status) => done(status ?? 1));
  });
}

/** What npm installed is what the lock file asks for (optional packages are another platform's more often than not). */
function dependenciesAreCurrent() {
  /** @type {(path: string) => Record<string, { version?: string, optional?: boolean }>} */
  const packages = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;
  try {
    const installed = packages('node_modules/.package-lock.json');
    return Object.entries(packages('package-lock.json')).every(
      ([path, entry]) => path === '' || (installed[path] ? installed[path].version === entry.version : entry.optional),
    );
  } catch {
    return false;
  }
}

/** Installs the npm dependencies if they are missing or stale; whether they are there now. */
export async function installDependencies() {
  return dependenciesAreCurrent() || (await run('npm', ['ci', '--include=dev'])) === 0;
}
