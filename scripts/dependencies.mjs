import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';

/**
 * Run a command in the repository and show what it prints; its exit code, 1 if it could not be started.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
export function run(command, args, env = process.env) {
  // npm and npx are scripts on Windows, which only a shell starts there
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32', env });
  return status ?? 1;
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
export function installDependencies() {
  return dependenciesAreCurrent() || run('npm', ['ci', '--include=dev']) === 0;
}
