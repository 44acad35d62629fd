import { realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import process from 'node:process';

/** A path as the user means it: npm starts its scripts in the package's folder, and says in INIT_CWD where the user stands. */
export function userPath(path: string): string {
  const { INIT_CWD: start, npm_package_json: manifest } = process.env;
  const startedByNpm = start !== undefined && manifest !== undefined && folderOf(manifest) === process.cwd();
  return resolve(startedByNpm ? start : process.cwd(), path);
}

function folderOf(file: string): string | null {
  try {
    return dirname(realpathSync(file));
  } catch {
    return null;
  }
}
